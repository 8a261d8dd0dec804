"""Which pages a privacy center has, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_privacy.model import PrivacyCenter, Right
from mkdocs_privacy.releases import History


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page of a privacy center: its source path without language or ending."""

    source: str
    template: str
    right: Right | None = None
    release: str | None = None
    """The id of the release that the page is about."""
    is_way_in: bool = False
    """Whether the first page leads to it, in the words of the message `<name>.way_in`."""

    @property
    def name(self) -> str:
        """How templates call it: `home`, `right.access`, `request`, `version.2026-03-01`."""
        if self.right:
            return f"right.{self.right}"
        if self.release:
            return f"{self.subject}.{self.release}"
        name = self.source.removesuffix("/index").rpartition("/")[-1]
        return "home" if name == "index" else name

    @property
    def subject(self) -> str:
        """What all pages of its sort are called: `right`, `version`, `redline`; or the name."""
        if self.release:
            return "redline" if self.source.endswith("/changes") else "version"
        return "right" if self.right else self.name

    @property
    def is_aside(self) -> bool:
        """Whether only a link leads to it: kept out of navigation, search and search engines."""
        return self.release is not None or self.name == "received"

    def url(self, directory_urls: bool) -> str:
        """Its address below the center's own root."""
        if not directory_urls:
            return f"{self.source}.html"
        return "" if self.source == "index" else f"{self.source.removesuffix('/index')}/"

    def destination(self, directory_urls: bool) -> str:
        """The file that it becomes, below the center's own root."""
        url = self.url(directory_urls)
        return url if url.endswith(".html") else f"{url}index.html"


PAGE_KINDS = (
    PageKind("index", "pages/home.html"),
    PageKind("data", "pages/data.html", is_way_in=True),
    PageKind("processors", "pages/processors.html", is_way_in=True),
    PageKind("cookies", "pages/cookies.html", is_way_in=True),
    PageKind("rights/index", "pages/rights.html", is_way_in=True),
    *(PageKind(f"rights/{right}", "pages/right.html", right) for right in Right),
    PageKind("rights/request", "pages/request.html"),
    PageKind("rights/received", "pages/received.html"),
    PageKind("contact", "pages/contact.html", is_way_in=True),
    PageKind("policy", "pages/policy.html", is_way_in=True),
    PageKind("changes", "pages/changes.html", is_way_in=True),
    PageKind("versions", "pages/versions.html"),
)
"""Every page that every privacy center has, in reader's order."""

COMPLAINT_PAGE = PageKind("rights/complaint-to-us", "pages/complaint.html")
"""The page of a center that takes complaints to the organisation itself."""


def page_kinds(center: PrivacyCenter, history: History) -> tuple[PageKind, ...]:
    """Every page of a privacy center, in reader's order; at the end two for each release."""
    return (*center_pages(center), *_of_releases(history))


def center_pages(center: PrivacyCenter) -> Iterator[PageKind]:
    """The pages of a privacy center that are about no release, in reader's order."""
    for kind in PAGE_KINDS:
        if kind.right is Right.COMPLAINT and center.takes_complaints:
            yield COMPLAINT_PAGE  # before the one to the authority, as people go
        yield kind


def _of_releases(history: History) -> Iterator[PageKind]:
    for release in history:
        source = f"versions/{release.id}"
        yield PageKind(source, "releases/version.html", release=release.id)
        if history.before(release):
            yield PageKind(f"{source}/changes", "releases/redline.html", release=release.id)
