"""What a visitor needs most, in Firefox: pages, search, languages, folds, versions, forms.

The other tests that need a browser have Chromium. See site_checks/firefox_for_playwright.py.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from site_checks.browser import start_browser, visit_and_watch

PAGES = (
    "",
    "data/",
    "processors/",
    "cookies/",
    "rights/access/",
    "policy/",
    "changes/",
    "versions/",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with start_browser("firefox") as started:
        yield started


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


def test_pages_are_whole_and_no_wider_than_a_phone(phone: Page, address: str) -> None:
    problems = []
    for name in (*PAGES, "fr/", "en/for/customers/", "404.html"):
        problems += visit_and_watch(phone, address + name)
        wide = phone.evaluate("document.documentElement.scrollWidth")
        if wide > 390 or phone.locator("h1").count() != 1:
            problems.append(f"{name}: {wide} pixels wide")
    assert problems == []


def test_search_finds_a_page_and_escape_closes_it(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.locator("label[for=__search]").first.click()
    phone.keyboard.type("bpost")
    expect(phone.locator(".md-search-result__link").first).to_be_visible()
    phone.keyboard.press("Escape")
    expect(phone.locator(".md-search__output")).to_be_hidden()


def test_the_menu_of_languages_keeps_the_page(phone: Page, address: str) -> None:
    phone.goto(f"{address}cookies/")
    phone.get_by_role("button", name="Kies een taal").click()
    phone.get_by_role("link", name="Français").click()
    phone.wait_for_url("**/fr/cookies/")
    expect(phone.locator("html")).to_have_attribute("lang", "fr")


def test_a_link_unfolds_what_it_points_to(phone: Page, address: str) -> None:
    phone.goto(f"{address}data/#activity-newsletter")
    expect(phone.locator("details:has(> summary #activity-newsletter)")).to_have_attribute(
        "open", ""
    )


def test_two_versions_are_compared(phone: Page, address: str) -> None:
    phone.goto(f"{address}versions/")
    phone.locator("#compare-older").select_option("2023-09-15")
    phone.locator("#compare-newer").select_option("2024-06-03")
    phone.locator("#compare button").click()
    expect(phone.locator("#comparison-title")).to_be_focused()
    assert phone.locator("#comparison ins").count() > 10
    assert phone.locator("#comparison del").count() > 10


def test_a_form_with_nothing_in_it_says_so_at_the_top_and_at_each_field(
    phone: Page, address: str
) -> None:
    phone.goto(f"{address}rights/access/")
    phone.wait_for_timeout(3000)  # what is sent sooner was sent by a robot
    phone.locator("#request-form button[type=submit]").click()
    summary = phone.locator("#request-problems")
    expect(summary).to_be_focused()
    assert summary.get_by_role("link").count() == phone.locator(".pc-problem").count() > 1
