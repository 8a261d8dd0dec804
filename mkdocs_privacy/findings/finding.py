"""A finding: what is wrong, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mkdocs_privacy.findings.rule import Rule, Severity
from mkdocs_privacy.terminal import no_command, printable

KeyPath = tuple[str | int, ...]
"""The way to a value in the data: `("processors", "mollie", "country")`."""


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

    rule: Rule
    message: str
    path: KeyPath = ()
    place: Place | None = None
    chosen_severity: Severity | None = None
    """What the site owner chose instead of the severity of the rule."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.chosen_severity or self.rule.severity

    def __str__(self) -> str:
        """One line, `file:line: severity: key: message [slug]`, that no terminal obeys."""
        where = f"{self.place}: " if self.place else ""
        what = f"{'.'.join(map(str, self.path))}: " if self.path else ""
        message = " ".join(self.message.splitlines())  # a value in it may have lines of its own
        return no_command(
            printable(f"{where}{self.severity}: {what}{message} [{self.rule}]", kept="")
        )


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything was found that is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def in_order_of_place(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as somebody would work through the files."""
    return tuple(
        sorted(findings, key=lambda finding: (finding.place or Place(""), str(finding.message)))
    )


def placed(finding: Finding, places: Mapping[KeyPath, Place]) -> Finding:
    """The finding at the line of its key, or of the nearest key around it that somebody wrote."""
    return replace(finding, place=nearest_place(finding.path, places))


def nearest_place(path: KeyPath, places: Mapping[KeyPath, Place]) -> Place | None:
    """The line of a key, or of the nearest key around it that somebody wrote."""
    while path:
        if path in places:
            return places[path]
        path = path[:-1]
    return None
