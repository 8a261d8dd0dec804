"""A postal address: in the order of its country, whole, and the same wherever it is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pycountry
import pytest
from requests_world import an_intake
from test_notice import read, words, written
from test_pages import pages_of
from told import LOCALIZATIONS, center
from worlds import LANGUAGES, small_center

from mkdocs_privacy.changelog.values import plain_words
from mkdocs_privacy.localization import postal_lines
from mkdocs_privacy.model.organisation import Address
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.intake import (
    Intake,
    letter_html,
    letter_text,
    receipt_letter,
    refusal_html,
)

COUNTRIES = sorted(country.alpha_2 for country in pycountry.countries)
AMERICAN = {
    "street": "1 Main Street",
    "postal_code": "01234",
    "city": "Springfield",
    "region": "Massachusetts",
    "country": "US",
}


def lines(language: str, **written: str) -> tuple[str, ...]:
    return postal_lines(Address(**written), LOCALIZATIONS[language])


# Customs


@pytest.mark.parametrize(
    ("country", "written", "expected"),
    [
        ("BE", ("Kerkstraat 1", "2580", "Putte", None), "Kerkstraat 1|2580 Putte"),
        ("NL", ("Pakhuiskade 7", "6849 ZZ", "Arnhem", None), "Pakhuiskade 7|6849 ZZ Arnhem"),
        ("FR", ("3 rue Lepic", "75018", "Paris", None), "3 rue Lepic|75018 Paris"),
        ("DE", ("Marktplatz 1", "80331", "München", None), "Marktplatz 1|80331 München"),
        ("GB", ("10 High Street", "OX1 1AA", "Oxford", None), "10 High Street|Oxford|OX1 1AA"),
        ("US", ("1 Main St", "62701", "Springfield", "IL"), "1 Main St|Springfield, IL 62701"),
        ("JP", ("1-1 Ginza", "104-0061", "Chuo", "Tokyo"), "1-1 Ginza|Chuo, Tokyo|104-0061"),
        ("JP", ("銀座1-1", "104-0061", "中央区", "東京都"), "〒104-0061|東京都|中央区|銀座1-1"),
        ("IE", ("1 Quay", "P24 X123", "Cobh", "Co. Cork"), "1 Quay|Cobh|Co. Cork|P24 X123"),
        ("LU", ("1, rue du Fort", "1009", "Luxembourg", None), "1, rue du Fort|L-1009 Luxembourg"),
        ("CH", ("Marktgasse 1", "3011", "Bern", None), "Marktgasse 1|CH-3011 Bern"),
        ("IT", ("Via Roma 1", "00144", "Roma", "RM"), "Via Roma 1|00144 Roma RM"),
        ("SG", ("1 Marina Road", "018989", "Singapore", None), "1 Marina Road|Singapore 018989"),
    ],
)
def test_an_address_is_written_as_in_its_country(
    country: str, written: tuple[str, str, str, str | None], expected: str
) -> None:
    parts = dict(zip(("street", "postal_code", "city", "region"), written, strict=True))
    address = Address.model_validate({**parts, "country": country})
    assert "|".join(postal_lines(address, LOCALIZATIONS["en"])[:-1]) == expected


def test_the_country_is_named_in_the_language_of_the_reader() -> None:
    last_lines = [lines(language, city="Bern", country="CH")[-1] for language in LANGUAGES]
    assert last_lines == ["Zwitserland", "Suisse", "Switzerland"]


@pytest.mark.parametrize("country", ["BE", "NL", "FR", "DE", "GB", "US", "JP", "IE", "LU", "CH"])
def test_a_city_alone_has_no_commas_and_marks_of_what_is_not_there(country: str) -> None:
    assert lines("en", city="Town", country=country)[:-1] == ("Town",)


def test_a_region_in_a_country_that_writes_none_has_a_line_of_its_own() -> None:
    written = {"postal_code": "2580", "city": "Putte", "region": "Antwerpen", "country": "BE"}
    assert lines("nl", **written) == ("2580 Putte", "Antwerpen", "België")


def test_between_city_and_postal_code_stands_what_goes_there_without_a_region() -> None:
    written = {"postal_code": "01234", "city": "Springfield", "country": "US"}
    assert lines("en", **written)[0] == "Springfield 01234"


@pytest.mark.parametrize("postal_code", ["L-1009", "L 1009", "l-1009"])
def test_a_postal_code_that_has_its_mark_does_not_get_it_again(postal_code: str) -> None:
    written = lines("en", postal_code=postal_code, city="Luxembourg", country="LU")
    assert written == (f"{postal_code} Luxembourg", "Luxembourg")


def test_a_street_of_several_lines_keeps_them() -> None:
    written = lines("nl", street="Huis ten Halve\nKerkstraat 1\n", city="Putte", country="BE")
    assert written == ("Huis ten Halve", "Kerkstraat 1", "Putte", "België")


@pytest.mark.parametrize("country", COUNTRIES)
def test_whatever_is_written_is_printed_once_in_every_country(country: str) -> None:
    for script in (
        {"street": "Qxa 1", "postal_code": "77-88", "city": "Qxb", "region": "Qxc"},
        {"street": "丸 1", "postal_code": "77-88", "city": "千", "region": "東"},
    ):
        for is_written in product((True, False), repeat=3):
            left_out = {
                name
                for name, kept in zip(("street", "postal_code", "region"), is_written, strict=True)
                if not kept
            }
            parts = {name: part for name, part in script.items() if name not in left_out}
            *printed, last = lines("en", **parts, country=country)
            counted = {name: "\n".join(printed).count(part) for name, part in parts.items()}
            assert counted == dict.fromkeys(parts, 1)
            assert last == LOCALIZATIONS["en"].country(country)
            assert all(line == line.strip(" ,-/") != "" for line in printed)


# Wherever it is printed

ON_ONE_LINE = "1 Main Street, Springfield, Massachusetts 01234, United States"
IN_LINES = "1 Main Street\nSpringfield, Massachusetts 01234\nUnited States\n"
IN_AN_ADDRESS = """\
<address>
1 Main Street<br>
Springfield, Massachusetts 01234<br>
United States
</address>"""


def test_pages_print_it_in_an_element_of_its_own(tmp_path: Path) -> None:
    organisation = small_center()["organisation"] | {"address": AMERICAN}
    pages = pages_of(tmp_path, {"organisation": organisation})
    assert IN_AN_ADDRESS in pages["contact"].body
    assert IN_AN_ADDRESS in pages["right.access"].body, "the letter that a visitor can print"


@pytest.mark.parametrize(
    ("country", "company"), [("US", "Hosting Inc."), ("IE", "Hosting Inc., Ireland")]
)
def test_the_register_names_the_country_of_a_company_and_of_its_address_once(
    tmp_path: Path, country: str, company: str
) -> None:
    hosting = {"name": "Hosting", "legal_name": "Hosting Inc.", "country": country}
    hosting |= {"category": "hosting", "role": "processor", "address": AMERICAN}
    activities = small_center()["activities"]
    activities["orders"]["processors"] = ["hosting"]
    changes = {"processors": {"hosting": hosting}, "activities": activities}
    page = pages_of(tmp_path, changes)["processors"]
    assert f"<dd>{company}<br>{ON_ONE_LINE}" in page.body


def test_a_change_tells_it_whole() -> None:
    address = Address.model_validate(AMERICAN)
    assert plain_words(address, LOCALIZATIONS["en"]) == ON_ONE_LINE


def test_the_e_mail_of_a_release_gives_it_whole() -> None:
    contact = {"email": "privacy@tuimelkous.example", "address": AMERICAN}
    message = read(written(language="en", center=center(privacy_contact=contact)))
    assert f"- {ON_ONE_LINE}\n" in words(message)
    assert f"<li>{ON_ONE_LINE}</li>" in words(message, "html")


def an_american_intake() -> Intake:
    intake = an_intake()
    organisation = intake.center.organisation.model_copy(
        update={"address": Address.model_validate(AMERICAN)}
    )
    return replace(intake, center=intake.center.model_copy(update={"organisation": organisation}))


def test_a_letter_has_it_at_its_head() -> None:
    intake = an_american_intake()
    request = RightsRequest(
        reference="7K3F-9QXZ-W2M4-6H8T",
        received_at=datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
        expected_by=date(2026, 12, 2),
        fields={"right": "access", "language": "en"},
    )
    letter = receipt_letter(request, intake)
    on = date(2026, 11, 25)
    assert f"\n{IN_LINES}" in letter_text(letter, request, intake, on)
    assert IN_LINES.strip().replace("\n", "<br>") in letter_html(letter, request, intake, on)


def test_an_answer_of_the_receiver_says_where_to_write_instead() -> None:
    intake = an_american_intake()
    assert IN_AN_ADDRESS in refusal_html(intake.refuse(503, "en", "why"), intake)
