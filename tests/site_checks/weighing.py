"""What a first visit to a page fetches, and what moves while it loads."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from playwright.sync_api import Page, Request

NOT_COUNTED = re.compile(
    r"/search/search_index[^/]*\.json$"  # what somebody fetches who searches
    r"|/workers/search\.[^/]+\.js$|/javascripts/lunr/"
    r"|/favicon\.svg$"  # 0.5 kB, which a browser asks for when it has nothing else to do
)

MOVED = """() => new Promise(resolve => {
  const moved = []
  new PerformanceObserver(list => {
    moved.push(...list.getEntries().flatMap(shift => shift.sources.map(one => one.node?.outerHTML)))
  }).observe({type: "layout-shift", buffered: true})
  setTimeout(resolve, 50, moved)
})"""


def weigh(page: Page, address: str, path: str) -> tuple[dict[str, int], list[str]]:
    """Open a path below an address; the bytes of each answer on the wire, and what moved."""
    fetched: list[Request] = []
    page.on("requestfinished", lambda request: fetched.append(request))
    page.goto(f"{address}{path}")
    moved: list[str] = page.evaluate(MOVED)
    weights = {
        request.url.removeprefix(address): _weight(request)
        for request in fetched
        if not NOT_COUNTED.search(request.url)
    }
    return weights, moved


def weigh_document(file: Path) -> int:
    """The bytes of a page itself, with gzip, at the level that web servers begin with."""
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def _weight(request: Request) -> int:
    """The bytes that an answer takes on the wire."""
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]
