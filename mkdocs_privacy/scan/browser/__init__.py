"""A real browser that visits a website; it needs Playwright, which the rest of a scan does not."""

from mkdocs_privacy.scan.browser.consent_tools import TOOLS, Controls, controls_of
from mkdocs_privacy.scan.browser.profiles import NoBrowser
from mkdocs_privacy.scan.browser.steps import Act, Step, WrongSteps, read_steps
from mkdocs_privacy.scan.browser.visit import Bounds, Progress, SiteVisit
from mkdocs_privacy.scan.browser.visiting import visit_site

__all__ = [
    "TOOLS",
    "Act",
    "Bounds",
    "Controls",
    "NoBrowser",
    "Progress",
    "SiteVisit",
    "Step",
    "WrongSteps",
    "controls_of",
    "read_steps",
    "visit_site",
]
