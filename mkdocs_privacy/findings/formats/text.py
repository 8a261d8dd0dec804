"""Findings for people: one line each, or with the line of the file and what to do next."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from mkdocs_privacy.findings.finding import Finding, Span
from mkdocs_privacy.findings.formats.quoted_files import NO_FILES, QuotedFiles
from mkdocs_privacy.findings.law import article_in_words
from mkdocs_privacy.findings.rule import Severity
from mkdocs_privacy.terminal import coloured, no_command, printable

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_GRAVER = (Severity.INFO, Severity.WARNING, Severity.ERROR)
_WIDEST = 160
"""Characters of a line that are quoted; the rest of a longer one is `…`."""


def as_text(findings: Sequence[Finding], files: QuotedFiles = NO_FILES) -> str:  # noqa: ARG001
    """One line for each finding, `file:line: severity: key: message [slug]`."""
    return "\n".join(map(str, findings))


def as_full_text(findings: Sequence[Finding], files: QuotedFiles = NO_FILES) -> str:
    """The same with the column, the line quoted with carets below what it is about, and a hint.

    The gravest stand last, where a terminal shows them. Infos stand by rule, those of which there
    are most first, as of each entry that was not verified, and the first of a rule alone is quoted.
    """
    written, told = [], set()
    infos = Counter(one.rule for one in findings if one.severity is Severity.INFO)

    def place(one: Finding) -> tuple[int, int, str]:
        is_info = one.severity is Severity.INFO
        how_many = -infos[one.rule] if is_info else 0
        return _GRAVER.index(one.severity), how_many, one.rule.id if is_info else ""

    for finding in sorted(findings, key=place):
        is_told = finding.severity is Severity.INFO and finding.rule in told
        told.add(finding.rule)
        written += [*_full(finding, files)][: 1 if is_told else None]
    return "\n".join(written)


def _full(finding: Finding, files: QuotedFiles) -> Iterator[str]:
    place, colour = finding.place, _COLOURS[finding.severity]
    first = finding.on_one_line(place.precise if place else "")
    yield _with_colour(first, finding, colour) if files.is_coloured else first
    written = files.line(place) if place and place.span else None
    if place is None or place.span is None or written is None:
        return
    margin = " " * len(str(place.line))
    line, span = _window(written.replace("\t", " "), place.span)
    carets = " " * _columns(line[: span.column - 1]) + "^" * max(_columns(_marked(line, span)), 1)
    bar = _blue("|", files)
    yield f" {margin} {bar}"
    yield f" {_blue(str(place.line), files)} {bar} {no_command(printable(line, kept=''))}"
    yield f" {margin} {bar} {coloured(carets, colour) if files.is_coloured else carets}"
    for hint in _hints(finding):
        yield f" {margin} {_blue('=', files)} {no_command(printable(hint, kept=''))}"


def _hints(finding: Finding) -> Iterator[str]:
    """What to read next, and what a command can do."""
    if finding.fix:
        yield f"fix: {finding.fix.description} (`check --fix` does it)"
    law = ", ".join(map(article_in_words, finding.rule.basis))
    why = f"{law}; " if law else ""
    yield f"why: {why}`mkdocs-privacy check --explain {finding.rule.id}`"


def _window(line: str, span: Span) -> tuple[str, Span]:
    """A long line without what is far from the span."""
    end = span.column - 1 + span.width
    if len(line) <= _WIDEST:
        return line, span
    start = max(0, min(span.column - 1 - _WIDEST // 4, len(line) - _WIDEST))
    shown = line[start : start + _WIDEST]
    before, after = ("…" if start else ""), ("…" if start + _WIDEST < len(line) else "")
    width = min(end, start + _WIDEST) - (span.column - 1)
    return f"{before}{shown}{after}", Span(span.column - start + len(before), width)


def _marked(line: str, span: Span) -> str:
    return line[span.column - 1 : span.column - 1 + span.width]


def _columns(words: str) -> int:
    """How many columns of a terminal words take, as they are printed."""
    return sum(map(_width, printable(words, kept="")))


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _with_colour(line: str, finding: Finding, colour: str) -> str:
    severity = f"{finding.severity}: "
    before, _, after = line.partition(severity)
    return f"{coloured(before, 'bold')}{coloured(severity, colour)}{after}"


def _blue(words: str, files: QuotedFiles) -> str:
    return coloured(words, "blue") if files.is_coloured else words
