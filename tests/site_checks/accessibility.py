"""Ask axe-core whether people who use other means than eyes and a mouse can read a page."""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, ViewportSize

COLOR_SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
VIEWPORTS: dict[str, ViewportSize] = {
    "wide": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 740},
}

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

RUN_AXE = """async within => {
  await new Promise(requestAnimationFrame)  // scripts hear of a resize in the next frame
  const found = await axe.run(within ?? document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: {"target-size": {enabled: true}},
    resultTypes: ["violations"],
    preload: false,
  })
  return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} - ${node.target}`))
}"""

STAND_STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"
"""A colour halfway a transition is nobody's choice."""


def find_barriers(
    browser: Browser,
    addresses: Iterable[str],
    search_for: str | None = None,
    color_schemes: tuple[Literal["light", "dark"], ...] = COLOR_SCHEMES,
) -> list[str]:
    """Every violation on these pages, as `page [light, wide]: rule - element`.

    Looks at each page in light and in dark, on a wide screen and on a phone; with the search
    dialog open too, when there is something to search for.
    """
    addresses = list(addresses)
    barriers: list[str] = []
    for color_scheme in color_schemes:
        with browser.new_context(
            color_scheme=color_scheme,
            reduced_motion="reduce",
            bypass_csp=True,  # what stops the motion is a style of ours
        ) as context:
            page = context.new_page()
            for address in addresses:
                path = urlsplit(address).path
                for state, violation in _look_at(page, address, search_for):
                    barriers.append(f"{path} [{color_scheme}, {state}]: {violation}")
    return barriers


def _look_at(page: Page, address: str, search_for: str | None) -> Iterator[tuple[str, str]]:
    page.goto(address, wait_until="load")
    page.add_style_tag(content=STAND_STILL)
    page.evaluate(AXE)
    for width, viewport in VIEWPORTS.items():
        page.set_viewport_size(viewport)
        for violation in page.evaluate(RUN_AXE):
            yield width, violation
        if search_for:
            _search(page, search_for)
            for violation in page.evaluate(RUN_AXE):
                yield f"{width}, search", violation
            page.keyboard.press("Escape")


def _search(page: Page, words: str) -> None:
    page.focus("[name=query]")
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
    page.wait_for_selector(".md-search-result__item", state="visible")
