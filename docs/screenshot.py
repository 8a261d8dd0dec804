"""Takes the picture in README.md: the webshop’s English first page, as built by `make site`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from site_checks.browser import start_browser  # noqa: E402
from site_checks.server import serve  # noqa: E402

PICTURE = ROOT / "docs" / "images" / "webshop.png"


def take() -> None:
    """Write the picture."""
    with serve(ROOT / "site") as address, start_browser() as browser:
        page = browser.new_page(
            viewport={"width": 1280, "height": 800}, color_scheme="light", reduced_motion="reduce"
        )
        page.goto(f"{address}en/", wait_until="networkidle")
        page.screenshot(path=PICTURE)


if __name__ == "__main__":
    take()
