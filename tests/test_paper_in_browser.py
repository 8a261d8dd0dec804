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


@pytest.mark.parametrize(
    "name", ["", "fr/", "404.html", "rights/received/", "rights/complaint/", "contact/"]
)
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
    form, letter = sheets(page)
    for words in ("Brief afdrukken", "E-mail schrijven", "Wat u hierboven invult"):
        assert words in page.content()
        assert words not in form + letter
    assert "Per brief" not in form
    assert "Voorwaarden en uitzonderingen" in form
    assert "Per brief" in letter


@pytest.mark.parametrize(
    "name",
    [
        "rights/erasure/",
        "en/rights/erasure/",
        "fr/rights/erasure/",
        "rights/objection/",
        "rights/portability/",
        "fr/rights/restriction/",
    ],
)
def test_a_right_takes_one_sheet_and_its_letter_another(
    page: Page, address: str, name: str
) -> None:
    page.goto(address + name)
    about, letter = sheets(page)
    assert page.locator("#by-letter > summary").inner_text() in letter
    last = page.locator("#not-satisfied").inner_text()
    assert last.rstrip("\u202f?¶") in about


@pytest.mark.parametrize("language", ["", "fr/"])
def test_an_audience_with_many_uses_takes_two_sheets(
    page: Page, address: str, language: str
) -> None:
    page.goto(f"{address}{language}for/customers/")
    assert page.locator(".pc-uses tbody tr").count() > 12
    assert len(sheets(page)) == 2


def test_the_changes_are_printed_once_and_again_only_where_a_link_led_to_them(
    page: Page, address: str
) -> None:
    page.goto(f"{address}changes/")
    titles = page.locator(".pc-since summary").all_inner_texts()
    (chosen,) = [title for title in titles if "1 oktober 2025" in title]
    assert len(titles) > 5
    printed = "".join(sheets(page))
    assert not any(title in printed for title in titles)
    assert page.locator('p > a[href="#since"]').inner_text() not in printed

    page.goto("about:blank")
    page.goto(f"{address}changes/#since-2025-10-01")
    printed = "".join(sheets(page))
    assert [title for title in titles if title in printed] == [chosen]


def test_for_what_a_right_holds_is_printed_in_lines(page: Page, address: str) -> None:
    page.goto(f"{address}rights/portability/")
    words = " ".join("".join(sheets(page)).split())
    assert "De gegevens die u ons hebt verstrekt, bij: Bestellingen, Klantenaccount," in words


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rights/access/", ("uiterlijk één maand na ontvangst", "Een verzoek is gratis")),
        ("fr/rights/access/", ("un mois après la réception", "La demande est gratuite")),
    ],
)
def test_a_right_says_by_when_and_at_what_cost_and_where_to_write(
    page: Page, address: str, name: str, said: tuple[str, ...]
) -> None:
    page.goto(address + name)
    first = " ".join(sheets(page)[0].split())
    for words in (*said, "E-mail", "privacy@tuimelkous.example"):
        assert words in first
    for words in ("Of mail zelf", "Ou écrivez", "vandaag", "aujourd’hui", "tabblad", "onglet"):
        assert words not in first


@pytest.mark.parametrize("name", ["cookies/", "data/", "fr/processors/", "fr/versions/"])
def test_no_sheet_ends_with_a_heading_or_within_an_entry(
    page: Page, address: str, name: str
) -> None:
    page.goto(address + name)
    headings = {
        " ".join(words.replace("¶", "").split())
        for words in page.locator(".md-content :is(h1, h2, h3, h4, caption)").all_text_contents()
    }
    versions = page.locator(".pc-timeline > li > :first-child").all_inner_texts()
    *but_the_last, _ = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    for sheet in but_the_last:
        lines = sheet.extract_text(extraction_mode="layout").splitlines()
        *_, last, _number = (" ".join(line.split()) for line in lines if line.strip())
        assert last not in headings
        assert last not in versions


def test_a_picture_whose_words_would_be_too_small_leaves_its_place_to_its_table(
    page: Page, address: str
) -> None:
    page.emulate_media(media="print")
    printed, left_out = 0, 0
    for name in ("data/", "cookies/", "processors/", "versions/"):
        page.goto(address + name)
        for figure in page.locator(".pc-fold:not(.pc-activity *) > .pc-figure").all():
            if figure.is_visible():
                size = figure.locator("svg").evaluate(
                    "one => one.getBoundingClientRect().height / one.viewBox.baseVal.height"
                )
                assert size * 11 * 0.75 >= 6.5, name  # points, of the smallest letters
                printed += 1
            else:
                assert figure.locator("xpath=following-sibling::*//table").count()
                left_out += 1
    assert printed >= 2
    assert left_out
    page.emulate_media(media="null")


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
    page.emulate_media(media="null")
