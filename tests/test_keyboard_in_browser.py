"""What the frame of a page says and does for who uses the keyboard, a screen reader or a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from site_checks.accessibility import DRESS

SKIPPING = ("", "versions/", "versions/2019-05-01/", "404.html", "fr/data/")
SPACED = """* {
  line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important
}
p { margin-bottom: 2em !important }"""
"""WCAG 2.2, 1.4.12."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    yield page
    page.close()


@pytest.fixture
def phone(page: Page) -> Iterator[Page]:
    page.set_viewport_size({"width": 390, "height": 844})
    yield page
    page.set_viewport_size({"width": 1280, "height": 720})


@pytest.mark.parametrize("name", SKIPPING)
def test_the_first_link_leads_to_the_first_heading(page: Page, address: str, name: str) -> None:
    page.goto(address + name)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.md-content'))")


def test_the_menu_of_languages_says_whether_it_is_open_and_escape_closes_it(
    page: Page, address: str
) -> None:
    page.goto(address)
    button = page.get_by_role("button", name="Kies een taal")
    french = page.get_by_role("link", name="Français")
    button.focus()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(french).to_be_hidden()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(french).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(french).to_be_hidden()
    button.hover()
    expect(french).to_be_visible()
    page.keyboard.press("Escape")
    expect(french).to_be_hidden()
    page.mouse.move(0, 0)


def test_a_button_that_space_works_turns_a_page_dark_and_light_again(
    page: Page, address: str
) -> None:
    page.goto(address)
    expect(page.get_by_role("radio")).to_have_count(0)
    body, button = page.locator("body"), page.locator(".privacy-center-palette")
    name = button.get_attribute("aria-label") or ""
    for scheme in ("slate", "default"):
        button.focus()
        page.keyboard.press("Space")
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    expect(button).to_have_accessible_name(name)


def test_a_section_of_the_navigation_says_whether_it_is_open_and_space_works(
    page: Page, address: str
) -> None:
    page.goto(address)
    section = page.get_by_role("checkbox", name="Een recht uitoefenen")
    entry = page.locator(".md-sidebar--primary").get_by_role("link", name="Recht van inzage")
    expect(entry).to_be_hidden()
    section.focus()
    for key, is_open in (("Space", True), ("Enter", False)):
        page.keyboard.press(key)
        expect(section).to_be_checked(checked=is_open)
        expect(entry).to_be_visible(visible=is_open)
    assert page.evaluate("scrollY") == 0


def test_an_open_drawer_keeps_the_focus_from_the_page_behind_it(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.locator(".privacy-center-drawer").click()
    for part in (".md-skip", ".md-header", ".md-content"):
        expect(phone.locator(part)).to_have_attribute("inert", "")


@pytest.mark.parametrize("name", ["policy/", "versions/2025-10-01/", "fr/versions/2021-01-07/"])
def test_a_long_page_on_a_phone_has_contents_and_a_way_back_to_them(
    phone: Page, address: str, name: str
) -> None:
    phone.goto(address + name)
    way_back = phone.locator(".pc-to-contents a")
    expect(way_back).to_be_in_viewport()
    contents = phone.locator(".pc-contents")
    contents.locator("summary").click()
    contents.get_by_role("link").last.click()
    expect(contents).not_to_be_in_viewport()
    way_back.click()
    expect(contents.get_by_role("link").first).to_be_in_viewport()


@pytest.mark.parametrize("name", ["policy/", "processors/", "contact/"])
def test_with_more_space_between_letters_nothing_is_wider_than_320_pixels(
    page: Page, address: str, name: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address + name)
    page.evaluate(DRESS, SPACED)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    # a name of 82 letters, as companies have
    page.locator("dd").first.evaluate("one => one.prepend('Rechtsschutz'.repeat(7))")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": 1280, "height": 720})
    assert wide == 320


def test_links_to_a_redline_say_which(page: Page, address: str) -> None:
    page.goto(f"{address}versions/")
    names = page.locator("a[href$='/changes/']").all_inner_texts()
    assert len(names) == len(set(names)) > 5


NAMES = {"": "Privacy bij Tuimelkous", "fr/": "Vos données chez Tuimelkous"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "css"), [(390, ""), (320, ""), (320, SPACED)])
def test_the_header_of_a_phone_says_the_whole_name_of_the_site(
    page: Page, address: str, name: str, width: int, css: str
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(address + name)
    page.evaluate(DRESS, css)
    words = page.locator(".md-header__topic .md-ellipsis").first
    expect(words).to_have_text(NAMES[name])
    lacking = words.evaluate(
        "one => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]"
    )
    page.set_viewport_size({"width": 1280, "height": 720})
    assert lacking == [0, 0]


@pytest.mark.parametrize("name", ["", "rights/access/", "cookies/"])
def test_in_text_of_twice_the_size_the_search_is_on_a_phone(
    page: Page, address: str, name: str
) -> None:
    """WCAG 2.2, 1.4.4: all is measured in letters, so half the width is twice the size."""
    page.set_viewport_size({"width": 195, "height": 422})
    page.goto(address + name)
    wide = page.evaluate("document.documentElement.scrollWidth")
    search = page.locator(".md-header__button[for=__search]").bounding_box()
    page.set_viewport_size({"width": 1280, "height": 720})
    assert wide == 195
    assert search
    assert search["x"] + search["width"] <= 195


def test_forced_colours_show_the_search_and_which_page_is_open(page: Page, address: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{address}data/")
    search = page.locator(".md-search__form")
    expect(search).to_have_css("outline-style", "solid")
    expect(page.locator(".md-header")).to_have_css("outline-style", "solid")
    weights = page.locator(".md-nav--primary a.md-nav__link:visible").evaluate_all(
        "all => all.map(one => [one.getAttribute('href'), getComputedStyle(one).fontWeight])"
    )
    page.emulate_media(forced_colors="none")
    assert [href for href, weight in weights if weight == "700"] == ["./"]


def test_without_a_script_the_contents_lead_only_to_what_is_there(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}cookies/")
        contents = page.locator(".md-sidebar--secondary .md-nav__link:visible")
        for target in contents.evaluate_all("all => all.map(one => one.hash)"):
            expect(page.locator(target)).to_be_visible()
