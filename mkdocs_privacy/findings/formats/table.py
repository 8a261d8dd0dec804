"""Every format by the name that `--format` takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from mkdocs_privacy.findings.finding import Finding
from mkdocs_privacy.findings.formats.github import as_github
from mkdocs_privacy.findings.formats.gitlab import as_gitlab
from mkdocs_privacy.findings.formats.junit import as_junit
from mkdocs_privacy.findings.formats.plain_json import as_json
from mkdocs_privacy.findings.formats.quoted_files import QuotedFiles
from mkdocs_privacy.findings.formats.sarif import as_sarif
from mkdocs_privacy.findings.formats.text import as_full_text, as_text


class Format(Protocol):
    """Findings in the form that somebody, or some program, reads."""

    def __call__(self, findings: tuple[Finding, ...], files: QuotedFiles = ...) -> str:
        """The findings; `files` has the lines that they are about."""


FORMATS: Mapping[str, Format] = {
    "text": as_full_text,
    "concise": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
}

ALWAYS_WRITTEN = ("json", "gitlab", "sarif", "junit")
"""Formats that are a document, and one without findings where there are none."""
