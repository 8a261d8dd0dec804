"""The page being rendered, as its templates see it: its headings, and its links to other pages."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from html import unescape
from typing import Any

from markupsafe import Markup, escape

from mkdocs_privacy.pages.addresses import PageAddresses
from mkdocs_privacy.pages.kinds import PAGE_KINDS, PageKind
from mkdocs_privacy.pages.languages import unmarked
from mkdocs_privacy.pages.site_files import SiteFiles, source_in_center

WHOLE_POLICY = PageKind("policy", "policy", "releases/words.html")
"""The words of the whole policy, which stand alone: on the policy page, and in a release."""

_LINK = re.compile(
    r'href="(?![a-z][a-z0-9+.-]*:|//)(?P<source>[^"#]+)(?:#(?P<anchor>[^"]*))?"', re.IGNORECASE
)
"""A link that is neither a whole address nor a place on the same page."""
_NOWHERE = 'href="#nowhere"'
"""A link of the whole policy that has nowhere to lead; `without_dead_links` takes it out."""
_LINK_AMONG_WORDS = re.compile(
    r'<a\b[^>]* href="(?:#(?P<anchor>[^"]+)|[\w.-][\w./-]*\.md(?:#[^"]*)?)"[^>]*>'
    r"(?P<words>.*?)</a>",
    re.DOTALL,
)
_ID = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True, slots=True)
class PageHeading:
    """An entry of a page's table of contents; its title is HTML."""

    level: int
    id: str
    title: str


class PageInProgress:
    """The page being rendered.

    One object serves all pages of a language, so that templates import their parts once, not for
    each page; it saves a tenth of the time.
    """

    def __init__(
        self,
        kinds: Iterable[PageKind],
        directory_urls: bool,
        addresses: PageAddresses,
        site_files: SiteFiles | None = None,
    ) -> None:
        self.site_files = site_files
        self.center_folder = site_files.center if site_files else ""
        self.by_name = {kind.name: kind for kind in kinds}
        self.by_source = {f"{kind.source}.md": kind for kind in self.by_name.values()}
        self.urls = {
            name: addresses.url(kind, directory_urls) for name, kind in self.by_name.items()
        }
        self.asked = 0
        """How often something was asked of which the answer is another on another page."""
        self.begin(PAGE_KINDS[0])

    def begin(self, kind: PageKind) -> None:
        """Turn to a new page."""
        self._kind = kind
        self._headings: list[PageHeading] = []
        self.said: dict[Hashable, Any] = {}

    @property
    def kind(self) -> PageKind:
        """Which page it is."""
        self.asked += 1
        return self._kind

    @property
    def headings(self) -> tuple[PageHeading, ...]:
        """Those that were written."""
        self.asked += 1
        return tuple(self._headings)

    @property
    def written(self) -> int:
        """How many headings were written."""
        return len(self._headings)

    @property
    def is_whole_policy(self) -> bool:
        """Whether these are the words that stand alone: every link in them stays among them."""
        return self.kind is WHOLE_POLICY

    def heading(self, level: int, id: str, title: str) -> Markup:
        """A heading that the table of contents lists."""
        words = escape(title)
        self._headings.append(PageHeading(level, id, unmarked(str(words))))
        return Markup(f'<h{level} id="{escape(id)}">{words}</h{level}>')

    def link(self, name: str, anchor: str = "") -> str:
        """The address of a page, or of a place on it, as seen from this page.

        The whole policy repeats most of them, so there the address is a place in it: one that it
        may not have, see `without_dead_links`.
        """
        if self.is_whole_policy:
            return _within_policy(name, anchor)
        fragment = f"#{anchor}" if anchor else ""
        return self.link_to_file(f"{self.urls[name]}{fragment}") or "./"

    def link_to_file(self, name: str) -> str:
        """The address of what stands beside the home page, as seen from this page."""
        return "../" * self.urls[self.kind.name].count("/") + name

    def with_links(self, prose: Markup) -> Markup:
        """Prose in which `data.md#activity-orders` leads to that page, and `terms.md` to that of
        the site, from wherever it stands."""

        def replace(found: re.Match[str]) -> str:
            source, anchor = unescape(found["source"]), found["anchor"] or ""
            ours = self.by_source.get(source_in_center(source, self.center_folder))
            if ours:
                return f'href="{self.link(ours.name, anchor)}"'
            address = self._address_in_site(source)
            if address is None:
                return _NOWHERE if self.is_whole_policy else found[0]
            return f'href="{escape(address)}{f"#{anchor}" if anchor else ""}"'

        return Markup(_LINK.sub(replace, prose))

    def _address_in_site(self, source: str) -> str | None:
        """The address of what the site has beside the center; a whole one in words that are kept,
        because they are printed in places that nobody knows yet."""
        found = self.site_files.find(source) if self.site_files else None
        if found is None or self.site_files is None:
            return None
        if self.is_whole_policy:
            return self.site_files.absolute(found)
        return self.link_to_file(self.site_files.from_home(found))


def ids_in(html: str) -> list[str]:
    """Those of all elements of a page, which we made ourselves."""
    return _ID.findall(html)


def without_dead_links(policy: Markup) -> Markup:
    """The whole policy, with plain words for each link to a place that is not in it."""
    ids = set(ids_in(policy))

    def replace(found: re.Match[str]) -> str:
        return found[0] if found["anchor"] in ids else found["words"]

    return Markup(_LINK_AMONG_WORDS.sub(replace, policy))


def _within_policy(name: str, anchor: str) -> str:
    """Where the whole policy has what stands on a page; the home page is its beginning."""
    if anchor:
        return f"#{anchor}"
    return "#" if name in ("home", "policy") else f"#{name.replace('.', '-')}"
