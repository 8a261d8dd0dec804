"""The opened site: what mkdocs.yml says of the center, its data, releases, words, and findings."""

from mkdocs_privacy.site.opened import OpenedSite
from mkdocs_privacy.site.options import (
    PLUGIN,
    CenterOptions,
    ContentSecurityPolicyOptions,
    ReadOptions,
    read_options,
)
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
    "OpenedSite",
    "ReadOptions",
    "SiteLanguages",
    "SiteSettings",
    "explain_template",
    "find_broken_templates",
    "find_moved_wording",
    "read_options",
]
