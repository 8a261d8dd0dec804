"""What pages are on paper: how many sheets, what stands on them, what they leave out."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def sheets(page: Page) -> list[str]:
    """The words on each sheet."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("name", ["", "fr/", "404.html", "rights/received/", "rights/complaint/"])
def test_a_page_that_fits_takes_one_sheet(page: Page, address: str, name: str) -> None:
    page.goto(address + name)
    assert len(sheets(page)) == 1


def test_the_letter_alone_is_one_sheet_with_lines_for_sender_date_and_signature(
    page: Page, address: str
) -> None:
    page.goto(f"{address}rights/access/")
    page.locator("html").evaluate("html => html.classList.add('pc-print-letter')")
    (letter,) = sheets(page)
    lines = letter.splitlines()
    assert [
        line.strip() for line in lines if line.strip().endswith(("____", "(naam en adres):"))
    ] == [
        "Afzender (naam en adres):",
        *["____________________"] * 3,
        "Datum: ____________________",
        "Hoe u mij kent: ____________________",
        "Mijn naam: ____________________",
        "Hoe u mij kunt bereiken: ____________________",
        "Handtekening: ____________________",
    ]


def test_what_one_presses_stays_off_and_the_letter_has_a_sheet_of_its_own(
    page: Page, address: str
) -> None:
    page.goto(f"{address}rights/access/")
    form, letter, conditions = sheets(page)
    for words in ("Brief afdrukken", "E-mail schrijven", "Wat u hierboven invult"):
        assert words in page.content()
        assert words not in form + letter + conditions
    assert "Per brief" not in form + conditions
    assert "Per brief" in letter


def test_all_that_folds_is_open_and_every_sheet_has_its_number(page: Page, address: str) -> None:
    page.goto(f"{address}data/")
    printed = sheets(page)
    assert [sheet.splitlines()[0] for sheet in printed] == [
        f"{number} / {len(printed)}" for number in range(1, len(printed) + 1)
    ]
    titles = page.locator("summary h2, summary h3").all_inner_texts()
    assert [title for title in titles if title.rstrip("¶") not in "\n".join(printed)] == []


def test_a_link_in_words_to_another_site_says_its_address(page: Page, address: str) -> None:
    page.goto(f"{address}contact/")
    words = " ".join("".join(sheets(page)).split())
    assert "Website van de autoriteit (https://www.gegevensbeschermingsautoriteit.be)" in words
    assert words.count("https://www.tuimelkous.example") == 1


def test_what_did_not_change_between_two_versions_stays_folded(page: Page, address: str) -> None:
    page.goto(f"{address}versions/")
    page.locator("#compare button").click()
    folds = page.locator("#comparison details")
    folds.first.wait_for()
    page.emulate_media(media="print")  # and Material opens every fold
    folds.evaluate_all("all => all.forEach(one => { one.open = true })")
    assert folds.locator(":scope > :not(summary):visible").count() == 0
    page.emulate_media(media="screen")
