"""RV: when somebody last looked at what stands here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from mkdocs_privacy.findings import KeyPath, Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.model import INTERNAL, InternalNotes, PrivacyCenter, add_period

_LONGEST = "P24M"
_REVIEWED = "organisation: {internal: {reviewed: %s}}"


@knowing_rule(
    "RV001",
    "stale-notice",
    Severity.INFO,
    lines(_REVIEWED % "2023-05-02", _REVIEWED % "2026-05-02"),
    basis=("GDPR 5(2)", "GDPR 24(1)"),
    silent_on=(
        sound("nothing says when", "organisation: {name: Tuimelkous}"),
        sound("it is not written as a day", _REVIEWED % "in the spring of 2023"),
    ),
)
def stale_notice(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """By your own note, nobody has looked at this for more than 24 months (`internal: {reviewed:
    …}`). The law sets no such time, but what you do must be reviewed where necessary, and you must
    be able to show it (GDPR articles 24(1) and 5(2)). Read it against what you do today, and write
    the new day.
    """
    for path, notes in _notes_of(center):
        day = _day(notes.reviewed)
        if day and known.today and add_period(day, _LONGEST) < known.today:
            yield Remark(
                (*path, INTERNAL, "reviewed"),
                f"this was last looked at on {day}, more than 24 months ago: read it against what "
                "you do today, and write the new day",
            )


def _notes_of(center: PrivacyCenter) -> Iterator[tuple[KeyPath, InternalNotes]]:
    """The notes of the organisation and of every entry by id, with what they are about."""
    if center.organisation.internal:
        yield ("organisation",), center.organisation.internal
    for kind in PrivacyCenter.model_fields:
        entries = getattr(center, kind)
        for id, entry in entries.items() if isinstance(entries, Mapping) else ():
            if notes := getattr(entry, INTERNAL, None):
                yield (kind, id), notes


def _day(written: str | None) -> date | None:
    """A day as ISO 8601 has it; a note may say it in other words."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None
