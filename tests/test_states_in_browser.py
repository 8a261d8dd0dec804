"""States on the way through a page: what lies over what, and colours that a reader chose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_privacy.shipped import shipped

PHONE = {"width": 390, "height": 844}

HIDDEN = """() => {
  const one = document.activeElement
  const [{left, top, width, height}] = one.getClientRects()
  const parts = [1 / 6, 1 / 2, 5 / 6]
  const hides = parts.flatMap(x => parts.map(y => [left + width * x, top + height * y]))
    .map(point => document.elementFromPoint(...point))
    .find(over => over?.closest(".md-header, .md-nav__title, .pc-to-contents:not(:focus-within)"))
  return hides && !hides.contains(one) ? `${one.textContent} behind ${hides.textContent}` : null
}"""
"""What the focus is on, if something lies over a part of it."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=PHONE, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    size = {"width": 1280, "height": 800}
    with browser.new_context(viewport=size, reduced_motion="reduce") as context:
        yield context.new_page()


def press(page: Page, key: str, times: int) -> list[str]:
    """What lay over the focus on the way."""
    found = []
    for _ in range(times):
        page.keyboard.press(key)
        found += filter(None, [page.evaluate(HIDDEN)])
    return found


@pytest.mark.parametrize("name", ["versions/2025-10-01/", "fr/versions/2025-10-01/"])
def test_the_way_back_to_the_contents_never_lies_over_them(
    phone: Page, address: str, name: str
) -> None:
    phone.goto(address + name)
    summary = phone.locator(".pc-contents summary")
    summary.evaluate("one => scrollTo(0, one.getBoundingClientRect().bottom - innerHeight + 5)")
    for _ in range(4):
        assert summary.evaluate(
            """one => {
              const {right, top, height} = one.getBoundingClientRect()
              return one.contains(document.elementFromPoint(right - 20, top + height / 2))
            }"""
        )
        phone.evaluate("scrollBy(0, 15)")


def test_on_a_phone_the_keyboard_is_never_behind_the_way_back(phone: Page, address: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(f"{address}policy/")
    phone.locator("h2", has_text="Cookies").first.locator("xpath=preceding::a[1]").focus()
    assert press(phone, "Tab", 60) == []


@pytest.mark.parametrize("name", ["changes/", "fr/rights/access/"])
def test_backwards_the_keyboard_is_never_behind_what_sticks(
    desk: Page, address: str, name: str
) -> None:
    desk.goto(address + name)
    stops = desk.locator("a:visible, button:visible, summary:visible").count()
    desk.evaluate("scrollTo(0, document.body.scrollHeight)")
    desk.locator(".md-footer a").last.focus()
    assert press(desk, "Shift+Tab", stops - 12) == []


def test_words_that_were_found_are_there_in_forced_colours_of_the_dark(
    phone: Page, address: str
) -> None:
    phone.emulate_media(forced_colors="active", color_scheme="dark")
    phone.goto(address)
    phone.locator(".md-header__button[for=__search]").click()
    phone.keyboard.type("cookies")
    expect(phone.locator(".md-search-result mark").first).to_have_css("color", "rgb(255, 255, 255)")


def test_the_drawer_says_the_whole_of_a_long_name(phone: Page, address: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(address)
    phone.locator(".privacy-center-drawer").click()
    name = phone.locator(".md-nav__title[for=__drawer]")
    name.evaluate("one => one.append(' en de Koninklijke Vereniging voor Natuur- en Stedenschoon')")
    assert name.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
    assert name.evaluate("one => one.scrollHeight - one.clientHeight") <= 0
    above, first = name.bounding_box(), phone.locator(".md-nav__link").first.bounding_box()
    assert above
    assert first
    assert above["y"] + above["height"] <= first["y"] + 1


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_who_turned_a_page_dark_is_still_where_she_was(phone: Page, address: str, key: str) -> None:
    phone.goto(address)
    button = phone.locator(".privacy-center-palette")
    button.focus()
    phone.keyboard.press(key)
    expect(phone.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(button).to_be_focused()


def test_in_the_drawer_an_open_section_shows_where_the_keyboard_is(
    phone: Page, address: str
) -> None:
    phone.goto(address)
    phone.locator(".privacy-center-drawer").press("Enter")
    section = phone.locator(".privacy-center-section").first
    section.press("Enter")
    expect(section).to_be_focused()
    title = phone.locator(".privacy-center-section ~ .md-nav > .md-nav__title").first
    expect(title).to_be_in_viewport()
    expect(title).to_have_css("outline-style", "solid")
    phone.keyboard.press("Enter")
    expect(title).not_to_be_in_viewport()


def test_the_button_that_confirms_an_address_has_an_edge_in_forced_colours(phone: Page) -> None:
    folder = shipped("site_template") / "receiver"
    style = "".join((folder / f"{name}.css").read_text("utf-8") for name in ("colours", "answer"))
    phone.emulate_media(forced_colors="active")
    phone.set_content(f"<style>{style}</style><button>Bevestigen</button>")
    expect(phone.locator("button")).to_have_css("border-top-style", "solid")
    expect(phone.locator("button")).to_have_css("border-top-width", "1px")
