"""Findings for people: one line each, or with the line of the file and what to do next."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_privacy.findings.finding import Finding, Span
from mkdocs_privacy.findings.formats.quoted_files import NO_FILES, QuotedFiles
from mkdocs_privacy.findings.law import article_in_words
from mkdocs_privacy.findings.rule import Rule, Severity
from mkdocs_privacy.terminal import coloured, no_command, printable

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_GRAVE = (Severity.WARNING, Severity.ERROR)
_WIDEST = 160
"""Characters of a line that are quoted; the rest of a longer one is `…`."""


def as_text(findings: Sequence[Finding], files: QuotedFiles = NO_FILES) -> str:  # noqa: ARG001
    """One line for each finding, `file:line: severity: key: message [slug]`."""
    return "\n".join(map(str, findings))


def as_full_text(findings: Sequence[Finding], files: QuotedFiles = NO_FILES) -> str:
    """The same with the column, the line quoted with carets below what it is about, and a hint.

    The gravest stand last, where a terminal shows them. Infos of one rule stand together, with one
    hint and without their lines: a sound center has the same to say of many entries.
    """
    notes = [finding for finding in findings if finding.severity is Severity.INFO]
    by_rule = [[one for one in notes if one.rule is rule] for rule in _rules_of(notes)]
    alone = [[one] for grave in _GRAVE for one in findings if one.severity is grave]
    return "\n".join(line for some in (*by_rule, *alone) for line in _together(some, files))


def _rules_of(findings: Sequence[Finding]) -> Iterable[Rule]:
    return dict.fromkeys(finding.rule for finding in findings)


def _together(findings: Sequence[Finding], files: QuotedFiles) -> Iterator[str]:
    """Findings of one rule."""
    whole = [finding for finding in findings if finding.fix or len(findings) == 1]
    for finding in whole:
        yield from _full(finding, files)
    short = [finding for finding in findings if finding not in whole]
    for finding in short:
        yield _first_line(finding, files)
    if any(finding.place for finding in short):
        yield _hint_below("    ", _why(short[0].rule), files)


def _first_line(finding: Finding, files: QuotedFiles) -> str:
    line = finding.on_one_line(finding.place.precise if finding.place else "")
    return _with_colour(line, finding) if files.is_coloured else line


def _full(finding: Finding, files: QuotedFiles) -> Iterator[str]:
    place, colour = finding.place, _COLOURS[finding.severity]
    yield _first_line(finding, files)
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
        yield _hint_below(f" {margin} ", hint, files)


def _hint_below(indent: str, hint: str, files: QuotedFiles) -> str:
    return f"{indent}{_blue('=', files)} {no_command(printable(hint, kept=''))}"


def _hints(finding: Finding) -> Iterator[str]:
    """What to read next, and what a command can do."""
    if finding.fix:
        yield f"fix: {finding.fix.description} (`check --fix` does it)"
    yield _why(finding.rule)


def _why(rule: Rule) -> str:
    law = ", ".join(map(article_in_words, rule.basis))
    why = f"{law}; " if law else ""
    return f"why: {why}`mkdocs-privacy check --explain {rule.id}`"


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


def _with_colour(line: str, finding: Finding) -> str:
    severity = f"{finding.severity}: "
    before, _, after = line.partition(severity)
    return f"{coloured(before, 'bold')}{coloured(severity, _COLOURS[finding.severity])}{after}"


def _blue(words: str, files: QuotedFiles) -> str:
    return coloured(words, "blue") if files.is_coloured else words
