"""RC: what recipients are called, and what they do."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.model import PrivacyCenter, Recipient, Role

ON_INSTRUCTIONS = frozenset((Role.PROCESSOR, Role.SUB_PROCESSOR))
"""Who may use the data only as it was told."""

_OWN_BANK = lines(
    "processors: {mollie: {use: mollie, role: processor}}",
    "processors: {mollie: {use: mollie}}",
)
_OWN_WORDS = sound(
    "it is described without the catalogue",
    "processors: {mollie: {name: Mollie, category: payment, role: processor}}",
)
_IN_PART = sound(
    "the catalogue says that it is a processor in part",
    "processors: {stripe: {use: stripe, role: processor}}",
)
_FOR_ITSELF = """
    processors:
      mail: {name: Mail, category: newsletter, role: %s, own_purposes: It improves its models.}
    """
_ITS_OWN = lines(_FOR_ITSELF % "processor", _FOR_ITSELF % "independent_controller")
_A_PART_FOR_ITSELF = sound(
    "a service of its own is that of a controller",
    """
    processors:
      mail:
        name: Mail
        category: newsletter
        role: processor
        own_purposes: It improves its models.
        also: [{category: artificial_intelligence, role: independent_controller}]
    """,
)
_ROLE_UNSTATED = sound(
    "nothing says what it legally is",
    """
    processors:
      mail: {name: Mail, category: newsletter, own_purposes: It improves its models.}
    """,
)
SUB = """
    processors:
      host: {name: Host, category: hosting, role: %s, personal_data: [name]}
    activities:
      sales:
        title: Sales
        audiences: [customers]
        purposes: [sell houses]
        personal_data: [name]
        legal_basis: contract
        processors: [host]
        retention: {period: P1Y}
        """
"""The beginning of an activity with a recipient in some role, for examples."""
_OF_WHOM = lines(SUB % "sub_processor", SUB % "processor")
_FOR_SOMEBODY = sound(
    "you are a processor in the activity",
    f"""{SUB % "sub_processor"}our_role: processor
        responsible: the shop where you ordered
    """,
)
_BY_WAY_OF_ANOTHER = sound(
    "your processor passes the data on to it",
    """
    processors:
      shop: {name: Shop, category: shop_platform, role: processor, personal_data: [name]}
      host: {name: Host, category: hosting, role: sub_processor, personal_data: [name]}
    activities:
      orders: {processors: [shop, {id: host, via: shop}]}
    """,
)


def role_in(center: PrivacyCenter, recipient: Recipient) -> Role | None:
    """What a recipient of an activity legally is in it."""
    entry = (center.processors or {}).get(recipient.id)
    return recipient.role or (entry.role if entry else None)


@knowing_rule(
    "RC001",
    "role-not-of-catalogue",
    Severity.WARNING,
    _OWN_BANK,
    basis=("GDPR 4(7)", "GDPR 28(10)"),
    silent_on=(_OWN_WORDS, _IN_PART),
)
def role_not_of_catalogue(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """You call a recipient your processor, and the catalogue says that it decides itself or with
    you: a payment service, a carrier, a social network. A processor acts on your instructions only
    (GDPR article 28(3)(a)); who decides on purposes and means is a controller (article 28(10)).
    Compare the contract. If it is a processor in what it does for you, ignore this rule.
    """
    theirs = (Role.INDEPENDENT_CONTROLLER, Role.JOINT_CONTROLLER)
    for id, processor in (center.processors or {}).items():
        shipped = known.catalogue.processors.get(processor.use or "", {})
        role = shipped.get("role")
        in_part = any(one.get("role") == Role.PROCESSOR for one in shipped.get("also", ()))
        if processor.role is Role.PROCESSOR and role in theirs and not in_part:
            yield Remark(
                ("processors", id, "role"),
                f"in the catalogue it is `{role}`: compare the contract, and remove `role`",
            )


@knowing_rule(
    "RC002",
    "processor-for-itself",
    Severity.WARNING,
    _ITS_OWN,
    basis=("GDPR 28(10)",),
    silent_on=(_A_PART_FOR_ITSELF, _ROLE_UNSTATED),
)
def processor_for_itself(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A recipient is called a processor and uses the data for purposes of its own as well. For
    those it is a controller (GDPR article 28(10)), and you need a legal basis to give it the data.
    Write `role: independent_controller`, or describe that part as a service of its own in `also`.
    """
    for id, processor in (center.processors or {}).items():
        shipped = known.catalogue.processors.get(processor.use or "", {})
        if "own_purposes" in shipped:
            continue  # then the catalogue gives the role that goes with them
        roles = {service.role for service in processor.services}
        if processor.own_purposes and roles <= ON_INSTRUCTIONS:
            yield Remark(
                ("processors", id, "own_purposes"),
                "who uses data for purposes of its own is no processor in that: correct `role`, or "
                "add the part in which it decides itself under `also`",
            )


@rule(
    "RC003",
    "sub-processor-of-nobody",
    Severity.WARNING,
    _OF_WHOM,
    basis=("GDPR 4(8)", "GDPR 28(4)"),
    silent_on=(_FOR_SOMEBODY, _BY_WAY_OF_ANOTHER),
)
def sub_processor_of_nobody(center: PrivacyCenter) -> Iterator[Remark]:
    """A recipient is called a sub-processor in an activity for which you are responsible yourself.
    A sub-processor works for a processor (GDPR article 28(2) and (4)); who works for you is your
    processor. Write `role: processor`, or `our_role: processor` if you act for somebody else.
    """
    for activity_id, activity in center.activities.items():
        if center.is_on_behalf_of_others(activity):
            continue
        for recipient in activity.processors or ():
            is_sub_processor = role_in(center, recipient) is Role.SUB_PROCESSOR
            if is_sub_processor and recipient.via is None:
                yield Remark(
                    ("activities", activity_id, "processors"),
                    f"you are responsible for this activity, so ‘{recipient.id}’ is your "
                    "processor: write `role: processor`",
                )
