"""What the first visit to a page of the webshop weighs, as `tests/test_weight.py` has it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.measuring import build
from bench.webshop import WEBSHOP

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from site_checks.browser import start_browser
from site_checks.server import serve
from site_checks.weighing import weigh, weigh_document

VISITS = {"home page": ("", 75, 10), "a right’s page with its form": ("rights/access/", 95, 12)}
REDLINE = "versions/2024-06-03/changes/index.html"
"""Of a version that changed in places."""


def weights(site: Path) -> Iterator[Figure]:
    """The home page, a form and a redline, with gzip."""
    build(WEBSHOP, site)
    with serve(site, is_compressed=True) as address, start_browser() as browser:
        for name, (path, kilobytes, requests) in VISITS.items():
            with browser.new_context(viewport={"width": 390, "height": 844}) as context:
                fetched, _ = weigh(context.new_page(), address, path)
            total = sum(fetched.values()) / 1000
            yield Figure(f"{name}, first view, gzip", total, "kB", kilobytes, 0)
            yield Figure(f"{name}, first view", len(fetched), "requests", requests, 0)
    yield Figure("a redline page, gzip", weigh_document(site / REDLINE) / 1000, "kB", 10, 1)
