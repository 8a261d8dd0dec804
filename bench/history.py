"""`history.csv`: the figures of each release of the package, a row for each."""

from __future__ import annotations

import csv
import os
import platform
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bench.figures import Figure

FILE = Path(__file__).with_name("history.csv")
_ABOUT = ("version", "day", "machine", "note")


def add_row(
    version: str, note: str, figures: Iterable[Figure], file: Path = FILE, day: date | None = None
) -> None:
    """Add the row of a version, or write it again; a figure that is new gets a column."""
    rows = []
    if file.exists():
        with file.open(encoding="utf-8", newline="") as read:
            rows = [row for row in csv.DictReader(read) if row["version"] != version]
    machine = f"{os.cpu_count()} x {platform.machine()}, Python {platform.python_version()}"
    about = (version, str(day or date.today()), machine, note)
    measured = {f"{one.name} ({one.unit})": one.written for one in figures}
    rows.append({**dict(zip(_ABOUT, about, strict=True)), **measured})
    columns = dict.fromkeys(name for row in rows for name in row)
    with file.open("w", encoding="utf-8", newline="") as written:
        writer = csv.DictWriter(written, list(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
