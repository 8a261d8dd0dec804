"""CO: who is responsible, and how to reach them."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.findings import Severity, lines
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter

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


@rule("CO007", "representative-missing", Severity.WARNING, _EXAMPLE)
def representative_missing(center: PrivacyCenter) -> Iterator[Remark]:
    """An organisation outside the European Union or the United Kingdom addresses people there
    and names no representative. It must appoint one in writing (GDPR article 27, UK GDPR article
    27) and name it to people (article 13(1)(a)), unless its processing is occasional and carries
    little risk, or it is a public authority. Name yours in `representative`, and a second one in
    `other_representatives`. If you address nobody there, say whom you do address in
    `serves_countries`. If you need none, ignore this rule.
    """
    organisation = center.organisation
    adequacy = shipped_catalogue().adequacy
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
