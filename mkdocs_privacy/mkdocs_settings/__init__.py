"""What a site says in mkdocs.yml: commands read the file, builds take it over from MkDocs."""

from mkdocs_privacy.mkdocs_settings.mkdocs_yml import UnusableConfiguration
from mkdocs_privacy.mkdocs_settings.settings import list_docs, read_settings, take_over

__all__ = ["UnusableConfiguration", "list_docs", "read_settings", "take_over"]
