"""The page being rendered, as its templates see it: its headings, and its links to other pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from mkdocs_privacy.pages.kinds import PAGE_KINDS, PageKind
from mkdocs_privacy.pages.languages import unmarked

WHOLE_POLICY = PageKind("policy", "policy", "releases/words.html")
"""The words of the whole policy, which stand alone: on the policy page, and in a release."""

_LINK_TO_SOURCE = re.compile(r'href="(?P<source>[\w/-]+\.md)(?:#(?P<anchor>[^"]*))?"')
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

    def __init__(self, kinds: Iterable[PageKind], directory_urls: bool) -> None:
        self.by_name = {kind.name: kind for kind in kinds}
        self.by_source = {f"{kind.source}.md": kind for kind in self.by_name.values()}
        self.directory_urls = directory_urls
        self.begin(PAGE_KINDS[0])

    def begin(self, kind: PageKind) -> None:
        """Turn to a new page."""
        self.kind = kind
        self.headings: list[PageHeading] = []

    @property
    def is_whole_policy(self) -> bool:
        """Whether these are the words that stand alone: every link in them stays among them."""
        return self.kind is WHOLE_POLICY

    def heading(self, level: int, id: str, title: str) -> Markup:
        """A heading that the table of contents lists."""
        self.headings.append(PageHeading(level, id, unmarked(str(escape(title)))))
        return Markup('<h{level} id="{id}">{title}</h{level}>').format(
            level=level, id=id, title=title
        )

    def link(self, name: str, anchor: str = "") -> str:
        """The address of a page, or of a place on it, as seen from this page.

        The whole policy repeats most of them, so there the address is a place in it: one that it
        may not have, see `without_dead_links`.
        """
        if self.is_whole_policy:
            return _within_policy(name, anchor)
        fragment = f"#{anchor}" if anchor else ""
        return self.link_to_file(f"{self.by_name[name].url(self.directory_urls)}{fragment}") or "./"

    def link_to_file(self, name: str) -> str:
        """The address of what stands beside the home page, as seen from this page."""
        return "../" * self.kind.url(self.directory_urls).count("/") + name

    def with_links(self, prose: Markup) -> Markup:
        """Prose in which `data.md#activity-orders` leads to that page, from wherever it stands."""

        def replace(found: re.Match[str]) -> str:
            target = self.by_source.get(found["source"])
            if target is None:
                return found[0]
            return f'href="{self.link(target.name, found["anchor"] or "")}"'

        return Markup(_LINK_TO_SOURCE.sub(replace, prose))


def without_dead_links(policy: Markup) -> Markup:
    """The whole policy, with plain words for each link to a place that is not in it."""
    ids = set(_ID.findall(policy))

    def replace(found: re.Match[str]) -> str:
        return found[0] if found["anchor"] in ids else found["words"]

    return Markup(_LINK_AMONG_WORDS.sub(replace, policy))


def _within_policy(name: str, anchor: str) -> str:
    """Where the whole policy has what stands on a page; the home page is its beginning."""
    if anchor:
        return f"#{anchor}"
    return "#" if name in ("home", "policy") else f"#{name.replace('.', '-')}"
