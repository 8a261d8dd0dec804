"""Which pages every privacy center has, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_privacy.model import Right


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page that every privacy center has: its source path without language or ending."""

    source: str
    template: str
    right: Right | None = None

    @property
    def name(self) -> str:
        """How templates and catalogs call it: `home`, `data`, `rights`, `right.access` …"""
        if self.right:
            return f"right.{self.right}"
        return "home" if self.source == "index" else self.source.removesuffix("/index")

    def url(self, directory_urls: bool) -> str:
        """Its address below the center's own root."""
        if not directory_urls:
            return f"{self.source}.html"
        return "" if self.source == "index" else f"{self.source.removesuffix('/index')}/"


PAGE_KINDS = (
    PageKind("index", "pages/home.html"),
    PageKind("data", "pages/data.html"),
    PageKind("processors", "pages/processors.html"),
    PageKind("cookies", "pages/cookies.html"),
    PageKind("rights/index", "pages/rights.html"),
    *(PageKind(f"rights/{right}", "pages/right.html", right) for right in Right),
    PageKind("contact", "pages/contact.html"),
    PageKind("policy", "pages/policy.html"),
)
"""Every page, in reader's order."""
