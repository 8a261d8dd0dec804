"""What a first visit to each kind of page fetches, in a real browser, from a host that compresses.

Served as hosts do, with gzip, and with nothing kept from a visit before. What a page weighs is what
goes over the wire, headers too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from builds import EXAMPLES, BuildOnce
from playwright.sync_api import Browser, Request
from site_checks.browser import start_browser
from site_checks.server import serve

OF_THE_SEARCH = re.compile(r"/search/search_index[^/]*\.json$|/workers/search\.[^/]+\.js$")
"""What is fetched once somebody searches."""

KILOBYTE = 1000

BUDGETS = {
    "": (75, 10),
    "for/customers/": (75, 10),
    "whereabouts/": (100, 12),
    "data/": (100, 12),
    "processors/": (100, 12),
    "cookies/": (100, 12),
    "rights/": (75, 10),
    "rights/access/": (95, 12),
    "rights/request/": (95, 12),
    "rights/complaint/": (95, 12),
    "rights/received/": (95, 12),
    "contact/": (75, 10),
    "policy/": (100, 12),
    "changes/": (100, 12),
    "versions/": (95, 12),
    "versions/2024-06-03/": (100, 12),
    "versions/2024-06-03/changes/": (75, 10),
    "no-such-page/": (75, 10),
}
"""At most how many kilobytes and requests, by kind of page."""

SHIFTS = """() => new Promise(resolve => new PerformanceObserver(list =>
    resolve(list.getEntries().map(one => [one.value, ...one.sources.map(({node}) => node?.nodeName)]))
  ).observe({type: "layout-shift", buffered: true}) || setTimeout(() => resolve([]), 300))"""


@dataclass
class Visit:
    bytes: dict[str, int]
    shifts: list[list[object]]


@pytest.fixture(scope="module")
def address(build_once: BuildOnce) -> Iterator[str]:
    with serve(build_once(EXAMPLES / "webshop" / "mkdocs.yml"), is_compressed=True) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with start_browser() as started:
        yield started


def visit(browser: Browser, address: str) -> Visit:
    """A first visit on a phone, until nothing is under way any more."""
    fetched: list[Request] = []
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.on("requestfinished", lambda request: fetched.append(request))
        page.goto(address, wait_until="networkidle")
        sizes = {
            one.url: one.sizes()["responseBodySize"] + one.sizes()["responseHeadersSize"]
            for one in fetched
            if not OF_THE_SEARCH.search(one.url)
        }
        return Visit(sizes, page.evaluate(SHIFTS))


@pytest.mark.parametrize("path", BUDGETS)
def test_a_first_visit_weighs_little(browser: Browser, address: str, path: str) -> None:
    seen = visit(browser, f"{address}{path}")
    print(path, sum(seen.bytes.values()), len(seen.bytes), seen.shifts)
    for k, v in seen.bytes.items():
        print("   ", v, k.removeprefix(address))
