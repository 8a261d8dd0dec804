"""GR: what legal bases and conditions leave out, and what they need beside them."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter, SpecialBasis

_REST = lines(
    """
    activities:
      sales:
        title: Sales
        audiences: [customers]
        purposes: [deliver, invite you to our party]
        personal_data: [name]
        legal_basis: {basis: contract, purposes: [deliver]}
    """,
    """
    activities:
      sales:
        title: Sales
        audiences: [customers]
        personal_data: [name]
        legal_basis:
          - {basis: contract, purposes: [deliver]}
          - {basis: consent, purposes: [invite you to our party]}
    """,
)
_LAWLESS = lines(
    """
    personal_data:
      tests: {title: Test results, special: health}
    activities:
      register:
        title: Register of diseases
        audiences: [customers]
        purposes: [contain diseases]
        personal_data: [tests]
        legal_basis: consent
        special_basis: public_health
    """,
    """
    personal_data:
      tests: {title: Test results, special: health}
    activities:
      register:
        title: Register of diseases
        audiences: [customers]
        purposes: [contain diseases]
        personal_data: [tests]
        legal_basis: consent
        special_basis: {basis: public_health, law: Public Health Act}
    """,
)
_CHILDREN = lines(
    """
    activities:
      club:
        title: Club
        audiences: [customers]
        purposes: [run our club]
        personal_data: [name]
        legal_basis: contract
        offered_to_children: true
    """,
    """
    activities:
      club:
        title: Club
        audiences: [customers]
        purposes: [run our club]
        personal_data: [name]
        legal_basis: consent
        offered_to_children: true
    """,
)
_ON_LAW = (
    SpecialBasis.SUBSTANTIAL_PUBLIC_INTEREST,
    SpecialBasis.PUBLIC_HEALTH,
    SpecialBasis.RESEARCH,
)


@rule(
    "GR001",
    "rest-without-basis",
    Severity.INFO,
    _REST,
    basis=("GDPR 13(1)(c)",),
    silent_on=(
        sound(
            "one basis is that of all",
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
def rest_without_basis(center: PrivacyCenter) -> Iterator[Remark]:
    """Each legal basis of an activity names what rests on it, and something of the activity is left
    over. For that nobody learns the legal basis (GDPR article 13(1)(c)), and which rights there are
    cannot be told. Name it under the basis on which it rests; where one basis is that of all,
    leave out its `purposes` and `personal_data`.
    """
    for id, activity in center.activities.items():
        rest = [
            *(str(purpose.as_written()) for purpose in activity.purposes_without_basis),
            *activity.data_without_basis,
        ]
        for left in rest:
            yield Remark(
                ("activities", id, "legal_basis"),
                f"‘{left}’ rests on none of these: name it under one of them, or add its basis",
            )


@rule(
    "GR002",
    "condition-without-law",
    Severity.WARNING,
    _LAWLESS,
    basis=("GDPR 9(2)",),
    silent_on=(
        sound(
            "explicit consent needs no law",
            """
            personal_data:
              tests: {title: Test results, special: health}
            activities:
              orders: {personal_data: [tests], special_basis: explicit_consent}
            """,
        ),
    ),
)
def condition_without_law(center: PrivacyCenter) -> Iterator[Remark]:
    """Special categories are used for a substantial public interest, for public health or for
    research, and no law is named. These conditions hold only on the basis of a law of the Union or
    of a Member State (GDPR article 9(2)(g), (i) and (j)). Name it in `law` of the condition, as
    `special_basis: {basis: public_health, law: …}`.
    """
    for id, activity in center.activities.items():
        for condition in activity.special_bases:
            if condition.basis in _ON_LAW and not condition.law:
                yield Remark(
                    ("activities", id, "special_basis"),
                    f"`{condition.basis}` holds only on the basis of a law: name it in `law`, as "
                    f"`{{basis: {condition.basis}, law: …}}`",
                )


@rule(
    "GR003",
    "children-without-consent",
    Severity.INFO,
    _CHILDREN,
    basis=("GDPR 8(1)",),
    silent_on=(
        sound(
            "nothing says that it is offered to children",
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
def children_without_consent(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity is offered to children, and consent is not among its legal bases. The age from
    which children consent themselves is about consent only (GDPR article 8), so the pages do not
    give it. Write `legal_basis: consent` where consent is asked, or leave out
    `offered_to_children`.
    """
    for id, activity in center.activities.items():
        if activity.offered_to_children and not activity.asks_children:
            yield Remark(
                ("activities", id, "offered_to_children"),
                "no page gives the age of consent, because consent is not a legal basis here: "
                "write `legal_basis: consent`, or leave this out",
            )
