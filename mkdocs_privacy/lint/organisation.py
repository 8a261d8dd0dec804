"""CO: who is responsible, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.model import Contact, DataProtectionOfficer, PrivacyCenter

_EXAMPLE = lines(
    """
    organisation:
      address: {city: Boston, country: US}
    """,
    """
    organisation:
      address: {city: Boston, country: US}
      representative:
        name: Tuimelkous Europe
        address: {city: Antwerpen, country: BE}
        contact: {email: europe@tuimelkous.example}
    """,
)

_SERVES_ITS_OWN_COUNTRY = sound(
    "it addresses nobody in the Union",
    """
    organisation:
      address: {city: Boston, country: US}
      serves_countries: [US]
    """,
)
_CHARGE = lines(
    """
    organisation:
      privacy_contact: {name: Our DPO, email: privacy@tuimelkous.example}
    """,
    """
    organisation:
      privacy_contact: {name: Privacy team, email: privacy@tuimelkous.example}
    """,
)
_REAL_OFFICER = sound(
    "there is an officer",
    """
    organisation:
      privacy_contact: {name: Our DPO, email: privacy@tuimelkous.example}
      data_protection_officer: {email: privacy@tuimelkous.example}
    """,
)
_NAME_OF_A_FIRM = sound(
    "the letters are part of the name of a firm",
    """
    organisation:
      privacy_contact: {name: FG Advocaten, email: privacy@tuimelkous.example}
    """,
)
_SAYS_THAT_IT_IS_NONE = sound(
    "the name says that it is none",
    """
    organisation:
      privacy_contact:
        name: Privacy team (no data protection officer)
        email: privacy@tuimelkous.example
    """,
)
_OFFICER = lines(
    """
    personal_data:
      allergies: {title: Allergies, special: health}
    activities:
      menus:
        title: Menus
        audiences: [customers]
        purposes: [cook for you]
        personal_data: [allergies]
        legal_basis: consent
        special_basis: explicit_consent
    """,
    """
    organisation: {data_protection_officer: none}
    personal_data:
      allergies: {title: Allergies, special: health}
    activities:
      menus:
        title: Menus
        audiences: [customers]
        purposes: [cook for you]
        personal_data: [allergies]
        legal_basis: consent
        special_basis: explicit_consent
        processors: []
        retention: {period: P1Y}
    """,
)
_NO_SPECIAL_DATA = sound("nothing special is used", "organisation: {}")
_NOT_USED = sound(
    "no activity uses it", "personal_data: {allergies: {title: Allergies, special: health}}"
)
_IN_FULL = re.compile(
    r"\b(functionaris (voor )?(de )?gegevensbescherming|data protection officer"
    r"|délégué[e]? à la protection des données)\b",
    re.IGNORECASE,
)
_IN_SHORT = re.compile(
    r"(?:(?:our|the|your|onze|ons|de|het|notre|le|la|bureau|service) |[^()]+\()?(?:DPO|FG|DPD)"
    r"(?: (?:team|office)|-team|\))?",
    re.IGNORECASE,
)
"""The whole of a name: the same letters may be the beginning of that of a firm."""
_NONE = re.compile(r"\b(no|not|geen|pas|aucun)\b", re.IGNORECASE)


def _is_called_officer(words: str) -> bool:
    is_named = _IN_FULL.search(words) or _IN_SHORT.fullmatch(words)
    return bool(is_named) and not _NONE.search(words)


@knowing_rule(
    "CO007",
    "representative-missing",
    Severity.WARNING,
    _EXAMPLE,
    basis=("GDPR 27(1)", "GDPR 13(1)(a)"),
    silent_on=(_SERVES_ITS_OWN_COUNTRY,),
)
def representative_missing(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """An organisation outside the European Union or the United Kingdom addresses people there
    and names no representative. It must appoint one in writing (GDPR article 27, UK GDPR article
    27) and name it to people (article 13(1)(a)), unless its processing is occasional and carries
    little risk, or it is a public authority. Name yours in `representative`, and a second one in
    `other_representatives`. If you address nobody there, say whom you do address in
    `serves_countries`. If you need none, ignore this rule.
    """
    organisation = center.organisation
    adequacy = known.catalogue.adequacy
    home, served = organisation.address.country, organisation.serves_countries
    named = [*filter(None, [organisation.representative])]
    named += organisation.other_representatives.values()
    places = [representative.address.country for representative in named]
    is_needed = adequacy.is_third_country(home) and adequacy.reaches_the_area(home, served)
    if is_needed and all(map(adequacy.is_third_country, places)):
        yield Remark(
            ("organisation",),
            "an organisation outside the Union that addresses people in it appoints a "
            "representative there: name it in `representative` (GDPR article 27), or say in "
            "`serves_countries` whom you address",
        )
    if "GB" in served and home != "GB" and "GB" not in places:
        yield Remark(
            ("organisation", "serves_countries"),
            "an organisation elsewhere that addresses people in the United Kingdom appoints a "
            "representative there: name it in `other_representatives` (UK GDPR article 27)",
        )


@rule(
    "CO006",
    "officer-unstated",
    Severity.INFO,
    _OFFICER,
    basis=("GDPR 37(1)", "GDPR 13(1)(b)"),
    silent_on=(_NO_SPECIAL_DATA, _NOT_USED),
)
def officer_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """You use special categories of personal data or data on offences, and nothing says whether you
    have a data protection officer. Who does so on a large scale must have one (GDPR article 37(1)),
    and tell people how to reach the officer (article 13(1)(b)). Write `data_protection_officer`,
    or `none` if you need none.
    """
    if center.organisation.data_protection_officer is not None:
        return
    used = {id for activity in center.activities.values() for id in activity.personal_data}
    for id, category in center.personal_data.items():
        if id in used and (category.special or category.criminal):
            yield Remark(
                ("organisation",),
                f"you use ‘{id}’, and nothing says whether you have a data protection officer: "
                "add `data_protection_officer`, or `none`",
            )
            return


@rule(
    "CO009",
    "contact-called-officer",
    Severity.WARNING,
    _CHARGE,
    basis=("GDPR 37(1)", "GDPR 38(4)"),
    silent_on=(_REAL_OFFICER, _NAME_OF_A_FIRM, _SAYS_THAT_IT_IS_NONE),
)
def contact_called_officer(center: PrivacyCenter) -> Iterator[Remark]:
    """A contact is called a data protection officer, and the data has none. That title belongs to
    somebody with the position and the independence of GDPR articles 37 to 39, of whom the
    authority is told. Write `data_protection_officer`, or call the contact something else.
    """
    organisation = center.organisation
    if isinstance(organisation.data_protection_officer, DataProtectionOfficer):
        return
    contacts: Mapping[str, Contact | None] = {
        "contact": organisation.contact,
        "privacy_contact": organisation.privacy_contact,
    }
    for key, contact in contacts.items():
        if contact and contact.name and any(map(_is_called_officer, contact.name.all_words)):
            yield Remark(
                ("organisation", key, "name"),
                "this names a data protection officer, and there is none in the data: add "
                "`data_protection_officer`, or call the contact something else",
            )
