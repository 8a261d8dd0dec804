"""How findings read: for people, and for the programs of others; nothing in them can break out."""

from __future__ import annotations

from mkdocs_privacy.findings.formats.github import as_github
from mkdocs_privacy.findings.formats.gitlab import as_gitlab
from mkdocs_privacy.findings.formats.junit import as_junit
from mkdocs_privacy.findings.formats.plain_json import as_json
from mkdocs_privacy.findings.formats.quoted_files import NO_FILES, QuotedFiles
from mkdocs_privacy.findings.formats.sarif import as_sarif
from mkdocs_privacy.findings.formats.table import ALWAYS_WRITTEN, FORMATS, Format
from mkdocs_privacy.findings.formats.text import as_full_text, as_text

__all__ = [
    "ALWAYS_WRITTEN",
    "FORMATS",
    "NO_FILES",
    "Format",
    "QuotedFiles",
    "as_full_text",
    "as_github",
    "as_gitlab",
    "as_json",
    "as_junit",
    "as_sarif",
    "as_text",
]
