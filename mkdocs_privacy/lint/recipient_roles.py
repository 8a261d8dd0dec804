"""RO: what recipients legally are, and that each stands once in an activity."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter

_ROLELESS = lines(
    """
    processors:
      notary: {name: Notary, category: professional_advice, personal_data: [name]}
    activities:
      sales:
        title: Sales
        audiences: [customers]
        purposes: [sell houses]
        personal_data: [name]
        legal_basis: contract
        processors: [notary]
    """,
    """
    processors:
      notary:
        name: Notary
        category: professional_advice
        role: independent_controller
        personal_data: [name]
    activities:
      sales:
        title: Sales
        audiences: [customers]
        purposes: [sell houses]
        personal_data: [name]
        legal_basis: contract
        processors: [notary]
    """,
)
_TWICE = lines(
    """
    processors:
      mollie: {use: mollie}
    activities:
      payments:
        title: Payments
        audiences: [customers]
        purposes: [take your payment]
        personal_data: [name, payment]
        legal_basis: contract
        processors:
          - {id: mollie, personal_data: [name]}
          - {id: mollie, personal_data: [payment]}
    """,
    """
    processors:
      mollie: {use: mollie}
    activities:
      payments:
        title: Payments
        audiences: [customers]
        purposes: [take your payment]
        personal_data: [name, payment]
        legal_basis: contract
        processors: [{id: mollie, personal_data: [name, payment]}]
    """,
)


@rule(
    "RO001",
    "role-unstated",
    Severity.INFO,
    _ROLELESS,
    basis=(
        "GDPR 13(1)(e)",
        "GDPR 28(1)",
    ),
    silent_on=(
        sound(
            "each activity says it",
            """
            processors: {bank: {name: Bank, category: payment}}
            activities:
              sales:
                title: Sales
                audiences: [customers]
                purposes: [sell houses]
                personal_data: [name]
                legal_basis: contract
                processors: [{id: bank, role: independent_controller}]
                retention: {period: P1Y}
            """,
        ),
    ),
)
def role_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """The register does not say what a recipient legally is, and the pages say that it is not
    stated. Whether it uses the data on your instructions or decides itself makes a difference to
    people, and a processor needs a contract (GDPR articles 13(1)(e) and 28). Write `role` under
    the recipient, or in each activity where it differs.
    """
    by_activity: dict[str, list[bool]] = {}
    for activity in center.activities.values():
        for recipient in activity.processors or ():
            by_activity.setdefault(recipient.id, []).append(recipient.role is not None)
    for id, processor in (center.processors or {}).items():
        is_told = id in by_activity and all(by_activity[id])
        if not is_told and any(service.role is None for service in processor.services):
            yield Remark(
                ("processors", id),
                "what it legally is, is not stated: write `role: processor`, `sub_processor`, "
                "`independent_controller`, `joint_controller` or `authority`",
            )


@rule(
    "RO002",
    "recipient-twice",
    Severity.WARNING,
    _TWICE,
    basis=("GDPR 13(1)(e)",),
    silent_on=(
        sound(
            "two activities name it",
            """
            processors: {bank: {name: Bank, category: payment}}
            activities:
              sales:
                title: Sales
                audiences: [customers]
                purposes: [sell houses]
                personal_data: [name]
                legal_basis: contract
                processors: [bank]
                retention: {period: P1Y}
              orders: {processors: [bank]}
            """,
        ),
    ),
)
def recipient_twice(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity names the same recipient twice. Its card would say two things of one activity,
    and a change of one of them would go untold (GDPR article 13(1)(e)). Make one entry of it, with
    all the data and the purposes; where the two are different uses, make two activities.
    """
    for activity_id, activity in center.activities.items():
        ids = [recipient.id for recipient in activity.processors or ()]
        for id in dict.fromkeys(id for id in ids if ids.count(id) > 1):
            yield Remark(
                ("activities", activity_id, "processors"),
                f"‘{id}’ stands here {ids.count(id)} times: make one entry of it",
            )
