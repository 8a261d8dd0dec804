"""`make lighthouse`: what Lighthouse says of the pages of the webshop, on a phone.

The site is served on this machine with gzip. A machine that is busy makes a page slow: look at the
bytes and requests first.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from node import run_node  # noqa: E402
from site_checks.browser import find_chromium  # noqa: E402
from site_checks.server import serve  # noqa: E402

FOLDER = Path(__file__).parent
PAGES = {
    "home": "",
    "audience": "for/customers/",
    "data": "data/",
    "cookies": "cookies/",
    "a right": "rights/access/",
    "policy": "policy/",
    "versions": "versions/",
    "redline": "versions/2024-06-03/changes/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
COLUMNS = (*CATEGORIES, "FCP s", "LCP s", "TBT ms", "CLS", "requests", "kB")


def main() -> None:
    """Print the table, a line when each page has been looked at."""
    chosen = sys.argv[1:] or list(PAGES)
    print(f"| page | {' | '.join(COLUMNS)} |\n|{' --- |' * (len(COLUMNS) + 1)}")
    with TemporaryDirectory() as folder:
        build(load_config(str(ROOT / "mkdocs.yml"), site_dir=folder, strict=True))
        with serve(Path(folder), is_compressed=True) as address:
            for name in chosen:
                report = look_at(f"{address}{PAGES[name]}")
                print(f"| {name} | {' | '.join(figures(report))} |", flush=True)
                print(*below_the_best(report), sep="\n", file=sys.stderr, flush=True)


def look_at(address: str) -> Any:
    """The report of Lighthouse on one page."""
    os.environ["CHROME_PATH"] = find_chromium() or chromium_of_playwright()
    ran = run_node(
        "node_modules/lighthouse/cli/index.js",
        address,
        *("--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"),
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        capture=True,
        folder=FOLDER,
    )
    if ran.returncode:
        sys.exit(ran.stderr)
    return json.loads(ran.stdout)


def chromium_of_playwright() -> str:
    """Where Playwright has its Chromium."""
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def figures(report: Any) -> Iterator[str]:
    """What stands in the columns of the table."""
    for category in CATEGORIES:
        yield f"{report['categories'][category]['score'] * 100:.0f}"
    audits = report["audits"]
    for audit in ("first-contentful-paint", "largest-contentful-paint"):
        yield f"{audits[audit]['numericValue'] / 1000:.1f}"
    yield f"{audits['total-blocking-time']['numericValue']:.0f}"
    yield f"{audits['cumulative-layout-shift']['numericValue']:.3f}"
    requests = audits["network-requests"]["details"]["items"]
    yield f"{len(requests)}"
    yield f"{sum(one['transferSize'] for one in requests) / 1000:.1f}"


def below_the_best(report: Any) -> Iterator[str]:
    """Each audit that is not passed, with what it would save."""
    for audit in report["audits"].values():
        if audit["score"] is not None and audit["score"] < 0.9:
            yield f"  {audit['id']}: {audit['title']} {audit.get('displayValue', '')}".rstrip()


if __name__ == "__main__":
    main()
