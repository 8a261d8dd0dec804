"""Ask axe-core whether people who use other means than eyes and a mouse can read a page."""

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, ViewportSize

COLOR_SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
Colors = Literal["everywhere", "wide", "nowhere"]
VIEWPORTS: dict[str, ViewportSize] = {
    "wide": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 740},
}

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_COLORS = ["color-contrast", "link-in-text-block"]
"""The rules about colours, which take nine tenths of the time."""


def _run_axe(rules: Mapping[str, object]) -> str:
    return """async within => {
  await new Promise(requestAnimationFrame)  // scripts hear of a resize in the next frame
  const options = {...RULES, resultTypes: ["violations"], preload: false}
  const found = await axe.run(within ?? document, options)
  return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} - ${node.target}`))
}""".replace("RULES", json.dumps(rules))


_TARGETS = {"target-size": {"enabled": True}}
RUN_AXE = _run_axe({"runOnly": _TAGS, "rules": _TARGETS})
_ALL_BUT_COLORS = _run_axe(
    {"runOnly": _TAGS, "rules": {**_TARGETS, **{one: {"enabled": False} for one in _COLORS}}}
)
_ONLY_COLORS = _run_axe({"runOnly": {"type": "rule", "values": _COLORS}})

STAND_STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"
"""A colour halfway a transition is nobody's choice."""


def find_barriers(
    browser: Browser,
    addresses: Iterable[str],
    search_for: str | None = None,
    color_schemes: tuple[Literal["light", "dark"], ...] = COLOR_SCHEMES,
    colors: Colors = "everywhere",
) -> list[str]:
    """Every violation on these pages, as `page [light, wide]: rule - element`.

    Looks at each page in light and in dark, on a wide screen and on a phone; with the search
    dialog open too, when there is something to search for. `colors` says where to look at colours:
    where they are the same on a phone, `wide` will do. Nothing but colours differs in the dark.
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
                looks = _looks(color_scheme, colors)
                for state, violation in _look_at(page, address, search_for, looks):
                    barriers.append(f"{path} [{color_scheme}, {state}]: {violation}")
    return barriers


def _looks(color_scheme: str, colors: Colors) -> Mapping[str, str]:
    """By the width of the screen, the script that looks at a page."""
    if colors == "everywhere":
        return dict.fromkeys(VIEWPORTS, RUN_AXE)
    if color_scheme == "dark":
        return {"wide": _ONLY_COLORS} if colors == "wide" else {}
    return {"wide": RUN_AXE if colors == "wide" else _ALL_BUT_COLORS, "phone": _ALL_BUT_COLORS}


def _look_at(
    page: Page, address: str, search_for: str | None, looks: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    page.goto(address, wait_until="load")
    page.add_style_tag(content=STAND_STILL)
    page.evaluate(AXE)
    for width, look in looks.items():
        page.set_viewport_size(VIEWPORTS[width])
        for violation in page.evaluate(look):
            yield width, violation
        if search_for:
            _search(page, search_for)
            for violation in page.evaluate(look):
                yield f"{width}, search", violation
            page.keyboard.press("Escape")


def _search(page: Page, words: str) -> None:
    page.focus("[name=query]")
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
    page.wait_for_selector(".md-search-result__item", state="visible")
