"""LB: on which legal bases, and under which conditions, personal data is used."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter

_UNDIVIDED = lines(
    """
    activities:
      sales:
        title: Sales
        audiences: [customers]
        purposes: [deliver, keep invoices]
        personal_data: [name]
        legal_basis: [contract, legal_obligation]
        law: the VAT Code
    """,
    """
    activities:
      sales:
        title: Sales
        audiences: [customers]
        personal_data: [name]
        legal_basis:
          - {basis: contract, purposes: [deliver]}
          - {basis: legal_obligation, law: the VAT Code, purposes: [keep invoices]}
    """,
)
_UNCOVERED = lines(
    """
    personal_data:
      allergies: {title: Allergies, special: health}
    activities:
      camp:
        title: Camp
        audiences: [customers]
        purposes: [cook for you]
        personal_data: [name, allergies]
        legal_basis: contract
    """,
    """
    personal_data:
      allergies: {title: Allergies, special: health}
    activities:
      camp:
        title: Camp
        audiences: [customers]
        purposes: [cook for you]
        personal_data: [name, allergies]
        legal_basis: contract
        special_basis: explicit_consent
    """,
)
_CRIMINAL = lines(
    """
    personal_data:
      record: {title: Criminal record, criminal: true}
    activities:
      guards:
        title: Guards
        audiences: [customers]
        purposes: [choose our guards]
        personal_data: [name, record]
        legal_basis: legal_obligation
        law: Act on Private Security
    """,
    """
    personal_data:
      record: {title: Criminal record, criminal: true}
    activities:
      guards:
        title: Guards
        audiences: [customers]
        purposes: [choose our guards]
        personal_data: [name, record]
        legal_basis: legal_obligation
        law: Act on Private Security
        criminal_basis: {authority: law, law: "Act on Private Security, article 61"}
    """,
)


@rule(
    "LB001",
    "bases-not-divided",
    Severity.WARNING,
    _UNDIVIDED,
    basis=("GDPR 13(1)(c)",),
    silent_on=(
        sound(
            "one basis covers all",
            """
            activities:
              sales:
                title: Sales
                audiences: [customers]
                purposes: [sell houses]
                personal_data: [name]
                legal_basis: contract
                processors: []
                retention: {period: P1Y}
            """,
        ),
    ),
)
def bases_not_divided(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity has several legal bases, and one of them does not say what it covers. People
    must know the basis of each purpose (GDPR article 13(1)(c)), because their rights depend on
    it: they can withdraw consent, but not a legal obligation. List under each basis its
    `purposes`, or the `personal_data` that it covers.
    """
    for id, activity in center.activities.items():
        if len(activity.legal_bases) < 2:  # one covers all
            continue
        for place, stated in enumerate(activity.legal_bases):
            if not (stated.purposes or stated.personal_data):
                yield Remark(
                    ("activities", id, "legal_basis", place),
                    f"nothing says what rests on `{stated.basis}`: name its `purposes`, or the "
                    "`personal_data` that is used on it",
                )


@rule(
    "LB002",
    "condition-missing",
    Severity.WARNING,
    _UNCOVERED,
    basis=(
        "GDPR 9(1)",
        "GDPR 9(2)",
    ),
    silent_on=(
        sound(
            "another organisation is the controller",
            """
            personal_data:
              allergies: {title: Allergies, special: health}
            activities:
              orders:
                personal_data: [allergies]
                our_role: processor
                responsible: the camp where you stay
            """,
        ),
    ),
)
def condition_missing(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity uses a special category of personal data, and no condition of GDPR article
    9(2) is stated. Without one, its use is forbidden, whatever the legal basis. Write the
    condition in `special_basis`. If there are several, list the data that each covers. If
    another organisation is the controller, it has the condition, and you need not state it.
    """
    for id, activity in center.activities.items():
        if center.is_on_behalf_of_others(activity):
            continue
        covers_all = any(not condition.personal_data for condition in activity.special_bases)
        covered = {data for each in activity.special_bases for data in each.personal_data}
        for data in activity.personal_data:
            if center.personal_data[data].special and not covers_all and data not in covered:
                yield Remark(
                    ("activities", id),
                    f"‘{data}’ is a special category of personal data, and no condition of article "
                    "9(2) is stated for it: write `special_basis`, which covers all of them, or "
                    "one that names this one",
                )


@rule(
    "LB003",
    "criminal-basis-missing",
    Severity.WARNING,
    _CRIMINAL,
    basis=("GDPR 10",),
    silent_on=(
        sound(
            "another organisation is the controller",
            """
            personal_data:
              record: {title: Criminal record, criminal: true}
            activities:
              orders:
                personal_data: [record]
                our_role: processor
                responsible: the firm that hires you
            """,
        ),
    ),
)
def criminal_basis_missing(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity uses data on criminal convictions and offences, and does not say what allows
    this. Such data may be used only under the control of official authority, or if a law of the
    Union or of a Member State authorises it (GDPR article 10). Consent alone is not enough.
    Write `criminal_basis`, with the law.
    """
    for id, activity in center.activities.items():
        if activity.criminal_basis or center.is_on_behalf_of_others(activity):
            continue
        for data in activity.personal_data:
            if center.personal_data[data].criminal:
                yield Remark(
                    ("activities", id),
                    f"‘{data}’ is about convictions or offences: say in `criminal_basis` what "
                    "allows its use (GDPR article 10)",
                )
