"""NR: what is said of numbers and addresses that cannot be right."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_world import check, write_site
from worlds import found_by, load_world

from mkdocs_privacy.lint import identifiers

ORGANISATION = """\
organisation:
  name: Tuimelkous
  address: {city: Town, country: %s}
  website: %s
  contact: {email: hallo@tuimelkous.example}
%saudiences:
  customers: {title: Customers}
"""


def told(
    folder: Path, country: str, more: str = "", website: str = "https://x.example"
) -> list[str]:
    written = ORGANISATION % (country, website, f"  {more}\n" if more else "")
    loaded = load_world(folder, {"privacy/organisation.yml": written}, ("en",))
    shown = (str(finding) for finding in found_by(identifiers, loaded))
    return [line.removeprefix("privacy/organisation.yml:") for line in shown]


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("BE", "0123.456.749"),
        ("BE", "BE 0123 456 749"),
        ("BE", '"[company number]"'),
        ("FR", "552 081 317"),
        ("FR", "552 081 317 66522"),
        ("FR", "FR 552 081 317"),
        ("FR", "W691234567"),
        ("NL", "12345678"),
        ("DE", "HRB 1234"),
        ("DE", "1"),
        ("CH", "1"),
    ],
)
def test_says_nothing_of_a_number_that_can_be_right(
    country: str, number: str, tmp_path: Path
) -> None:
    assert told(tmp_path, country, f"registration: {{number: {number}}}") == []


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("BE", "0123.456.789"),
        ("BE", "123"),
        ("BE", "BTW BE0123.456.788"),
        ("BE", "Leuven"),
        ("BE", "0123.456.749x"),
        ("FR", "552081317x"),
        ("NL", "12345678x"),
        ("DE", "Berlin"),
        ("FR", "552 081 318"),
        ("FR", "552 081 317 00019"),
        ("FR", "RCS Lyon 123 456 789"),
        ("NL", "1234567"),
        ("NL", "123456789"),
    ],
)
def test_a_company_number_has_its_length_and_its_check_digits(
    country: str, number: str, tmp_path: Path
) -> None:
    shape = {
        "BE": ": it has 10 digits, of which the last two check the others",
        "FR": ": a SIREN has 9 digits, a SIRET 14, and the last checks the others",
        "NL": ": it has 8 digits",
    }
    assert told(tmp_path, country, f"registration: {{number: {number}}}") == [
        f"6: warning: organisation.registration.number: ‘{number}’ is no company number of "
        f"{country}{shape.get(country, '')} [company-number-wrong]"
    ]


@pytest.mark.parametrize(
    ("country", "number", "alone"),
    [
        ("FR", "RCS Paris 552 081 317", "552 081 317"),
        ("FR", "552 081 317 R.C.S. Paris", "552 081 317"),
        ("FR", '"SIREN : 552081317"', "552081317"),
        ("BE", "RPR Gent 0123.456.749", "0123.456.749"),
        ("BE", "BTW BE 0123.456.749", "0123.456.749"),
        ("NL", "KvK 12345678", "12345678"),
    ],
)
def test_a_company_number_stands_alone_beside_its_name(
    country: str, number: str, alone: str, tmp_path: Path
) -> None:
    (line,) = told(tmp_path, country, f"registration: {{number: {number}}}")
    assert f"so write it alone: `{alone}`. The name of another register" in line
    named = f"registration: {{register: RCS Paris, number: {alone}}}"
    assert told(tmp_path, country, named) == []


def test_a_number_of_another_register_is_not_judged(tmp_path: Path) -> None:
    other = "registration: {register: Register of associations, number: 12}"
    assert told(tmp_path, "BE", other) == []


@pytest.mark.parametrize(
    ("country", "vat"),
    [
        ("BE", "BE 0123.456.749"),
        ("BE", "0123.456.749"),
        ("NL", "BE0123456749"),
        ("DE", "DE136695976"),
        ("CH", "CHE-1"),
    ],
)
def test_says_nothing_of_a_vat_number_that_can_be_right(
    country: str, vat: str, tmp_path: Path
) -> None:
    registration = f"registration: {{register: Ours, number: 12, vat: {vat}}}"
    assert told(tmp_path, country, registration) == []


def test_a_vat_number_has_its_check_digits(tmp_path: Path) -> None:
    registration = "registration: {register: Ours, number: 12, vat: BE 0123.456.789}"
    assert told(tmp_path, "BE", registration) == [
        "6: warning: organisation.registration.vat: ‘BE 0123.456.789’ is no VAT number "
        "[company-number-wrong]"
    ]


def test_a_website_is_encrypted(tmp_path: Path) -> None:
    assert told(tmp_path, "BE", website="http://x.example") == [
        "4: warning: organisation.website: write `https://` [website-without-https]"
    ]


def test_the_letter_that_lacks_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = ORGANISATION % ("BE", "'http://x.example/http://'   # ours", "")
    write_site(tmp_path, {"privacy/organisation.yml": written})
    monkeypatch.chdir(tmp_path)
    assert "1 fixed" in check("--fix").stderr
    fixed = (tmp_path / "privacy/organisation.yml").read_text("utf-8")
    assert "  website: https://x.example/http://   # ours\n" in fixed


@pytest.mark.parametrize(
    "phone", ["+32 15 00 00 00", "+32 (0)15 00 00 00", "015 00", "+33 (0)1 23 45 67 89"]
)
def test_says_nothing_of_a_number_that_can_be_called(phone: str, tmp_path: Path) -> None:
    contact = f"privacy_contact: {{phone: '{phone}'}}"
    assert told(tmp_path, "BE", contact) == []


@pytest.mark.parametrize("phone", ["+32 15 00", "+32 15 00 00 00 00 00 00", "+999 1234567"])
def test_a_number_in_international_form_can_be_called(phone: str, tmp_path: Path) -> None:
    assert told(tmp_path, "BE", f"privacy_contact: {{phone: '{phone}'}}") == [
        f"6: warning: organisation.privacy_contact.phone: ‘{phone}’ cannot be called: "
        "write the whole number, or leave it out [phone-impossible]"
    ]


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("BE", "2800"),
        ("NL", "1012LG"),
        ("NL", "1012 lg"),
        ("FR", "69 001"),
        ("LU", "L-1009"),
        ("LV", "LV-1073"),
        ("US", "CA 94107"),
        ("HK", "none of them has one"),
        ("BE", '"[postal code]"'),
    ],
)
def test_says_nothing_of_a_postal_code_that_can_be_right(
    country: str, code: str, tmp_path: Path
) -> None:
    contact = f"privacy_contact: {{address: {{postal_code: {code}, city: X, country: {country}}}}}"
    assert told(tmp_path, "BE", contact) == []


@pytest.mark.parametrize("code", ["abc", "99", "B-9000", "9000 Gent"])
def test_a_postal_code_has_the_form_that_its_country_gives_it(code: str, tmp_path: Path) -> None:
    contact = f"privacy_contact: {{address: {{postal_code: {code}, city: X, country: BE}}}}"
    assert told(tmp_path, "FR", contact) == [
        f"6: warning: organisation.privacy_contact.address.postal_code: ‘{code}’ is no postal code "
        "of BE, such as 4000 [postal-code-wrong]"
    ]
