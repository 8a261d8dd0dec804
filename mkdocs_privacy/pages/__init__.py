"""A localized center and the templates of `site_template/` become pages, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.pages.document import imported_document, policy_document
from mkdocs_privacy.pages.draft import Heading
from mkdocs_privacy.pages.kinds import COMPLAINT_PAGE, PAGE_KINDS, PageKind, page_kinds
from mkdocs_privacy.pages.rendering import Page, Renderer
from mkdocs_privacy.pages.site import Site
from mkdocs_privacy.pages.standing import Days, Standing, find_standing


def render_pages(
    center: LocalizedCenter,
    site: Site,
    standing: Standing | None = None,
    entries: Sequence[Entry] = (),
) -> Iterator[Page]:
    """Render every page, in reader's order; `entries` tell the history that `standing` knows.

    Without a standing nothing has been published, and every page says so.
    """
    standing = standing or Standing()
    renderer = Renderer(center, site, standing, entries)
    return map(renderer.page, page_kinds(center.center, standing.history))


__all__ = [
    "COMPLAINT_PAGE",
    "PAGE_KINDS",
    "Days",
    "Heading",
    "Page",
    "PageKind",
    "Site",
    "Standing",
    "find_standing",
    "imported_document",
    "page_kinds",
    "policy_document",
    "render_pages",
]
