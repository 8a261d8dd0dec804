"""PC: what recipients may do with the data, and what you must agree with them."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter, Recipient, Role

_ON_INSTRUCTIONS = {Role.PROCESSOR, Role.SUB_PROCESSOR}

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
_SUB = """
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
_OF_WHOM = lines(_SUB % "sub_processor", _SUB % "processor")
_FOR_SOMEBODY = sound(
    "you are a processor in the activity",
    f"""{_SUB % "sub_processor"}our_role: processor
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
_CONTRACT = lines(
    "processors: {host: {name: Host, category: hosting, role: processor}}",
    "processors: {host: {name: Host, category: hosting, role: processor, contract: {}}}",
)
_NO_CONTRACT_NEEDED = sound(
    "it decides itself",
    "processors: {bank: {name: Bank, category: payment, role: independent_controller}}",
)
_TOGETHER = """
    processors:
      network: {name: Network, category: advertising, role: joint_controller}
    """
_ARRANGED = lines(
    _TOGETHER,
    f"""{_TOGETHER}organisation:
      joint_controllers:
        network: {{name: Network, arrangement: It answers what you ask about its own use.}}
    """,
)
_ON_ITS_OWN = sound(
    "it decides alone",
    "processors: {network: {name: Network, category: advertising, role: independent_controller}}",
)
_OBJECTION = f"""{_SUB % "sub_processor"}our_role: processor
        responsible: the shop where you ordered
    """
_NO_SUB_PROCESSOR = sound(
    "its recipients decide themselves",
    f"""{_SUB % "independent_controller"}our_role: processor
        responsible: the shop where you ordered
    """,
)
_ANNOUNCED = lines(_OBJECTION, f"{_OBJECTION}changes: {{objection_period: P30D}}")


def _role_in(center: PrivacyCenter, recipient: Recipient) -> Role | None:
    """What a recipient of an activity legally is in it."""
    entry = (center.processors or {}).get(recipient.id)
    return recipient.role or (entry.role if entry else None)


@rule(
    "PC001",
    "role-not-of-catalogue",
    Severity.WARNING,
    _OWN_BANK,
    basis=("GDPR 4(7)", "GDPR 28(10)"),
    silent_on=(_OWN_WORDS, _IN_PART),
)
def role_not_of_catalogue(center: PrivacyCenter) -> Iterator[Remark]:
    """You call a recipient your processor, and the catalogue says that it decides itself or with
    you: a payment service, a carrier, a social network. A processor acts on your instructions only
    (GDPR article 28(3)(a)); who decides on purposes and means is a controller (article 28(10)).
    Compare the contract. If it is a processor in what it does for you, ignore this rule.
    """
    theirs = (Role.INDEPENDENT_CONTROLLER, Role.JOINT_CONTROLLER)
    for id, processor in (center.processors or {}).items():
        shipped = shipped_catalogue().processors.get(processor.use or "", {})
        role = shipped.get("role")
        in_part = any(one.get("role") == Role.PROCESSOR for one in shipped.get("also", ()))
        if processor.role is Role.PROCESSOR and role in theirs and not in_part:
            yield Remark(
                ("processors", id, "role"),
                f"in the catalogue it is `{role}`: compare the contract, and remove `role`",
            )


@rule(
    "PC002",
    "processor-for-itself",
    Severity.WARNING,
    _ITS_OWN,
    basis=("GDPR 28(10)",),
    silent_on=(_A_PART_FOR_ITSELF, _ROLE_UNSTATED),
)
def processor_for_itself(center: PrivacyCenter) -> Iterator[Remark]:
    """A recipient is called a processor and uses the data for purposes of its own as well. For
    those it is a controller (GDPR article 28(10)), and you need a legal basis to give it the data.
    Write `role: independent_controller`, or describe that part as a service of its own in `also`.
    """
    for id, processor in (center.processors or {}).items():
        roles = {service.role for service in processor.services}
        if processor.own_purposes and roles <= _ON_INSTRUCTIONS:
            yield Remark(
                ("processors", id, "own_purposes"),
                "who uses data for purposes of its own is no processor in that: correct `role`, or "
                "add the part in which it decides itself under `also`",
            )


@rule(
    "PC003",
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
            is_sub_processor = _role_in(center, recipient) is Role.SUB_PROCESSOR
            if is_sub_processor and recipient.via is None:
                yield Remark(
                    ("activities", activity_id, "processors"),
                    f"you are responsible for this activity, so ‘{recipient.id}’ is your "
                    "processor: write `role: processor`",
                )


@rule(
    "PC004",
    "contract-unstated",
    Severity.INFO,
    _CONTRACT,
    basis=("GDPR 28(3)",),
    silent_on=(_NO_CONTRACT_NEEDED,),
)
def contract_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """A recipient is your processor, and nothing says that there is a contract with it. The law
    demands one (GDPR article 28(3)); people need not be told of it. Write `contract: {}`, or its
    date and address.
    """
    for id, processor in (center.processors or {}).items():
        roles = {service.role for service in processor.services}
        if roles & _ON_INSTRUCTIONS and processor.contract is None:
            yield Remark(
                ("processors", id),
                "nothing says that there is a contract with this processor: write `contract: {}`",
            )


@rule(
    "PC005",
    "arrangement-unstated",
    Severity.WARNING,
    _ARRANGED,
    basis=("GDPR 26(2)",),
    silent_on=(_ON_ITS_OWN,),
)
def arrangement_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """A recipient decides together with you, and nothing tells people what you have agreed. The
    essence of the arrangement must be available to them (GDPR article 26(2)). Add the other
    organisation to `joint_controllers`, with `arrangement`.
    """
    if center.organisation.joint_controllers:
        return
    for id, processor in (center.processors or {}).items():
        if Role.JOINT_CONTROLLER in {service.role for service in processor.services}:
            yield Remark(
                ("processors", id),
                "it decides together with you: give the essence of the arrangement under "
                "`joint_controllers`",
            )


@rule(
    "PC006",
    "objection-period-unstated",
    Severity.INFO,
    _ANNOUNCED,
    basis=("GDPR 28(2)",),
    silent_on=(_NO_SUB_PROCESSOR,),
)
def objection_period_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """You are a processor with sub-processors, and nothing says how long your customers may object
    to a new one. With a general authorisation you must tell them beforehand, so that they can (GDPR
    article 28(2)). Write `objection_period` under `changes`. If each customer authorises each
    sub-processor, ignore this rule.
    """
    if center.changes.objection_period:
        return
    for id, activity in center.activities.items():
        roles = {_role_in(center, recipient) for recipient in activity.processors or ()}
        if center.is_on_behalf_of_others(activity) and roles & _ON_INSTRUCTIONS:
            yield Remark(
                ("activities", id, "processors"),
                "nothing says how long customers may object to a new sub-processor: add "
                "`changes: {objection_period: P30D}`",
            )
            return
