"""Fixes applied to the text of a file: comments, quotes, indentation and line ends stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from mkdocs_privacy.findings.finding import Finding, Fix

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MARK_OF_ORDER = "\ufeff"


def fixes_by_file(findings: Iterable[Finding]) -> Mapping[str, tuple[Fix, ...]]:
    """The fixes that findings bring, by the file that they change."""
    found: dict[str, tuple[Fix, ...]] = {}
    for finding in findings:
        if finding.fix:
            file = finding.fix.place.file
            found[file] = (*found.get(file, ()), finding.fix)
    return found


def fixed(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """The text with the fixes, and how many were made; of two that overlap, the first."""
    mark = _MARK_OF_ORDER if text.startswith(_MARK_OF_ORDER) else ""
    lines = _LINE.findall(text.removeprefix(mark))
    done: list[tuple[int, int, int]] = []
    for fix in sorted({*fixes}, key=_from_the_end, reverse=True):
        number, start = fix.place.line - 1, _start(lines, fix)
        if start is None:
            continue
        end = start + _width(fix)
        if any(number == line and start < last and first < end for line, first, last in done):
            continue
        line = lines[number]
        lines[number] = (
            _without(line, start, end)
            if fix.takes_line
            else (line[:start] + fix.after + line[end:])
        )
        done.append((number, start, end))
    return mark + "".join(lines), len(done)


def _without(line: str, start: int, end: int) -> str:
    """A line without some characters and the spaces before; nothing where that was all of it."""
    before, after = line[:start].rstrip(), line[end:]
    return before + after if before or after.strip() else ""


def _start(lines: list[str], fix: Fix) -> int | None:
    """Where on its line the words stand that give way; nothing where they are not there."""
    number, span = fix.place.line - 1, fix.place.span
    if span is None or not 0 <= number < len(lines):
        return None
    first = span.column - 1
    if fix.before is None:
        return first
    start = lines[number].find(fix.before, first, first + span.width)
    return start if start >= 0 else None


def _width(fix: Fix) -> int:
    if fix.before is not None:
        return len(fix.before)
    return fix.place.span.width if fix.place.span else 0


def _from_the_end(fix: Fix) -> tuple[int, int]:
    return fix.place.line, fix.place.span.column if fix.place.span else 0
