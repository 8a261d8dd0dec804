"""BL: which law obliges an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.model import LegalBasis, PrivacyCenter

_INVOICES = """
    activities:
      invoices:
        title: Invoices
        audiences: [customers]
        purposes: [keep accounts]
        personal_data: [name]
        legal_basis: """
_FIRM = f"""
    organisation:
      address: {{city: Boston, country: US}}
      representative:
        name: Tuimelkous Europe
        address: {{city: Antwerpen, country: BE}}
        contact: {{email: europe@tuimelkous.example}}{_INVOICES}"""
_OF_ITS_OWN_COUNTRY = lines(
    f"""{_FIRM}legal_obligation
        law: the Internal Revenue Code
    """,
    f"""{_FIRM}legitimate_interests
        interest: to keep the accounts that the law of our country asks for
    """,
)
_OF_THE_UNION = sound(
    "the law is one of the Union",
    f"""{_FIRM}legal_obligation
        law: Directive 2006/112/EC on VAT
    """,
)
_BRITISH = sound(
    "the UK GDPR accepts the law of the United Kingdom",
    f"""
    organisation: {{address: {{city: Leeds, country: GB}}}}{_INVOICES}legal_obligation
        law: the Companies Act 2006
    """,
)
_ELSEWHERE = sound(
    "it addresses nobody in the Union",
    f"""
    organisation:
      address: {{city: Boston, country: US}}
      serves_countries: [US]{_INVOICES}legal_obligation
        law: the Internal Revenue Code
    """,
)
_NAMES_LAW_OF_THE_UNION = re.compile(
    r"\((?:EU|UE|EG|EC|CE|EEG|EEC|CEE)\)|\d/(?:EU|UE|EG|EC|CE|EEG|EEC|CEE)\b"
    r"|\b(?:GDPR|AVG|RGPD)\b|\b(?i:directive|richtlijn)\b"
)


@knowing_rule(
    "BL001",
    "law-outside-union",
    Severity.INFO,
    _OF_ITS_OWN_COUNTRY,
    basis=("GDPR 6(3)",),
    silent_on=(_OF_THE_UNION, _BRITISH, _ELSEWHERE),
)
def law_outside_union(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """An organisation outside the European Economic Area rests an activity on a legal obligation
    or a public task. Only law of the Union or of a Member State counts as such (GDPR article
    6(3)): an obligation under the law of your own country does not. If a law of the Union or of a
    Member State obliges you, such as on VAT, name it in `law`; if that is not recognised, ignore
    this rule. Otherwise rest the activity on another basis, usually `legitimate_interests`.
    """
    adequacy, organisation = known.catalogue.adequacy, center.organisation
    home = organisation.address.country
    is_outside = adequacy.is_third_country(home) and home != "GB"
    if not is_outside or not adequacy.reaches_the_area(home, organisation.serves_countries):
        return
    for id, activity in center.activities.items():
        if center.is_on_behalf_of_others(activity):
            continue
        for stated in activity.legal_bases:
            needs_law = stated.basis in (LegalBasis.LEGAL_OBLIGATION, LegalBasis.PUBLIC_TASK)
            named = " ".join(stated.law.all_words) if stated.law else ""
            if needs_law and not _NAMES_LAW_OF_THE_UNION.search(named):
                yield Remark(
                    ("activities", id),
                    f"`{stated.basis}` counts only under the law of the Union or of a Member State "
                    "(GDPR article 6(3)): name such a law in `law`, or choose another basis, such "
                    "as `legitimate_interests`",
                )
