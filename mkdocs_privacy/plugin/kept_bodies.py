"""What the center says in each language of a site, kept between builds: the text of each page, and
the files for other programs.

docs/decisions/0062 says what it is made of, and why a build never shows what is made of anything
else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from markupsafe import Markup

from mkdocs_privacy.kept_work import KeptWork, kept_work
from mkdocs_privacy.pages import (
    Outline,
    Page,
    PageHeading,
    PageKind,
    Renderer,
    SearchPassage,
    read_passages,
)
from mkdocs_privacy.plugin.demand import EVERYTHING, Demand
from mkdocs_privacy.plugin.exports import Exports, Feed, FoundExports
from mkdocs_privacy.site import FilesMadeOf, OpenedSite

_BYTES = "latin-1"  # which has a character for each byte


@dataclass(frozen=True, slots=True)
class MadePage(Page):
    """A page, and what a search finds on it."""

    passages: tuple[SearchPassage, ...] = ()


class Bodies:
    """The pages in one language of a site: each is made when it is asked for, or earlier."""

    def __init__(
        self, work: KeptWork, made_of: Sequence[str], renderer: Callable[[], Renderer]
    ) -> None:
        self._work, self._made_of, self._make_renderer = work, made_of, cache(renderer)
        self._index: dict[str, list[str]] = json.loads(work.find(*made_of) or "{}")
        """By the name of a page its title, its description, and under which hash its text is."""
        self.is_new = False

    def outline(self, kind: PageKind) -> Outline:
        """What one page is about."""
        if kind.name not in self._index:
            about = self._make_renderer().outline(kind)
            self._index[kind.name] = [about.title, about.description, ""]
        title, description, _ = self._index[kind.name]
        return Outline(kind, title, description)

    def has(self, kind: PageKind) -> bool:
        """Whether a page has been made, and is kept."""
        return bool(self._index.get(kind.name, ("",))[-1])

    def page(self, kind: PageKind) -> MadePage:
        """One page; raises TemplateError."""
        about = self.outline(kind)
        hash = self._index[kind.name][-1]
        kept = self._work.find("body", hash) if hash else None
        if kept is not None:
            return _read_page(about, kept)
        renderer = self._make_renderer()
        made = renderer.page(kind)
        found = read_passages(made.body, made.title, renderer.colon) if made.is_searched else ()
        page = _made_page(about, made.body, made.headings, made.sought, found)
        written = _write_page(page)
        # the same text may be made of something else too
        hash = sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
        self._work.kept(lambda: written, "body", hash)
        self._index[kind.name][-1], self.is_new = hash, True
        return page

    def seal(self) -> None:
        """Keep which text each page has."""
        self._work.keep(_dump(self._index), *self._made_of)
        self.is_new = False


class KeptBodies:
    """What one build finds, and keeps for the next: nothing but what it is asked for.

    Texts are kept as they are made, but no build looks for them before they are sealed: once a
    language is built, and only if no file that they are made of has changed meanwhile.
    """

    def __init__(self, site: OpenedSite, files: FilesMadeOf, demand: Demand) -> None:
        key = files.key(site)
        self._files, self._made_of = files, key or ()
        self._work = kept_work() if key else KeptWork(None)
        self._demand = demand
        self._bodies: list[Bodies] = []
        self._unsealed: list[Callable[[], None]] = []

    def in_language(self, *what: object, renderer: Callable[[], Renderer]) -> Bodies:
        """The pages of a language, by what they are made of besides."""
        made_of = "bodies", *self._made_of, *map(repr, what)
        bodies = Bodies(self._work, made_of, renderer)
        self._bodies.append(bodies)
        return bodies

    def exports(self, language: str, find: Callable[[], FoundExports]) -> Exports:
        """The files for other programs in a language of the site."""
        made_of = "exports", *self._made_of, language
        kept = self._work.find(*made_of)
        if kept is not None:
            return _read_exports(kept)
        found = find()
        if self._demand.is_partial:
            self._demand.left.add(EVERYTHING)
            return found.put_off()
        exports = found.make()
        self._unsealed.append(lambda: self._work.keep(_write_exports(exports), *made_of))
        return exports

    def seal(self) -> None:
        """Let the next build find what was made in this one."""
        unsealed = [*self._unsealed, *(one.seal for one in self._bodies if one.is_new)]
        self._unsealed, self._bodies = [], []
        if self._work.folder and unsealed and self._files.are_the_same:
            for seal in unsealed:
                seal()


def _write_page(page: MadePage) -> str:
    headings = [(one.level, one.id, one.title) for one in page.headings]
    passages = [(one.id, one.title, one.lines) for one in page.passages]
    # the body as it is, behind the only line feed of JSON that is written in one line
    return f"{_dump([headings, page.sought, passages])}\n{page.body}"


def _read_page(about: Outline, written: str) -> MadePage:
    beside, _, body = written.partition("\n")
    headings, sought, passages = json.loads(beside)
    return _made_page(
        about,
        Markup(body),
        tuple(PageHeading(*one) for one in headings),
        sought,
        tuple(SearchPassage(id, title, tuple(lines)) for id, title, lines in passages),
    )


def _made_page(
    about: Outline,
    body: Markup,
    headings: tuple[PageHeading, ...],
    sought: str,
    passages: tuple[SearchPassage, ...],
) -> MadePage:
    return MadePage(about.kind, about.title, about.description, body, headings, sought, passages)


def _write_exports(exports: Exports) -> str:
    content = {place: one.decode(_BYTES) for place, one in exports.content.items()}
    return _dump([content, [(feed.title, feed.type, feed.url) for feed in exports.feeds]])


def _read_exports(written: str) -> Exports:
    content, feeds = json.loads(written)
    return Exports(
        {place: one.encode(_BYTES) for place, one in content.items()},
        tuple(Feed(*feed) for feed in feeds),
    )


def _dump(written: Any) -> str:
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))
