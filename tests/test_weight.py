"""What a first visit to each kind of page fetches, in a real browser, from a host that compresses.

Served with gzip, with nothing kept from a visit before, on a phone. What a page weighs is what goes
over the wire, headers too; 1 kB is 1000 bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from builds import EXAMPLES, BuildOnce
from playwright.sync_api import Browser, Page
from site_checks.server import serve
from site_checks.weighing import weigh, weigh_document

LIGHT = (75, 10)
WITH_A_FORM = (95, 12)
AT_MOST = (100, 12)
BUDGETS = {
    "": LIGHT,
    "for/customers/": LIGHT,
    "data/": AT_MOST,
    "who-has-your-data/": AT_MOST,
    "processors/": AT_MOST,
    "cookies/": AT_MOST,
    "rights/": LIGHT,
    "rights/access/": WITH_A_FORM,
    "rights/request/": WITH_A_FORM,
    "rights/complaint/": WITH_A_FORM,
    "rights/received/": WITH_A_FORM,
    "contact/": LIGHT,
    "policy/": AT_MOST,
    "changes/": AT_MOST,
    "versions/": AT_MOST,
    "versions/2024-06-03/": AT_MOST,
    "versions/2024-06-03/changes/": AT_MOST,
    "no-such-page/": LIGHT,
}
"""At most how many kilobytes and requests, for each kind of page."""


@pytest.fixture(scope="module")
def site(build_once: BuildOnce) -> Path:
    return build_once(EXAMPLES / "webshop" / "mkdocs.yml")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serve(site, is_compressed=True) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


@pytest.mark.parametrize("path", BUDGETS)
def test_a_first_visit_weighs_little_and_nothing_moves(page: Page, address: str, path: str) -> None:
    weights, moved = weigh(page, address, path)
    kilobytes, requests = BUDGETS[path]
    assert sum(weights.values()) <= kilobytes * 1000, weights
    assert len(weights) <= requests, weights
    assert moved == []


@pytest.mark.parametrize("language", ["fr/", "en/"])
def test_the_first_page_weighs_as_little_in_other_languages(
    page: Page, address: str, language: str
) -> None:
    weights, _ = weigh(page, address, language)
    assert sum(weights.values()) <= LIGHT[0] * 1000, weights


def test_nothing_moves_when_a_browser_paints_half_a_header(page: Page, site: Path) -> None:
    with serve(site, halves_after=b'for="__search">') as address:
        assert weigh(page, address, "changes/")[1] == []


def test_there_is_a_budget_for_each_kind_of_page(site: Path) -> None:
    names = {
        re.sub(r"\d{4}-\d\d-\d\d(-\d+)?", "2024-06-03", f"{page.parent.relative_to(site)}/")
        for page in site.rglob("index.html")
        if page.relative_to(site).parts[0] not in ("fr", "en")
    }
    alike = {"for/": "for/customers/", "rights/": "rights/access/"}
    kinds = {
        next((one for start, one in alike.items() if re.match(rf"{start}.", name)), name)
        for name in names
        if name not in BUDGETS
    }
    assert kinds - {"./"} <= set(BUDGETS)


IN_PLACES = {"2023-09-15", "2024-06-03", "2027-01-01", "2027-02-01"}
WITH_NEW_SECTIONS = {"2022-02-01", "2025-10-01"}
REWRITTEN = {"2021-01-07", "2027-03-01", "2027-04-01"}
"""Versions by how much of their words is new, which is what their redlines weigh."""


def test_a_redline_weighs_what_changed(site: Path) -> None:
    sizes = {
        page.parent.parent.name: weigh_document(page)
        for page in site.glob("versions/*/changes/index.html")
    }
    light = {id for id, size in sizes.items() if size <= 10_000}
    middling = {id for id, size in sizes.items() if 10_000 < size <= 13_500}
    assert (light, middling, set(sizes) - light - middling) == (
        IN_PLACES,
        WITH_NEW_SECTIONS,
        REWRITTEN,
    )
