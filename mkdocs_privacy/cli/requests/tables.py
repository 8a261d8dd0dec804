"""Requests and counts as text for a person, as JSON for a program, as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from mkdocs_privacy.terminal import printable

Row = Mapping[str, Any]

# What a spreadsheet would take for a formula (https://owasp.org/www-community/attacks/CSV_Injection).
# Where commas are decimal it ends a cell at a semicolon: then a formula may begin inside ours.
_FORMULA = re.compile(r"(^|[;,\t\r\n])(\s*)(?=[=+\-@＝＋－＠\t\r])")

_HARMLESS_IN_A_CELL = "\n\r\t\u200c\u200d"
"""Line ends, and what joins letters or keeps them apart: names are written with it."""


def rows_as_text(rows: Sequence[Row]) -> str:
    """Columns under their names, for a terminal."""
    lines = [list(rows[0]), *([_in_words(value) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def rows_as_json(rows: Sequence[Row]) -> str:
    """A JSON array of objects; what a terminal would obey is escaped."""
    return printable(json.dumps(rows, ensure_ascii=False, indent=2))


def rows_as_csv(rows: Sequence[Row]) -> str:
    """Comma-separated values (RFC 4180) in which no cell is a formula, or obeyed by a terminal.

    An apostrophe stands before what a spreadsheet would compute.
    """
    names = dict.fromkeys(name for row in rows for name in row)
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(names)
    writer.writerows([_in_a_cell(row.get(name)) for name in names] for row in rows)
    return written.getvalue().removesuffix("\r\n")


FORMATS: dict[str, Callable[[Sequence[Row]], str]] = {
    "text": rows_as_text,
    "json": rows_as_json,
    "csv": rows_as_csv,
}


def _in_words(value: Any) -> str:
    """A value on one line of a terminal."""
    return printable(_plain(value)).replace("\n", " ")


def _in_a_cell(value: Any) -> str:
    written = printable(_plain(value), kept=_HARMLESS_IN_A_CELL)
    return _FORMULA.sub(r"\1\2'", written) if isinstance(value, str | list) else written


def _plain(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str() | int():
            return str(value)
        case Iterable():
            return ", ".join(map(str, value))
    raise TypeError(f"a request holds no {type(value).__name__}")
