"""What changed since a version that somebody knows: on the webshop, as a browser shows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

SCREEN = {"width": 390, "height": 844}
"""A phone."""

SINCE = "since-2025-10-01"
OLDER = ("2019-05-01", "2021-01-07", "2022-02-01", "2023-09-15", "2024-06-03", "2025-10-01")
NEWER = ("2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01")


@pytest.fixture(scope="module")
def address(address: str) -> str:
    return f"{address}en/changes/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=SCREEN)
    yield page
    page.close()


def shown(page: Page) -> list[str]:
    """The versions that are shown, the oldest first."""
    ids: list[str] = page.locator(".pc-version:visible").evaluate_all(
        "versions => versions.map(version => version.dataset.id)"
    )
    return ids[::-1]


def test_a_link_since_a_version_shows_what_is_different_now_and_the_versions_after_it(
    phone: Page, address: str
) -> None:
    phone.goto(f"{address}#{SINCE}")
    fold = phone.locator(f"details:has(#{SINCE})")
    expect(fold.locator("li", has_text="PostNL replaces DPD")).to_be_visible()
    assert shown(phone) == [*NEWER]
    expect(phone.locator("#shown")).to_contain_text(
        "You see what has changed between the version of 1 October 2025 and that of 1 April 2027."
    )
    phone.get_by_role("link", name="Show all versions").click()
    assert shown(phone) == [*OLDER, *NEWER]
    expect(phone.locator("#shown")).to_be_empty()


def test_without_a_script_the_link_leads_to_the_same_place_and_every_version_is_there(
    browser: Browser, address: str
) -> None:
    with browser.new_context(viewport=SCREEN, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}#{SINCE}")
        replaced = page.locator(f"details:has(#{SINCE}) li", has_text="PostNL replaces DPD")
        expect(replaced).to_be_visible()
        assert shown(page) == [*OLDER, *NEWER]
        expect(page.locator("#range")).to_be_hidden()


def test_any_two_versions_can_be_chosen_in_either_order_and_the_address_keeps_them(
    phone: Page, address: str
) -> None:
    phone.goto(address)
    phone.get_by_label("Earlier version").select_option("1 October 2025")
    phone.get_by_label("Later version").select_option("15 September 2023")
    phone.get_by_role("button", name="Show").click()
    expect(phone).to_have_url(f"{address}#from-2023-09-15-to-2025-10-01")
    assert shown(phone) == ["2024-06-03", "2025-10-01"]
    expect(phone.locator("#shown")).to_be_in_viewport()
    phone.reload()
    assert shown(phone) == ["2024-06-03", "2025-10-01"]
    phone.get_by_label("Earlier version").select_option("15 September 2023")
    phone.get_by_label("Later version").select_option("15 September 2023")
    phone.get_by_role("button", name="Show").click()
    expect(phone.locator("#range [role=status]")).to_contain_text("the same version twice")


def test_the_page_is_at_most_half_as_long_as_when_each_field_had_a_line(
    phone: Page, address: str
) -> None:
    phone.goto(address)  # 46.5 screens before
    height, width = phone.evaluate(
        "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
    )
    assert height / SCREEN["height"] < 23
    assert width <= SCREEN["width"]
