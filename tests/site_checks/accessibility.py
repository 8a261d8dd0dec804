"""Ask axe-core whether people who use other means than eyes and a mouse can read a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, ViewportSize

ColorScheme = Literal["light", "dark"]
Width = Literal["wide", "phone"]

COLOR_SCHEMES: tuple[ColorScheme, ...] = ("light", "dark")
VIEWPORTS: dict[Width, ViewportSize] = {
    "wide": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 740},
}

RUN_AXE = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await axe.run({
    runOnly: tags, resultTypes: ["violations"], preload: false,
    rules: {"target-size": {enabled: true}},
  });
  return found.violations.flatMap(violation => violation.nodes.map(node => (
    `${violation.id} - ${node.target.join(" ")}`
  )));
}"""

STAND_STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"
"""Colours halfway a transition are nobody's choice."""
