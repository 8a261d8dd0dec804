"""A localized center and the templates of `site_template/` become pages, in one language."""

from mkdocs_privacy.pages.addresses import PageAddresses, translated_steps
from mkdocs_privacy.pages.document import imported_document, policy_document
from mkdocs_privacy.pages.kinds import COMPLAINT_PAGE, PAGE_KINDS, PageKind, page_kinds
from mkdocs_privacy.pages.moved import moved_addresses, moved_pages
from mkdocs_privacy.pages.page_in_progress import PageHeading, ids_in
from mkdocs_privacy.pages.passages import SearchPassage, read_passages
from mkdocs_privacy.pages.rendering import Outline, Page, Renderer, render_pages
from mkdocs_privacy.pages.site import Site
from mkdocs_privacy.pages.site_files import SiteFiles, source_in_center, source_of
from mkdocs_privacy.pages.standing import Days, Standing, find_standing

__all__ = [
    "COMPLAINT_PAGE",
    "PAGE_KINDS",
    "Days",
    "Outline",
    "Page",
    "PageAddresses",
    "PageHeading",
    "PageKind",
    "Renderer",
    "SearchPassage",
    "Site",
    "SiteFiles",
    "Standing",
    "find_standing",
    "ids_in",
    "imported_document",
    "moved_addresses",
    "moved_pages",
    "page_kinds",
    "policy_document",
    "read_passages",
    "render_pages",
    "source_in_center",
    "source_of",
    "translated_steps",
]
