"""PC: what you must agree with recipients, and tell people of it."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.role_claims import ON_INSTRUCTIONS, SUB, role_in
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter, Role

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
_USES = """
    activities:
      messages:
        title: Messages
        audiences: [customers]
        purposes: [show you our messages]
        personal_data: [name]
        legal_basis: contract
        processors: [network]
        retention: {period: P1Y}
    """
_FOR_ONE = lines(
    _TOGETHER
    + _USES
    + """organisation:
      joint_controllers:
        network: {name: Network, arrangement: It answers what you ask about its own use.}
    """,
    _TOGETHER
    + _USES
    + """organisation:
      joint_controllers:
        network:
          name: Network
          activities: [messages]
          arrangement: It answers what you ask about its own use.
    """,
)
_FOR_ALL = sound(
    "the other organisation receives nothing as a recipient, and decides on all that you do",
    """
    organisation:
      joint_controllers:
        sister: {name: Sister, arrangement: It answers what you ask about its own use.}
    """,
)
_OBJECTION = f"""{SUB % "sub_processor"}our_role: processor
        responsible: the shop where you ordered
    """
_NO_SUB_PROCESSOR = sound(
    "its recipients decide themselves",
    f"""{SUB % "independent_controller"}our_role: processor
        responsible: the shop where you ordered
    """,
)
_ANNOUNCED = lines(_OBJECTION, f"{_OBJECTION}changes: {{objection_period: P30D}}")


@rule(
    "PC001",
    "contract-unstated",
    Severity.INFO,
    _CONTRACT,
    basis=("GDPR 28(3)",),
    silent_on=(_NO_CONTRACT_NEEDED,),
)
def contract_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """A recipient is your processor, and nothing says that there is a contract with it. The law
    demands one (GDPR article 28(3)); people need not be told of it. Write `contract: {}`, or in it
    its date as `concluded` and its address as `url`.
    """
    for id, processor in (center.processors or {}).items():
        roles = {service.role for service in processor.services}
        if roles & ON_INSTRUCTIONS and processor.contract is None:
            yield Remark(
                ("processors", id),
                "nothing says that there is a contract with this processor: write `contract: {}`",
            )


@rule(
    "PC002",
    "arrangement-unstated",
    Severity.WARNING,
    _ARRANGED,
    basis=("GDPR 26(2)",),
    silent_on=(_ON_ITS_OWN,),
)
def arrangement_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """A recipient decides together with you, and nothing tells people what you have agreed. The
    essence of the arrangement must be available to them (GDPR article 26(2)). Add the other
    organisation to `joint_controllers` under `organisation`, with `arrangement`. Where one there
    names `activities`, it counts for these only.
    """
    for id, processor in (center.processors or {}).items():
        is_joint = Role.JOINT_CONTROLLER in {service.role for service in processor.services}
        if is_joint and not _is_arranged(center, id):
            yield Remark(
                ("processors", id),
                "it decides together with you: give the essence of the arrangement, with "
                f"`joint_controllers: {{{id}: {{name: …, {_shared(center, id)}arrangement: …}}}}` "
                "under `organisation`",
                is_about_entry=False,
            )


def _is_arranged(center: PrivacyCenter, id: str) -> bool:
    """Whether an arrangement is told for every activity on which a recipient decides too; any at
    all, where there is no such activity."""
    activities = _decided_with(center, id)
    if not activities:
        return bool(center.organisation.joint_controllers)
    return all(center.joint_controllers_of(key) for key in activities)


def _decided_with(center: PrivacyCenter, id: str) -> list[str]:
    """The activities on which a recipient decides too."""
    return [
        key
        for key, activity in center.activities.items()
        for recipient in activity.processors or ()
        if recipient.id == id and role_in(center, recipient) is Role.JOINT_CONTROLLER
    ]


def _shared(center: PrivacyCenter, id: str) -> str:
    """What to write of these activities in an arrangement; nothing where they are all of them."""
    activities = _decided_with(center, id)
    if not activities or len(activities) == len(center.activities):
        return ""
    return f"activities: [{', '.join(activities)}], "


@rule(
    "PC004",
    "arrangement-for-everything",
    Severity.WARNING,
    _FOR_ONE,
    basis=("GDPR 26(1)",),
    silent_on=(_FOR_ALL,),
)
def arrangement_for_everything(center: PrivacyCenter) -> Iterator[Remark]:
    """An entry of `joint_controllers` names no `activities`, so it counts for all of them, while
    the recipient with the same id is a joint controller of some only. The pages then say of every
    activity that this organisation is jointly responsible for it (GDPR article 26(1)), even where
    it receives nothing. Write `activities`.
    """
    for id, controller in center.organisation.joint_controllers.items():
        if not controller.activities and (shared := _shared(center, id)):
            yield Remark(
                ("organisation", "joint_controllers", id),
                "this counts for all activities, but this recipient decides with you on some only: "
                f"write `{shared.removesuffix(', ')}`",
            )


@rule(
    "PC003",
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
        roles = {role_in(center, recipient) for recipient in activity.processors or ()}
        if center.is_on_behalf_of_others(activity) and roles & ON_INSTRUCTIONS:
            yield Remark(
                ("activities", id, "processors"),
                "nothing says how long customers may object to a new sub-processor: add "
                "`changes: {objection_period: P30D}`",
            )
            return
