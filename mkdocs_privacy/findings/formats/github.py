"""Findings as commands to the runner of GitHub Actions.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions, and @actions/core,
command.ts: data escapes %, CR and LF, a property also what ends it.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_privacy.findings.finding import Finding
from mkdocs_privacy.findings.formats.quoted_files import NO_FILES, QuotedFiles
from mkdocs_privacy.findings.rule import Severity
from mkdocs_privacy.terminal import no_command, printable


def as_github(findings: Sequence[Finding], files: QuotedFiles = NO_FILES) -> str:  # noqa: ARG001
    """Workflow commands with which GitHub Actions marks the lines of a pull request."""
    return "\n".join(no_command(printable(_github_line(finding), kept="")) for finding in findings)


def _github_line(finding: Finding) -> str:
    level = "notice" if finding.severity is Severity.INFO else finding.severity
    place = finding.place
    where = f" file={_as_property(place.file)},line={place.line}" if place else ""
    if place and place.span:
        last = place.span.column + place.span.width - 1
        where += f",col={place.span.column},endColumn={last}"
    return f"::{level}{where}::{_as_data(f'{finding.message} [{finding.rule}]')}"


def _as_data(words: str) -> str:
    # the name of a file may be bytes that are no text, which cannot be printed
    text = words.encode("utf-8", "backslashreplace").decode()
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _as_property(words: str) -> str:
    return _as_data(words).replace(":", "%3A").replace(",", "%2C")
