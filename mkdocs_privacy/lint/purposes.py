"""PU: why personal data is used, on which legal basis, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import Activity, DataSource, LegalBasis, PrivacyCenter, Requirement

_ORDERS = """
    activities:
      returns:
        title: Returns
        audiences: [customers]
        purposes: [deal with what you send back]
        personal_data: [name]
        processors: []
        retention: {period: P1Y}
        """
_BASIS = lines(f"{_ORDERS}requirement: voluntary", f"{_ORDERS}legal_basis: contract")
_FOR_OTHERS = sound(
    "you are a processor in the activity",
    f"""{_ORDERS}our_role: processor
        responsible: the shop where you ordered
    """,
)
_REQUIREMENT = lines(
    f"{_ORDERS}legal_basis: contract",
    f"""{_ORDERS}legal_basis: contract
        requirement: necessary_for_contract
        if_not_given: We cannot take it back.
    """,
)
_CONSENT = lines(
    f"{_ORDERS}legal_basis: consent",
    f"""{_ORDERS}legal_basis: consent
        withdraw: Write to us.
    """,
)
_ORIGIN = lines(
    f"""{_ORDERS}legal_basis: contract
        source: third_party
    """,
    f"""{_ORDERS}legal_basis: contract
        source: third_party
        origin: who ordered a gift for you
    """,
)
_EACH_NAMED = sound(
    "each source names its own",
    f"""{_ORDERS}legal_basis: contract
        source: [{{source: third_party, origin: who ordered a gift for you}}]
    """,
)
_MARKETING = lines(
    f"""{_ORDERS}legal_basis: contract
        direct_marketing: true
    """,
    f"""{_ORDERS}legal_basis: consent
        direct_marketing: true
        withdraw: Follow the link in each e-mail.
    """,
)
_SOFT_OPT_IN = sound("it rests on the soft opt-in", f"{_ORDERS}legal_basis: soft_opt_in")
_MIXED = sound(
    "consent is among its legal bases",
    f"""{_ORDERS}withdraw: Follow the link in each e-mail.
        direct_marketing: true
        legal_basis:
          - {{basis: contract, personal_data: [name]}}
          - {{basis: consent, personal_data: [name]}}
    """,
)
_ASKED_IN_A_BANNER = sound(
    "visitors choose it in the banner, which `consent` describes",
    f"""{_ORDERS}legal_basis: consent
    cookies:
      count: {{name: Count, category: statistics, purpose: counts, activity: returns}}
    consent: {{how: You choose in the banner.}}
    """,
)
_VOLUNTARY = sound(
    "nobody must give it, so nothing follows",
    f"""{_ORDERS}legal_basis: contract
        requirement: voluntary
    """,
)
_OBSERVED = sound(
    "nobody is asked to give the data",
    f"""{_ORDERS}legal_basis: contract
        source: ourselves
    """,
)


def _ours(center: PrivacyCenter) -> Iterator[tuple[str, Activity]]:
    """The activities for which the organisation itself is responsible, with their ids."""
    for id, activity in center.activities.items():
        if not center.is_on_behalf_of_others(activity):
            yield id, activity


def _is_on_devices(center: PrivacyCenter, id: str, activity: Activity) -> bool:
    """Whether something on the devices of visitors is a part of an activity."""
    recipients = {recipient.id for recipient in activity.processors or ()}
    return any(
        service.activity == id or service.processor in recipients
        for service in (center.cookies or {}).values()
    )


@rule(
    "PU002",
    "basis-unstated",
    Severity.WARNING,
    _BASIS,
    basis=("GDPR 6(1)", "GDPR 13(1)(c)"),
    silent_on=(_FOR_OTHERS,),
)
def basis_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity has no legal basis. People must be told the legal basis of each purpose (GDPR
    article 13(1)(c)), and which rights they have depends on it. Write `legal_basis`, with `law` or
    `interest` where it needs one.
    """
    for id, activity in _ours(center):
        if not activity.legal_bases:
            yield Remark(
                ("activities", id),
                "no legal basis is stated: add `legal_basis`, one of consent, contract, "
                "legal_obligation, vital_interests, public_task, legitimate_interests, soft_opt_in",
            )


@rule(
    "PU007",
    "requirement-unstated",
    Severity.INFO,
    _REQUIREMENT,
    basis=("GDPR 13(2)(e)",),
    silent_on=(_FOR_OTHERS, _OBSERVED, _VOLUNTARY),
)
def requirement_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """Somebody gives you data, and nothing says whether they must. People must be told whether a
    law or a contract demands it, and what happens if they do not give it (GDPR article 13(2)(e)).
    Write `requirement`, and `if_not_given` unless it is `voluntary`.
    """
    for id, activity in _ours(center):
        if not any(source.is_asked for source in center.sources(activity)):
            continue
        if activity.requirement is None:
            yield Remark(
                ("activities", id),
                "nothing says whether people must give this data: add `requirement`, and "
                "`if_not_given` unless it is `voluntary`",
            )
        elif activity.requirement is not Requirement.VOLUNTARY and not activity.if_not_given:
            yield Remark(
                ("activities", id, "requirement"),
                "people must give this data, and nothing says what happens if they do not: add "
                "`if_not_given`",
            )


@rule(
    "PU010",
    "withdrawal-unstated",
    Severity.INFO,
    _CONSENT,
    basis=("GDPR 7(3)", "GDPR 13(2)(c)"),
    silent_on=(_FOR_OTHERS, _ASKED_IN_A_BANNER),
)
def withdrawal_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity rests on consent, and nothing says how to withdraw it other than by a request
    to you. Withdrawing must be as easy as giving consent (GDPR article 7(3)). Write `withdraw`,
    such as a link in each e-mail, or describe the consent tool in `consent`.
    """
    for id, activity in _ours(center):
        on_consent = any(basis.basis is LegalBasis.CONSENT for basis in activity.legal_bases)
        is_in_banner = center.consent and _is_on_devices(center, id, activity)
        if on_consent and not activity.withdraw and not is_in_banner:
            yield Remark(
                ("activities", id),
                "nothing says how consent is withdrawn: add `withdraw`, which must be as easy as "
                "giving it",
            )


@rule(
    "PU012",
    "origin-unstated",
    Severity.WARNING,
    _ORIGIN,
    basis=("GDPR 14(2)(f)",),
    silent_on=(_FOR_OTHERS, _EACH_NAMED),
)
def origin_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """Data comes from a third party or a public source, and nothing says which. People must be
    told from where you have their data (GDPR article 14(2)(f)). Write `origin`, and
    `publicly_accessible` if everybody can consult the source.
    """
    named = {DataSource.THIRD_PARTY, DataSource.PUBLIC}
    for id, activity in _ours(center):
        others = [one for one in center.origins(activity) if one.source in named]
        if others and not activity.origin and not all(one.origin for one in others):
            yield Remark(
                ("activities", id),
                "data comes from somebody else, and nothing says from whom: add `origin`",
            )


@rule(
    "PU013",
    "marketing-on-contract",
    Severity.WARNING,
    _MARKETING,
    basis=("ePrivacy 13(1)", "GDPR 21(2)"),
    silent_on=(_SOFT_OPT_IN, _MIXED),
)
def marketing_on_contract(center: PrivacyCenter) -> Iterator[Remark]:
    """Direct marketing rests on a contract or on a legal obligation. A contract does not need it,
    and electronic mail needs consent or the soft opt-in (ePrivacy Directive, article 13(1) and
    (2)). Write `consent`, `soft_opt_in` or, for marketing that is not electronic mail,
    `legitimate_interests`.
    """
    wrong = {LegalBasis.CONTRACT, LegalBasis.LEGAL_OBLIGATION}
    for id, activity in _ours(center):
        bases = {basis.basis for basis in activity.legal_bases}
        if activity.is_direct_marketing and bases and bases <= wrong:
            yield Remark(
                ("activities", id, "legal_basis"),
                "direct marketing cannot rest on this: write `consent`, `soft_opt_in` or "
                "`legitimate_interests`",
            )
