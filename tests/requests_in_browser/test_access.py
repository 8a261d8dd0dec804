"""Forms for everybody: with the keyboard alone, on the smallest screen, read out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from site_checks.accessibility import AXE, STAND_STILL, Onlooker
from worlds import LANGUAGES

from requests_in_browser.endpoint import Endpoint, replies
from requests_in_browser.visitor import ANSWERS, expect_receipt, fill_in, send, visit, wait_a_little
from requests_in_browser.world import Site

# With the keyboard


def tab_to(page: Page, name: str) -> None:
    """Press Tab until a control has the focus; everything on the way can be reached too."""
    for _ in range(15):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name || document.activeElement.type") == name:
            return
    raise AssertionError(f"Tab does not lead to {name}")


def test_a_whole_form_with_the_keyboard_alone(page: Page, site: Site, endpoint: Endpoint) -> None:
    visit(page, site.form("objection"))
    wait_a_little(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # skip to content
    tab_to(page, "audience")
    page.keyboard.press("Enter")
    summary = page.locator("#request-problems")
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    expect(summary.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#request-audience-customers")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#request-audience-members")).to_be_checked()
    tab_to(page, "activities")
    page.keyboard.press("Space")
    tab_to(page, "details")
    page.keyboard.type("Ik sta op de foto.")
    tab_to(page, "name")
    page.keyboard.type("Zoë d’Hondt & Co")
    tab_to(page, "email")
    page.keyboard.type("zoe@voorbeeld.example")
    expect(summary).to_be_hidden()
    tab_to(page, "language")
    page.keyboard.type("fr")
    tab_to(page, "submit")
    page.keyboard.press("Enter")
    expect_receipt(page)
    [fields] = [post.json for post in endpoint.received]
    assert {name: fields[name] for name in ANSWERS["objection"]} == ANSWERS["objection"]
    assert fields["language"] == "fr"


# On a screen of 320 pixels (WCAG 1.4.10)


def sideways(page: Page) -> list[str]:
    """What stands out over the right edge of the screen."""
    return page.evaluate(
        """() => document.scrollingElement.scrollWidth <= innerWidth ? [] :
          [...document.querySelectorAll("main *")]
            .filter(one => one.getBoundingClientRect().right > innerWidth)
            .map(one => one.outerHTML.slice(0, 80))"""
    )


def test_nothing_scrolls_sideways_at_320_pixels(page: Page, site: Site, endpoint: Endpoint) -> None:
    usual = page.viewport_size
    assert usual
    page.set_viewport_size({"width": 320, "height": 640})
    try:
        for language in LANGUAGES:
            visit(page, site.form("withdraw-consent", language))
            send(page)
            expect(page.locator("#request-problems")).to_be_focused()
            assert sideways(page) == []
        fill_in(page, {**ANSWERS["withdraw-consent"], "details": "w" * 300})
        endpoint.answer = replies(429, {})
        send(page)
        expect(page.locator("#request-failure")).to_be_focused()
        assert sideways(page) == []
        endpoint.forget()
        send(page)
        expect_receipt(page)
        expect(page.locator("#receipt-filled")).to_be_visible()
        assert sideways(page) == []
    finally:
        page.set_viewport_size(usual)


# With assistive technology


@pytest.fixture(scope="module")
def looked_at(browser: Browser) -> Iterator[Page]:
    """A page in which axe may run, and does not wait for anything to fade in."""
    with browser.new_context(reduced_motion="reduce", bypass_csp=True) as context:
        context.clock.install()
        yield context.new_page()


IN_THE_DARK = """async () => {
  document.body.dataset.mdColorScheme = "slate"
  const {violations} = await axe.run(".md-content", {runOnly: ["color-contrast"]})
  document.body.dataset.mdColorScheme = "default"
  return violations.flatMap(rule => rule.nodes.map(node => `dark: ${node.target}`))
}"""
"""Only colours differ there."""


def find_barriers(page: Page) -> list[str]:
    """What stands in the way of somebody, in light and in dark."""
    page.add_style_tag(content=STAND_STILL)
    page.evaluate(AXE)
    found = Onlooker().look_at(page, "light", within=".md-content")
    return [*found, *page.evaluate(IN_THE_DARK)]


def test_no_state_has_a_barrier(looked_at: Page, site: Site, endpoint: Endpoint) -> None:
    page = looked_at
    visit(page, site.form("objection"))
    assert find_barriers(page) == []

    send(page)
    expect(page.locator("#request-problems")).to_be_focused()
    assert find_barriers(page) == []

    page.locator("#request-audience-shoppers").check()
    assert find_barriers(page) == []

    endpoint.answer = replies(429, {})
    fill_in(page, {**ANSWERS["objection"], "audience": "customers", "order-number": "A-1"})
    send(page)
    expect(page.locator("#request-failure")).to_be_focused()
    assert find_barriers(page) == []

    endpoint.forget()
    send(page)
    expect_receipt(page)
    expect(page.locator("#receipt-filled")).to_be_visible()
    assert find_barriers(page) == []
