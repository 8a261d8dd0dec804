"""What somebody wants to have visited, within which bounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_privacy.scan.browser.consent_tools import Controls
from mkdocs_privacy.scan.browser.steps import Step
from mkdocs_privacy.scan.observation import Phase


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is visited at most."""

    pages: int = 20
    seconds: float = 300
    """For the whole scan."""
    hosts: int = 100
    """How many hosts may be asked."""
    is_robot: bool = True
    """Whether robots.txt is obeyed."""


@dataclass(frozen=True, slots=True)
class SiteVisit:
    """What is visited, and how."""

    addresses: tuple[str, ...]
    steps: tuple[Step, ...] = ()
    has_sitemap: bool = False
    """Whether the pages of the sitemap are visited too."""
    controls: Controls = field(default_factory=Controls)
    bounds: Bounds = field(default_factory=Bounds)
    phases: tuple[Phase, ...] = (Phase.BEFORE, Phase.REFUSED, Phase.ACCEPTED)
    has_screenshots: bool = False
    executable: Path | None = None
    """The browser; without one, that of Playwright, or the Chromium of the system."""


Progress = Callable[[int, int, str], None]
"""Told before each page: how many were visited, how many there are in all, and which it is."""
