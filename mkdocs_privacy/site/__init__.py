"""The opened site: what mkdocs.yml says of the center, its data, releases, words, and findings."""

from mkdocs_privacy.site.broken_links import find_broken_links, find_links_broken_on_disk
from mkdocs_privacy.site.docs_folder import make_site_files, site_files_of, without_language
from mkdocs_privacy.site.made_of import FilesMadeOf, hash_of_code, read_made_of
from mkdocs_privacy.site.opened import OpenedSite
from mkdocs_privacy.site.options import (
    PLUGIN,
    CenterOptions,
    ContentSecurityPolicyOptions,
    OwnAddresses,
    ReadOptions,
    read_options,
)
from mkdocs_privacy.site.reading import Reading, ReadingAgain
from mkdocs_privacy.site.rendered import (
    explain_template,
    find_broken_templates,
    find_moved_wording,
)
from mkdocs_privacy.site.settings import SiteLanguages, SiteSettings

__all__ = [
    "PLUGIN",
    "CenterOptions",
    "ContentSecurityPolicyOptions",
    "FilesMadeOf",
    "OpenedSite",
    "OwnAddresses",
    "ReadOptions",
    "Reading",
    "ReadingAgain",
    "SiteLanguages",
    "SiteSettings",
    "explain_template",
    "find_broken_links",
    "find_broken_templates",
    "find_links_broken_on_disk",
    "find_moved_wording",
    "hash_of_code",
    "make_site_files",
    "read_made_of",
    "read_options",
    "site_files_of",
    "without_language",
]
