"""RV: when somebody last looked at what stands here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from mkdocs_privacy.findings import KeyPath, Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.lint.used_facts import transfers_of
from mkdocs_privacy.model import INTERNAL, InternalNotes, PrivacyCenter, add_period

_LONGEST = "P24M"
_CONTRACT = """
    processors:
      host: {name: Host, category: hosting, role: processor, contract: {concluded: %s}}
    """
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


@knowing_rule(
    "RV002",
    "day-to-come",
    Severity.WARNING,
    lines(_CONTRACT % "2027-05-02", _CONTRACT % "2026-05-02"),
    basis=("GDPR 5(1)(a)", "GDPR 5(2)"),
    silent_on=(
        sound(
            "nothing says when",
            "processors: {host: {name: Host, category: hosting, role: processor, contract: {}}}",
        ),
    ),
)
def day_to_come(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """This is the day on which somebody looked, or signed, and it has not come yet. Readers are
    told of something that nobody has done (GDPR article 5(1)(a)). Write the day on which it was
    done, or leave it out until then.
    """
    for path, day in _days(center):
        if known.today and day and day > known.today:
            yield Remark(
                path, f"{day} has not come yet: write the day on which it was done, or leave it out"
            )


def _days(center: PrivacyCenter) -> Iterator[tuple[KeyPath, date | None]]:
    """The days on which something was done, as the pages tell them."""
    for path, transfers in transfers_of(center):
        for number, transfer in enumerate(transfers):
            yield (*path, number, "checked"), transfer.checked
    for id, processor in (center.processors or {}).items():
        if processor.contract:
            yield ("processors", id, "contract", "concluded"), processor.contract.concluded


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
