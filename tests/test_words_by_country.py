"""What a country calls things itself: the number of a business, of a person, a complaint."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from worlds import LANGUAGES, small_center

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.localization import (
    FormOfAddress,
    Localization,
    LocalizedCenter,
    load_catalog,
    template_filters,
)
from mkdocs_privacy.model import Context, PrivacyCenter
from mkdocs_privacy.pages import Site, find_standing, render_pages
from mkdocs_privacy.releases import History
from mkdocs_privacy.requests import RequestOptions

NUMBERS = {
    "BE": ("Ondernemingsnummer (KBO)", "Numéro d’entreprise (BCE)", "Enterprise number"),
    "NL": ("KvK-nummer", "Numéro KvK", "Chamber of Commerce number"),
    "FR": ("Siren-nummer", "Numéro SIREN", "SIREN number"),
    "LU": ("RCS Luxemburg", "Numéro RCS", "RCS Luxembourg"),
    "DE": ("Handelsregisternummer", "Handelsregister", "Commercial register number"),
    "AT": ("Registratienummer", "Numéro d’immatriculation", "Registration number"),
}
IDENTITY_NUMBERS = {
    "BE": ("rijksregisternummer", "numéro de registre national", "national register number"),
    "NL": ("burgerservicenummer", "numéro d’identification néerlandais", "citizen service number"),
    "FR": ("socialezekerheidsnummer", "numéro de sécurité sociale", "social security number"),
    "LU": ("nationaal identificatienummer", "numéro d’identification national", "identification"),
    "DE": ("nationaal identificatienummer", "numéro d’identification national", "identification"),
}
COMPLAINTS = {"BE": "introduire une plainte", "FR": "introduire une réclamation"}
CASES = [
    *((country, language, FormOfAddress.FORMAL) for country in NUMBERS for language in LANGUAGES),
    *((country, "fr", FormOfAddress.INFORMAL) for country in ("BE", "FR", "LU")),
]


def pages(country: str, language: str, form: FormOfAddress, **organisation: Any) -> dict[str, str]:
    """The pages of a small organisation in a country."""
    content: dict[str, Any] = {**small_center(), "personal_data": shipped_catalogue().personal_data}
    content["organisation"] |= {
        "address": {"city": "Stad", "country": country},
        "registration": {"number": "0123.456.749"},
        "supervisory_authority": {
            "name": "Authority",
            "website": "https://a.example",
            "complaint": "https://a.example/complain",
        },
        **organisation,
    }
    center = PrivacyCenter.model_validate(content, context=Context())
    localized = LocalizedCenter(center, Localization(language, load_catalog(language, form)))
    site = Site(requests=RequestOptions(endpoint="https://requests.example/{right}"))
    standing = find_standing(center, History(), None)
    return {page.kind.name: str(page.body) for page in render_pages(localized, site, standing, ())}


@pytest.mark.parametrize(("country", "language", "form"), CASES)
def test_pages_say_it_in_the_words_of_the_country(
    country: str, language: str, form: FormOfAddress
) -> None:
    said = pages(country, language, form)
    place = ("nl", "fr", "en").index(language)
    label = said["contact"].partition("<dd>0123.456.749")[0].rpartition("<dt>")[2]
    assert NUMBERS[country][place] in label
    if country in IDENTITY_NUMBERS:
        assert IDENTITY_NUMBERS[country][place] in said["request"]
    if language == "fr" and country in COMPLAINTS:
        assert f"Comment y {COMPLAINTS[country]}" in said["contact"]


def test_a_register_that_is_named_goes_before_that_of_the_country() -> None:
    registration = {"register": {"nl": "RCS Parijs", "fr": "RCS Paris"}, "number": "123 456 789"}
    said = pages("FR", "fr", FormOfAddress.FORMAL, registration=registration)
    assert "<dt>Numéro d’immatriculation</dt><dd>RCS Paris 123 456 789" in said["contact"]


def test_a_country_or_a_language_without_words_of_its_own_has_those_of_all(
    tmp_path: Path,
) -> None:
    in_country = template_filters(Localization("fr", load_catalog("fr")))["in_country"]
    assert in_country("form.no_identity_card", "BE") == "form.no_identity_card.BE"
    assert in_country("form.no_identity_card", "PL") == "form.no_identity_card"
    catalog = tmp_path / "de" / "LC_MESSAGES" / "privacy.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid "form.no_identity_card"\nmsgstr "Keine Ausweisnummer."\n', "utf-8")
    german = Localization("de", load_catalog("de", own=tmp_path))
    # English words of a country do not go before German ones of all
    assert german.id_in_country("form.no_identity_card", "BE") == "form.no_identity_card"
