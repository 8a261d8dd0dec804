"""Our pages in the navigation of a site: in reader's order, unless somebody arranged it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage


def arrange_navigation(
    navigation: Navigation,
    ours: Sequence[str],
    path: str,
    section_titles: dict[str, str],
) -> Navigation:
    """Put our pages in reader's order under translated titles, where mkdocs.yml has no `nav:`.

    `ours` are the sources of our pages in that order; `section_titles` are the titles of `center`
    (the section for `path`) and `rights` (that of the single rights, after their overview).
    """
    rank = {source: index for index, source in enumerate(ours)}
    items = navigation.items
    for depth, _ in enumerate(path.split("/") if path else (), start=1):
        around = _our_sections(items, rank)
        if not around:  # `not_in_nav` keeps our pages out
            return navigation
        if depth == path.count("/") + 1:
            around[0].title = section_titles["center"]
        items = around[0].children
    for section in _our_sections(items, rank):
        section.title = section_titles["rights"]
        section.children.sort(key=lambda child: _rank(child, rank))
        overview = section.children.pop(0)
        overview.parent = section.parent
        items.append(overview)
    items.sort(key=lambda item: _rank(item, rank))
    navigation.pages = list(_pages(navigation.items))
    _link_neighbours(navigation.pages)
    return navigation


def _our_sections(items: Iterable[StructureItem], rank: dict[str, int]) -> list[Section]:
    return [one for one in items if isinstance(one, Section) and _rank(one, rank) < len(rank)]


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


def _link_neighbours(pages: Sequence[MkDocsPage]) -> None:
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
