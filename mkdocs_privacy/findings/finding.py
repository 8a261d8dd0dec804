"""A finding: what is wrong, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from mkdocs_privacy.findings.rule import Rule, Severity
from mkdocs_privacy.terminal import no_command, printable

KeyPath = tuple[str | int, ...]
"""The way to a value in the data: `("processors", "mollie", "country")`."""


class Span(NamedTuple):
    """Some characters of a line: the column of the first, counted from 1, and how many."""

    column: int
    width: int


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a file, counted from 1; the file as the reader would name it.

    Two places are the same where their lines are: what it is about on the line tells no more.
    """

    file: str
    line: int = 1
    span: Span | None = field(default=None, compare=False, repr=False)
    """What of the line it is about, where that is known: the value, or the key above it."""
    key: Span | None = field(default=None, compare=False, repr=False)
    """The key of the value, where it has one."""
    is_scalar: bool = field(default=False, compare=False, repr=False)
    """Whether the span is that of one value that is no list and no mapping."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def precise(self) -> str:
        """`file:line:column`, or `file:line` where no column is known."""
        return f"{self}:{self.span.column}" if self.span else str(self)

    @property
    def of_key(self) -> Place:
        """The same place, about the key and not its value."""
        return replace(self, span=self.key or self.span, is_scalar=False)


@dataclass(frozen=True, slots=True)
class Fix:
    """What puts a finding right without a decision: some characters of its line give way."""

    description: str
    """What it does, as an order: `write `country``."""
    place: Place
    """The line, with the span of what is replaced."""
    before: str | None
    """What gives way, the first time that it stands in the span; nothing for all of the span."""
    after: str
    takes_line: bool = False
    """Whether the spaces before go too, and all of the line where nothing else stands on it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem: its rule, what is wrong and what right looks like, and where."""

    rule: Rule
    message: str
    path: KeyPath = ()
    place: Place | None = None
    chosen_severity: Severity | None = None
    """What the site owner chose instead of the severity of the rule."""
    fix: Fix | None = field(default=None, compare=False)
    """What puts it right mechanically, where something does."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.chosen_severity or self.rule.severity

    def __str__(self) -> str:
        """One line, `file:line: severity: key: message [slug]`, that no terminal obeys."""
        return self.on_one_line(str(self.place or ""))

    def on_one_line(self, place: str) -> str:
        """The same, with the place in words of the caller's."""
        where = f"{place}: " if place else ""
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
    """The line of a key, or of the nearest key around it that somebody wrote.

    Who writes one of a list may leave out the list.
    """
    while path:
        for written in (path, tuple(key for key in path if key != 0)):
            if written in places:
                return places[written]
        path = path[:-1]
    return None
