"""Findings: what is wrong, where, and how a finding reads in a terminal, on GitHub and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

KeyPath = tuple[str | int, ...]
"""The way to a value in the data: `("processors", "mollie", "country")`."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """The data cannot be used."""
    WARNING = "warning"
    """The data can be used, but something should be mended; it stops `--strict`."""
    INFO = "info"
    """Worth knowing."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a file, counted from 1; the file as the reader would name it."""

    file: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem: its rule, what is wrong and what right looks like, and where."""

    rule: str
    message: str
    severity: Severity = Severity.ERROR
    path: KeyPath = ()
    place: Place | None = None

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        what = f"{'.'.join(map(str, self.path))}: " if self.path else ""
        line = f"{where}{self.severity}: {what}{self.message} [{self.rule}]"
        return " ".join(line.splitlines())  # a value in the message may have lines of its own


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything was found that prevents the data from being used."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def in_order_of_place(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as somebody would work through the files."""
    return tuple(
        sorted(findings, key=lambda finding: (finding.place or Place(""), str(finding.message)))
    )


def as_text(findings: Sequence[Finding]) -> str:
    """One line for each finding, `file:line: severity: key: message [rule]`."""
    return "\n".join(map(str, findings))


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands with which GitHub Actions marks the lines of a pull request."""
    return "\n".join(map(_github_line, findings))


def as_json(findings: Sequence[Finding]) -> str:
    """A JSON array of objects with rule, severity, message, path, file and line."""
    entries = [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "path": list(finding.path),
            "file": finding.place.file if finding.place else None,
            "line": finding.place.line if finding.place else None,
        }
        for finding in findings
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def _github_line(finding: Finding) -> str:
    level = "notice" if finding.severity is Severity.INFO else finding.severity
    where = f" file={finding.place.file},line={finding.place.line}" if finding.place else ""
    # https://docs.github.com/actions/reference/workflow-commands: data escapes %, CR and LF
    message = finding.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{level}{where}::{message} [{finding.rule}]"
