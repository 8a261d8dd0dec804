"""Takes the pictures in README.md: of the English example webshop, and of the section it shows."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from site_checks.browser import close_browsers, start_browser  # noqa: E402
from site_checks.server import serve  # noqa: E402

IMAGES = ROOT / "docs" / "images"
PAGES = {
    "first-page": "",
    "right": "rights/erasure/#request",
    "changelog": "changes/",
    "cookies": "cookies/#cookie-woocommerce",
}
SIZES: Mapping[str, tuple[int, int]] = {"wide": (1280, 800), "phone": (390, 800)}
SECTION = "section"
NAMES = (*(f"{page}-{size}" for page in PAGES for size in SIZES), SECTION)
"""The pictures, by file name."""


def take() -> None:
    """Write all pictures."""
    with TemporaryDirectory() as folder, start_browser() as browser:
        site = Path(folder, "site")
        build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site)))
        with serve(site) as address:
            for page, place in PAGES.items():
                for size in SIZES:
                    picture(browser, f"{address}en/{place}", f"{page}-{size}", SIZES[size])
        site = build_with_ten_lines(Path(folder, "webshop"))
        with serve(site) as address:
            entry = "#activity-repairs"
            picture(browser, f"{address}en/data/{entry}", SECTION, (1000, 800), entry)
    close_browsers()


def build_with_ten_lines(webshop: Path) -> Path:
    """Build a copy of the webshop without releases, with the ten lines of README.md in its data."""
    shutil.copytree(ROOT / "examples" / "webshop", webshop)
    shutil.rmtree(webshop / "privacy" / "releases")
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [lines] = re.findall(r"^```yaml\n(activities:.*?)^```$", text, re.DOTALL | re.MULTILINE)
    (webshop / "privacy" / "repairs.yml").write_text(lines, encoding="utf-8")
    build(load_config(str(webshop / "mkdocs.yml"), strict=True))
    return webshop / "site"


def picture(
    browser: Browser, address: str, name: str, size: tuple[int, int], heading: str | None = None
) -> None:
    """Take a picture of what a window of this size shows, or of an entry, unfolded."""
    width, height = size
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="light", reduced_motion="reduce"
    )
    page.goto(address, wait_until="networkidle")
    box = page.locator(heading).evaluate(BOX_OF_ENTRY) if heading else None
    page.screenshot(path=IMAGES / f"{name}.png", clip=box, full_page=heading is not None)
    page.close()


BOX_OF_ENTRY = """heading => {
  scrollTo(0, 0); // else the header, which stays, is over it
  const box = heading.closest("article").getBoundingClientRect();
  const margin = 4;
  return {
    x: box.left - margin,
    y: box.top - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
}"""


if __name__ == "__main__":
    take()
