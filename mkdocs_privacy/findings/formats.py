"""How findings read: in a terminal, on GitHub and as JSON; no name or message can break out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from mkdocs_privacy.findings.finding import Finding
from mkdocs_privacy.findings.rule import Severity
from mkdocs_privacy.terminal import no_command, printable


def as_text(findings: Sequence[Finding]) -> str:
    """One line for each finding, `file:line: severity: key: message [slug]`."""
    return "\n".join(map(str, findings))


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands with which GitHub Actions marks the lines of a pull request."""
    return "\n".join(no_command(printable(_github_line(finding), kept="")) for finding in findings)


def as_json(findings: Sequence[Finding]) -> str:
    """A JSON array of objects with id, rule, severity, message, path, file and line."""
    entries = [
        {
            "id": finding.rule.id,
            "rule": finding.rule.slug,
            "severity": finding.severity,
            "message": finding.message,
            "path": list(finding.path),
            "file": finding.place.file if finding.place else None,
            "line": finding.place.line if finding.place else None,
        }
        for finding in findings
    ]
    return no_command(printable(json.dumps(entries, ensure_ascii=False, indent=2)))


FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def _github_line(finding: Finding) -> str:
    level = "notice" if finding.severity is Severity.INFO else finding.severity
    place = finding.place
    where = f" file={_as_property(place.file)},line={place.line}" if place else ""
    return f"::{level}{where}::{_as_data(f'{finding.message} [{finding.rule}]')}"


# https://docs.github.com/actions/reference/workflow-commands-for-github-actions, and
# @actions/core, command.ts: data escapes %, CR and LF, a property also what ends it


def _as_data(words: str) -> str:
    # the name of a file may be bytes that are no text, which cannot be printed
    text = words.encode("utf-8", "backslashreplace").decode()
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _as_property(words: str) -> str:
    return _as_data(words).replace(":", "%3A").replace(",", "%2C")
