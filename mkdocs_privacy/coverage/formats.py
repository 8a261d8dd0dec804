"""The coverage table as text, as JSON, and as a page that can be filed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mkdocs_privacy.coverage.answer import Coverage
from mkdocs_privacy.coverage.table import Row
from mkdocs_privacy.templates import template_environment
from mkdocs_privacy.terminal import no_command, printable


@dataclass(frozen=True, slots=True)
class ReportHeading:
    """What a report says of itself."""

    organisation: str
    made_on: date
    release: str | None = None
    """The id of the newest release."""
    sha256: str | None = None
    """Its hash."""
    differs: bool = False
    """Whether the data has changed since that release."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """The address of each page, by its name."""


def summary(rows: Sequence[Row]) -> str:
    """`47 of 52 items answered`; an item that is not needed does not count."""
    asked = [row for row in rows if row.answer.verdict is not Coverage.NOT_NEEDED]
    told = sum(row.answer.verdict is Coverage.ANSWERED for row in asked)
    return f"{told} of {len(asked)} items answered"


def as_text(rows: Sequence[Row], heading: ReportHeading) -> str:
    """One line for each row, under a heading for the center and for each activity."""
    lines: list[str] = []
    subject = None
    for row in rows:
        if row.subject != subject:
            subject = row.subject
            lines += ["", subject or heading.organisation]
        lines.append(
            f"  {_MARKS[row.answer.verdict]} {row.duty.law}: {row.duty.title}{_told(row, heading)}"
        )
    return no_command(printable("\n".join((*lines[1:], "", summary(rows))), kept="\n"))


_MARKS = {Coverage.ANSWERED: "yes", Coverage.UNANSWERED: "NO ", Coverage.NOT_NEEDED: " - "}


def _told(row: Row, heading: ReportHeading) -> str:
    page = heading.addresses.get(row.answer.page, "")
    where = ", ".join(map(str, filter(None, (row.place, page))))
    remark = f": {row.answer.remark}" if row.answer.remark else ""
    return f" ({where}){remark}" if where else remark


def as_json(rows: Sequence[Row], heading: ReportHeading) -> str:
    """An object with what the report says of itself, the counts, and an array of rows."""
    document = {
        "organisation": heading.organisation,
        "date": heading.made_on.isoformat(),
        "release": heading.release,
        "sha256": heading.sha256,
        "differs_from_release": heading.differs,
        "summary": summary(rows),
        "items": [
            {
                "law": row.duty.law,
                "title": row.duty.title,
                "subject": row.subject or None,
                "verdict": row.answer.verdict,
                "remark": row.answer.remark or None,
                "path": list(row.answer.path),
                "file": row.place.file if row.place else None,
                "line": row.place.line if row.place else None,
                "page": heading.addresses.get(row.answer.page),
            }
            for row in rows
        ],
    }
    return no_command(printable(json.dumps(document, ensure_ascii=False, indent=2)))


def as_html(rows: Sequence[Row], heading: ReportHeading) -> str:
    """A page without scripts or other files, with the date, the release and its hash."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.subject, []).append(row)
    template = template_environment().get_template("reports/coverage.html")
    return template.render(heading=heading, groups=groups, summary=summary(rows))


COVERAGE_FORMATS: Mapping[str, Callable[[Sequence[Row], ReportHeading], str]] = {
    "text": as_text,
    "json": as_json,
    "html": as_html,
}
