"""Our pages in the navigation of a site: in reader's order, unless somebody arranged it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from posixpath import dirname
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import dirname_to_title

_OF_OURS = ("for", "rights")
"""The folders that we make: of the audiences, and of the single rights with their overview."""


def in_navigation(declared: Iterable[str], files: Files) -> list[str]:
    """Those of the declared pages that MkDocs would put into the navigation by itself."""
    listed = {file.src_uri for file in files.documentation_pages() if file.inclusion.is_in_nav()}
    return [source for source in declared if source in listed]


def arrange_navigation(
    navigation: Navigation, ours: Sequence[str], path: str, section_titles: dict[str, str]
) -> Navigation:
    """Put our pages in reader's order under translated titles, as far as nobody arranged them.

    `ours` are the sources of our pages in that order; `section_titles` are the titles of `center`
    (the section for `path`), `for` (that of the audiences) and `rights` (that of the single rights,
    after their overview).
    """
    rank = {source: index for index, source in enumerate(ours)}
    containers = list(_containers(navigation.items, rank))
    is_arranged = _is_arranged([items for _, items in containers], ours, rank)
    for section, items in containers:
        folder = _folder(items, rank)
        name = folder.rpartition("/")[-1]
        if section and section.title == dirname_to_title(name):
            if name in _OF_OURS:
                section.title = section_titles[name]
            elif path:
                section.title = section_titles["center"]
    if containers and not is_arranged:
        _put_in_readers_order(containers, rank)
        _renumber(navigation, rank)
    return navigation


def _containers(
    items: list[StructureItem], rank: dict[str, int], section: Section | None = None
) -> Iterator[tuple[Section | None, list[StructureItem]]]:
    """The sections, or the whole, with pages of ours directly in them, the outer ones first."""
    if _sources(items, rank):
        yield section, items
    for item in items:
        if isinstance(item, Section):
            yield from _containers(item.children, rank, item)


def _sources(items: Iterable[StructureItem], rank: dict[str, int]) -> list[str]:
    """Our pages directly among some items."""
    sources = (item.file.src_uri for item in items if isinstance(item, MkDocsPage))
    return [source for source in sources if source in rank]


def _folder(items: Iterable[StructureItem], rank: dict[str, int]) -> str:
    return dirname(_sources(items, rank)[0])


def _is_arranged(
    containers: Iterable[list[StructureItem]], ours: Sequence[str], rank: dict[str, int]
) -> bool:
    """Whether our pages stand otherwise than MkDocs, or a plugin that sorts by name, puts them."""
    found = [_sources(items, rank) for items in containers]
    folders = {
        folder: [*sources] for folder, sources in groupby(sorted(ours, key=dirname), dirname)
    }
    if sorted(map(sorted, found)) != sorted(map(sorted, folders.values())):
        return True
    return not all(
        sources in (sorted(sources, key=rank.__getitem__), sorted(sources), _by_name(sources))
        for sources in found
    )


def _by_name(sources: Iterable[str]) -> list[str]:
    """In the order of their names, the index first."""
    return sorted(sources, key=lambda source: (not _is_index(source), source))


def _is_index(source: str) -> bool:
    return source.rpartition("/")[-1].startswith("index.")


def _put_in_readers_order(
    containers: Iterable[tuple[Section | None, list[StructureItem]]], rank: dict[str, int]
) -> None:
    """The overview of the rights goes before the section of the others."""
    [(_, center), *inner] = containers
    for section, items in inner:
        items.sort(key=lambda item: _rank(item, rank))
        [first, *others] = items
        is_overview = isinstance(first, MkDocsPage) and _is_index(first.file.src_uri)
        if section and section in center and is_overview and others:
            section.children = others
            first.parent = section.parent
            center.append(first)
    center.sort(key=lambda item: _rank(item, rank))


def _rank(item: StructureItem, rank: dict[str, int]) -> int:
    """Where an item comes among ours; what is not ours comes after all of them."""
    return min(
        (rank.get(page.file.src_uri, len(rank)) for page in _pages([item])), default=len(rank)
    )


def _pages(items: Iterable[StructureItem]) -> Iterator[MkDocsPage]:
    for item in items:
        if isinstance(item, MkDocsPage):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)


def _renumber(navigation: Navigation, rank: dict[str, int]) -> None:
    """Put our pages in their new order where ours stood; the others keep their neighbours."""
    ours = (page for page in _pages(navigation.items) if page.file.src_uri in rank)
    pages = [next(ours) if page.file.src_uri in rank else page for page in list(navigation.pages)]
    navigation.pages = pages
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        if not rank.keys().isdisjoint(
            near.file.src_uri for near in (before, page, after) if near is not None
        ):
            page.previous_page, page.next_page = before, after


def no_way_in(navigation: Navigation, declared: Sequence[str], not_in_nav: Any) -> str | None:
    """That nothing in the navigation leads to the center, where nobody wanted it so."""
    home, listed = declared[0], {page.file.src_uri for page in _pages(navigation.items)}
    if not listed.isdisjoint(declared) or (not_in_nav and not_in_nav.match_file(home)):
        return None
    return (
        f"the navigation has no link to the privacy center: add {home} to `nav:`, or the folder to "
        "the list of the plugin that makes the navigation (`nav:` in .pages or .nav.yml), unless "
        "every page links to it elsewhere"
    )
