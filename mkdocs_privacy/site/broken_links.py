"""Links in free text that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from mkdocs_privacy.changelog import tell_history
from mkdocs_privacy.findings import Finding, KeyPath, Place, Span, nearest_place
from mkdocs_privacy.findings.rules.sections import BROKEN_LINK
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import (
    Activity,
    CookieService,
    Markdown,
    PrivacyCenter,
    Processor,
    suggestion,
)
from mkdocs_privacy.pages import (
    PageKind,
    Renderer,
    SiteFiles,
    find_standing,
    ids_in,
    page_kinds,
    source_in_center,
)
from mkdocs_privacy.site.opened import OpenedSite

Anchors = Callable[[str], Collection[str] | None]
"""The anchors on a page of the site, by its source; nothing where nobody knows them."""

_LINK = re.compile(r'<a href="(?![a-z][a-z0-9+.-]*:|//)([^"#]*)(?:#([^"]*))?"', re.IGNORECASE)


def find_broken_links(
    site: OpenedSite, language: str, files: SiteFiles, anchors: Anchors = lambda _source: None
) -> Iterator[Finding]:
    """Every link in the free text of one language that leads nowhere; there must be no errors."""
    checked = _Checked(site, language, files, anchors)
    for path, text, page in _texts(site.working):
        prose = site.localization(language).prose(text)
        for found in _LINK.finditer(prose):
            link, anchor = unescape(found[1]), unescape(found[2] or "")
            problem = checked.problem(link, anchor, page)
            if problem:
                written = f"{link}#{anchor}" if anchor else link
                place = _line(site, (*path, language), written)
                yield Finding(BROKEN_LINK, f"‘{written}’ {problem}", path, place)


def find_links_broken_on_disk(site: OpenedSite) -> tuple[Finding, ...]:
    """The same in every language, as far as the docs folder tells; what is the same in several
    languages counts once."""
    found = (
        finding
        for language, files in site.files_on_disk.items()
        for finding in find_broken_links(site, language, files)
    )
    return tuple(dict.fromkeys(found))


@dataclass
class _Checked:
    """What links in one language can lead to."""

    site: OpenedSite
    language: str
    files: SiteFiles
    anchors: Anchors

    @cached_property
    def kinds(self) -> dict[str, PageKind]:
        """Our pages by their sources."""
        kinds = page_kinds(self.site.working, self.site.archive.history)
        return {f"{kind.source}.md": kind for kind in kinds}

    @cached_property
    def renderer(self) -> Renderer:
        """Renders a page of which somebody must know the anchors, as the data would have it."""
        site, localization = self.site, self.site.localization(self.language)
        history = site.archive.history
        standing = find_standing(site.working, history, site.today, is_preview=True)
        entries = tell_history(history, localization, site.working)
        center = LocalizedCenter(site.working, localization, site.loaded.catalogue)
        return Renderer(center, site.frozen_pages, standing, entries)

    def problem(self, link: str, anchor: str, page: str) -> str | None:
        """What is wrong with a link in a text that is printed on a page of ours."""
        if not link:
            ours = next(kind for kind in self.kinds.values() if kind.name == page)
            return self._problem_of_anchor(anchor, self._ids(ours)) if anchor else None
        ours_or_none = self.kinds.get(source_in_center(link, self.files.center))
        if ours_or_none:
            return self._problem_of_anchor(anchor, self._ids(ours_or_none)) if anchor else None
        source = self.files.find(link)
        if source is None:
            own = (f"{'../' * self._depth}{name}" for name in self.files.addresses)
            hint = suggestion(link, [*self.kinds, *own])
            return (
                f"is neither a page of the privacy center nor a page or file of the site{hint}: "
                "write the path of its source file, relative to "
                f"{self.files.center or 'the docs folder'}"
            )
        known = self.anchors(source) if anchor else None
        return None if known is None else self._problem_of_anchor(anchor, known)

    @property
    def _depth(self) -> int:
        return len(self.files.center.split("/")) if self.files.center else 0

    def _ids(self, kind: PageKind) -> Collection[str]:
        return ids_in(self.renderer.page(kind).body)

    @staticmethod
    def _problem_of_anchor(anchor: str, known: Collection[str]) -> str | None:
        if not anchor or anchor in known:
            return None
        hint = suggestion(anchor, known)
        return (
            f"has an anchor that is not on that page{hint}: write one that is, or link to the page"
        )


def _texts(center: PrivacyCenter) -> Iterator[tuple[KeyPath, Markdown, str]]:
    """All free text, its key path, and the name of the page on which it is printed first."""
    described: dict[str, tuple[str, Mapping[str, Activity | Processor | CookieService]]] = {
        "data": ("activities", center.activities),
        "processors": ("processors", center.processors or {}),
        "cookies": ("cookies", center.cookies or {}),
    }
    if center.notice.introduction:
        yield ("notice", "introduction"), center.notice.introduction, "home"
    for page, (key, entries) in described.items():
        for id, entry in entries.items():
            if entry.description:
                yield (key, id, "description"), entry.description, page
    for right, details in center.rights.each.items():
        if details.note:
            yield ("rights", "each", right, "note"), details.note, f"right.{right}"
    for id, section in center.sections.items():
        yield ("sections", id, "body"), section.body, section.page


def _line(site: OpenedSite, path: KeyPath, written: str) -> Place | None:
    """The line of a link, or of the text that it stands in."""
    place = nearest_place(path, site.loaded.places)
    if place is None:
        return None
    try:
        lines = (site.settings.base / place.file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return place
    for number, line in enumerate(lines[place.line - 1 :], start=place.line):
        if written in line:
            span = Span(line.index(written) + 1, len(written))
            return Place(place.file, number, span)
    return place
