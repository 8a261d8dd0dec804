"""What `check --fix` writes, and what `check --diff` shows of it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from mkdocs_privacy.cli.checking import Checked
from mkdocs_privacy.disk import UnreadableFile, read_file
from mkdocs_privacy.findings import fixed, fixes_by_file
from mkdocs_privacy.terminal import printable
from mkdocs_privacy.writing import write_whole

_MOST_ROUNDS = 10
"""How often what was fixed is checked again: an error may hide another."""


def fix_site(check: Callable[[], Checked]) -> tuple[Checked, int]:
    """Write every fix, check again until there are no more; what is left, and how many there were.

    A fix that would have to be written outside the folder in which the command runs is left out.
    """
    checked, total = check(), 0
    for _ in range(_MOST_ROUNDS):
        texts = _fixed_texts(checked)
        if not texts:
            break
        for path, (_, after, count) in texts.items():
            write_whole(path, after.encode("utf-8"))
            total += count
        checked = check()
    return checked, total


def fixes_as_diff(checked: Checked) -> str:
    """What `fix_site` would write first, as a unified diff."""
    parts: list[str] = []
    for path, (before, after, _) in _fixed_texts(checked).items():
        name = checked.site.shown(path)
        parts += difflib.unified_diff(
            before.splitlines(keepends=True), after.splitlines(keepends=True), name, name
        )
    return printable("".join(f"{part.rstrip(chr(13) + chr(10))}\n" for part in parts))


def _fixed_texts(checked: Checked) -> Mapping[Path, tuple[str, str, int]]:
    """The text of each file before and after, and how many fixes that takes."""
    return dict(_fixed(checked))


def _fixed(checked: Checked) -> Iterator[tuple[Path, tuple[str, str, int]]]:
    base = checked.site.settings.base
    for file, fixes in fixes_by_file(checked.findings).items():
        path = base / file
        try:
            before = read_file(path, base).decode("utf-8")
        except (UnreadableFile, UnicodeDecodeError):
            continue
        after, count = fixed(before, fixes)
        if after != before:
            yield path, (before, after, count)
