"""Ask axe-core whether people who use other means than eyes and a mouse can read a page."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, ViewportSize

from .browser import visit_and_watch

ColorScheme = Literal["light", "dark"]
COLOR_SCHEMES: tuple[ColorScheme, ...] = ("light", "dark")
VIEWPORTS: dict[str, ViewportSize] = {
    "wide": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 740},
}

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_FIND_BARRIERS = Path(__file__).with_name("barriers.js").read_text(encoding="utf-8")

STAND_STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"
"""A colour halfway a transition is nobody's choice."""
COVER_NOTHING = ".md-nav__title { position: static !important }"
"""What a heading that sticks covers of a list is a small target only until somebody scrolls."""


DRESS = """css => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]
}"""
"""As somebody's own style sheet, which no policy of a page stops."""


class Onlooker:
    """Asks axe-core of one page after the other, and remembers which looks can be read.

    A look is all that decides about the colours of words: their own, and what their ancestors put
    behind them. One that was all right is not judged again in the same state.
    """

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}

    def look_at(
        self, page: Page, state: str, *, within: str = "html", only_colors: bool = False
    ) -> list[str]:
        """Every violation on a page that has loaded `AXE`, as `rule - element`."""
        known = self.known.setdefault(state, [])
        asked = {"within": within, "onlyColors": only_colors, "known": known}
        found = page.evaluate(_FIND_BARRIERS, asked)
        known += found["good"]
        barriers: list[str] = found["barriers"]
        return barriers


def find_barriers(
    browser: Browser,
    addresses: Iterable[str],
    search_for: str | None = None,
    color_schemes: Sequence[ColorScheme] = COLOR_SCHEMES,
    onlooker: Onlooker | None = None,
    *,
    watches: bool = False,
) -> list[str]:
    """Every violation on these pages, as `page [light, wide]: rule - element`.

    Looks at each page on a wide screen and on a phone, and on a wide screen in each of the color
    schemes: what is dark does not depend on the width. With the search dialog open too, when there
    is something to search for. After the first of the color schemes it looks at colours only:
    nothing else differs. An `onlooker` may know looks of other sites.
    Who `watches` is also told what each page does while it loads that it should not.
    """
    barriers: list[str] = []
    onlooker = onlooker or Onlooker()
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        for address in addresses:
            page.emulate_media(color_scheme=color_schemes[0])
            if watches:
                barriers += visit_and_watch(page, address)
            else:
                page.goto(address, wait_until="load")
            for state, violation in _look_at(page, onlooker, search_for, color_schemes):
                barriers.append(f"{urlsplit(address).path} [{state}]: {violation}")
    return barriers


def _look_at(
    page: Page,
    onlooker: Onlooker,
    search_for: str | None,
    color_schemes: Sequence[ColorScheme],
) -> Iterator[tuple[str, str]]:
    page.evaluate(DRESS, STAND_STILL + COVER_NOTHING)
    page.evaluate(AXE)
    for width, size in VIEWPORTS.items():
        page.set_viewport_size(size)
        for color_scheme in color_schemes if width == "wide" else color_schemes[:1]:
            page.emulate_media(color_scheme=color_scheme)
            only_colors = color_scheme != color_schemes[0]
            state = f"{color_scheme}, {width}"
            for violation in onlooker.look_at(page, state, only_colors=only_colors):
                yield state, violation
            if search_for:
                _search(page, search_for)
                state = f"{state}, search"
                for violation in onlooker.look_at(page, state, only_colors=only_colors):
                    yield state, violation
                page.keyboard.press("Escape")


def _search(page: Page, words: str) -> None:
    page.focus("[name=query]")
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
    page.wait_for_selector(".md-search-result__item", state="visible")
