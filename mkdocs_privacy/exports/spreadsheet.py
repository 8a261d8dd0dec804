"""Rows as a CSV file that a spreadsheet opens and does not compute."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from mkdocs_privacy.characters import with_line_feeds

_FORMULA = ("=", "+", "-", "@", "\t", "\n")
"""How a cell begins that a spreadsheet would compute."""


def as_csv(rows: Iterable[Iterable[str]]) -> str:
    """The rows, the first of which names the columns."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    for row in rows:
        writer.writerow(map(_guarded, row))
    return written.getvalue()


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    Older versions of Python do not quote `\\r`, where a spreadsheet would begin another row.
    """
    cell = with_line_feeds(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
