"""Where the pages stand: in addresses of English words, or of words of the reader's language.

A page keeps its source, `rights/access`, in every language: links in free text, navigation and
mkdocs-static-i18n go by that. Only its address changes, step by step.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown.extensions.toc import slugify

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import PrivacyCenter, Text
from mkdocs_privacy.pages.kinds import PageKind, center_pages

Steps = Mapping[str, str]
"""What steps of addresses are called, each by its English name: `rights/access` is `inzage` below
what `rights` is called. One that is missing is called by its own name."""


@dataclass(frozen=True, slots=True)
class PageAddresses:
    """Where the pages of a center stand in one language, below the center's own root."""

    steps: Steps = field(default_factory=dict)
    former: Sequence[Steps] = ()
    """How addresses were published before, the newest first."""

    def source(self, kind: PageKind) -> str:
        """The path of a source that would have the address of a page, without ending."""
        return _source(kind, self.steps)

    def url(self, kind: PageKind, directory_urls: bool) -> str:
        """The address of a page."""
        return _url(self.source(kind), directory_urls)

    def destination(self, kind: PageKind, directory_urls: bool) -> str:
        """The file that a page becomes."""
        return _destination(self.source(kind), directory_urls)

    def published(self, kinds: Iterable[PageKind], directory_urls: bool) -> dict[str, PageKind]:
        """The files in which pages stood when they were published, that are not theirs today."""
        return self._earlier(kinds, directory_urls, self.former)

    def moved(self, kinds: Iterable[PageKind], directory_urls: bool) -> dict[str, PageKind]:
        """The files from which somebody is led on to a page, where none of today's pages stands.

        English addresses are among them: nobody knows whether a site had them before its first
        release.
        """
        pages = tuple(kinds)
        taken = {self.destination(kind, directory_urls) for kind in pages}
        earlier = self._earlier(pages, directory_urls, (*self.former, {}))
        return {place: kind for place, kind in earlier.items() if place not in taken}

    def _earlier(
        self, kinds: Iterable[PageKind], directory_urls: bool, former: Iterable[Steps]
    ) -> dict[str, PageKind]:
        pages = tuple(kinds)
        found: dict[str, PageKind] = {}
        for steps in former:
            for kind in pages:
                place = _destination(_source(kind, steps), directory_urls)
                if place != self.destination(kind, directory_urls):
                    found.setdefault(place, kind)
        return found


def translated_steps(center: PrivacyCenter, localization: Localization) -> dict[str, str]:
    """The steps of the pages of a center in the words of a language.

    An audience and a further right are called by their title, where no other page is called so.
    """
    names = dict.fromkeys(step for kind in center_pages(center) for step in kind.steps)
    titles = {step: localization.text(title) for step, title in _titles(center)}
    found = {
        step: slug
        for step in names
        if (slug := _slug(titles.get(step) or _words(step, localization)))
    }
    called = Counter((_parent(step), slug) for step, slug in found.items())
    return {
        step: slug
        for step, slug in found.items()
        if step not in titles or called[_parent(step), slug] == 1
    }


def _titles(center: PrivacyCenter) -> Iterator[tuple[str, Text]]:
    yield from ((f"for/{id}", one.title) for id, one in center.audiences.items())
    yield from ((f"rights/{id}", one.title) for id, one in center.rights.further.items())


def _words(step: str, localization: Localization) -> str:
    return localization.message(f"address.{step.replace('/', '.')}").unescape()


def _slug(words: str) -> str:
    """Words as a step of an address; what an apostrophe elides stays apart."""
    return slugify(re.sub("['’]", " ", words), "-")


def _parent(step: str) -> str:
    return step.rpartition("/")[0]


def _source(kind: PageKind, steps: Steps) -> str:
    named = [steps.get(step) or step.rpartition("/")[-1] for step in kind.steps]
    is_index = kind.source.rpartition("/")[-1] == "index"
    return "/".join([*named, "index"] if is_index else named)


def _url(source: str, directory_urls: bool) -> str:
    if not directory_urls:
        return f"{source}.html"
    return "" if source == "index" else f"{source.removesuffix('/index')}/"


def _destination(source: str, directory_urls: bool) -> str:
    url = _url(source, directory_urls)
    return url if url.endswith(".html") else f"{url}index.html"
