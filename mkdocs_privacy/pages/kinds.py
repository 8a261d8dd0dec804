"""Which pages a privacy center has, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_privacy.model import PrivacyCenter, Right
from mkdocs_privacy.releases import History, Release, ReleasePage


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page of a privacy center."""

    name: str
    """How templates call it: `home`, `audience.customers`, `right.access`, `version.2026-03-01`."""
    source: str
    """Its source path without language or ending."""
    template: str
    right: Right | None = None
    """The right that the page is about."""
    further_right: str | None = None
    """The id of the further right that the page is about."""
    audience: str | None = None
    """The id of the audience whose page it is."""
    release_page: ReleasePage | None = None
    """What it is to the release that it is about."""
    release: str | None = None
    """The id of that release."""
    is_way_in: bool = False
    """Whether the first page leads to it, in the words of the message `<name>.way_in`."""
    is_aside: bool = False
    """Whether only a link leads to it: kept out of navigation, search and search engines."""

    @property
    def subject(self) -> str:
        """What all pages of its sort are called: `audience`, `right`, `version`; or the name."""
        if self.audience:
            return "audience"
        return self.release_page or ("right" if self.right or self.further_right else self.name)

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of its address, each by the name under which `PageAddresses` knows it: those of
        its source, `rights` and `rights/access`; what changed in a release is told in `changes`."""
        if self.release_page is ReleasePage.REDLINE:
            return ("versions", f"versions/{self.release}", "changes")
        parts = self.source.removesuffix("index").strip("/").split("/")
        return tuple("/".join(parts[: number + 1]) for number, part in enumerate(parts) if part)


POLICY_PAGE = PageKind("policy", "policy", "pages/policy.html", is_way_in=True)
"""The page of the whole policy."""

_SOUGHT = (Right.ACCESS, Right.ERASURE, Right.DIRECT_MARKETING, Right.COMPLAINT)
"""The rights that people come for."""


def _of_right(right: Right) -> PageKind:
    return PageKind(
        f"right.{right}", f"rights/{right}", "pages/right.html", right, is_way_in=right in _SOUGHT
    )


PAGE_KINDS = (
    PageKind("home", "index", "pages/home.html"),
    PageKind("data", "data", "pages/data.html", is_way_in=True),
    PageKind("whereabouts", "who-has-your-data", "pages/whereabouts.html", is_way_in=True),
    PageKind("processors", "processors", "pages/processors.html"),
    PageKind("cookies", "cookies", "pages/cookies.html", is_way_in=True),
    PageKind("rights", "rights/index", "pages/rights.html", is_way_in=True),
    *(_of_right(right) for right in Right),
    PageKind("request", "rights/request", "pages/request.html"),
    PageKind("received", "rights/received", "pages/received.html", is_aside=True),
    PageKind("contact", "contact", "pages/contact.html", is_way_in=True),
    POLICY_PAGE,
    PageKind("changes", "changes", "pages/changes.html", is_way_in=True),
    PageKind("versions", "versions", "pages/versions.html"),
)
"""Every page that every privacy center has, in reader's order."""

COMPLAINT_PAGE = PageKind("complaint-to-us", "rights/complaint-to-us", "pages/complaint.html")
"""The page of a center that takes complaints to the organisation itself."""


def page_kinds(center: PrivacyCenter, history: History) -> tuple[PageKind, ...]:
    """Every page of a privacy center, in reader's order; at the end two for each release."""
    return (*center_pages(center), *_of_releases(history))


def center_pages(center: PrivacyCenter) -> Iterator[PageKind]:
    """The pages of a privacy center that are about no release, in reader's order."""
    for kind in PAGE_KINDS:
        if kind.name == "data":
            yield from map(_of_audience, center.audiences)
        if kind.right is Right.COMPLAINT:
            yield from map(_of_further_right, center.rights.further)
        if kind.right is Right.COMPLAINT and center.takes_complaints:
            yield COMPLAINT_PAGE  # in the order in which people complain
        yield kind


def _of_audience(id: str) -> PageKind:
    return PageKind(f"audience.{id}", f"for/{id}", "pages/audience.html", audience=id)


def _of_further_right(id: str) -> PageKind:
    return PageKind(f"right.{id}", f"rights/{id}", "pages/further_right.html", further_right=id)


def _of_releases(history: History) -> Iterator[PageKind]:
    for release in history:
        yield _of_release(ReleasePage.VERSION, release, f"versions/{release.id}")
        if history.before(release):
            yield _of_release(ReleasePage.REDLINE, release, f"versions/{release.id}/changes")


def _of_release(page: ReleasePage, release: Release, source: str) -> PageKind:
    return PageKind(
        page.of(release.id),
        source,
        f"releases/{page}.html",
        release_page=page,
        release=release.id,
        is_aside=True,
    )
