"""NN: the number by which a state knows its people."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import Activity, PrivacyCenter

_NUMBER = "national-number"
_BY_LAW_ONLY = ("BE", "NL")
"""Where nobody may use the number without a law or an authorisation: article 46 of the Dutch
Implementation Act (as noraonline.nl quotes it), article 8 of the Belgian Act of 8 August 1983 (as
gdprbelgium.be tells of it); both read on 2026-11-28, neither in the law itself."""
_STAFF = """
    organisation: {address: {city: Gent, country: %s}}
    personal_data:
      national-number: {title: National number}
    activities:
      staff:
        title: Staff
        audiences: [customers]
        purposes: [find work for you]
        personal_data: [name, national-number]
        processors: []
        retention: {period: P1Y}
        legal_basis: """
_FOR_WORK = lines(
    f"{_STAFF % 'BE'}contract",
    f"""{_STAFF % "BE"}
          - {{basis: contract, personal_data: [name]}}
          - {{basis: legal_obligation, law: Tax Code, personal_data: [national-number]}}
    """,
)
_AUTHORISED = sound(
    "an authorisation is named",
    f"""{_STAFF % "BE"}contract
        law: an authorisation of the National Register
    """,
)
_ELSEWHERE = sound("another law holds in your country", f"{_STAFF % 'LU'}contract")
_FOR_OTHERS = sound(
    "somebody else is responsible",
    f"""{_STAFF % "BE"}contract
        our_role: processor
        responsible: your employer
    """,
)


@rule(
    "NN001",
    "national-number-without-law",
    Severity.WARNING,
    _FOR_WORK,
    basis=("GDPR 87",),
    silent_on=(_AUTHORISED, _ELSEWHERE, _FOR_OTHERS),
)
def national_number_without_law(center: PrivacyCenter) -> Iterator[Remark]:
    """The national number of people is used, and no law is named that allows it. In the Netherlands
    and Belgium nobody may use it otherwise, even with consent (GDPR article 87; article 46 of the
    Dutch Implementation Act; article 8 of the Belgian Act of 8 August 1983): an employer may use
    that of employees for pay, but not that of applicants. Leave it out, or name the law: in `law`
    of a legal basis that covers the number.
    """
    if center.organisation.address.country not in _BY_LAW_ONLY:
        return
    for id, activity in center.activities.items():
        is_used = _NUMBER in activity.personal_data
        if is_used and not (_is_allowed(activity) or center.is_on_behalf_of_others(activity)):
            yield Remark(
                ("activities", id, "personal_data"),
                f"no law is named that allows the use of ‘{_NUMBER}’: leave it out, or name the "
                "law in a `legal_basis` that covers it",
            )


def _is_allowed(activity: Activity) -> bool:
    """Whether a law is named for the number: that of a legal basis, or another."""
    covering = [
        basis
        for basis in activity.legal_bases
        if not basis.personal_data or _NUMBER in basis.personal_data
    ]
    return bool(activity.law or any(basis.law for basis in covering))
