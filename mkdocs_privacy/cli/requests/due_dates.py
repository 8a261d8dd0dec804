"""`mkdocs-privacy requests calendar`: due dates for a calendar program (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import click
from icalendar import Alarm, Calendar, Event

from mkdocs_privacy.cli.options import DAYS, database_option
from mkdocs_privacy.cli.requests.opening import open_store
from mkdocs_privacy.requests.store import StoredRequest
from mkdocs_privacy.terminal import counted, printable
from mkdocs_privacy.writing import write_whole


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--remind",
    metavar="7d",
    type=DAYS,
    default="7d",
    show_default=True,
    help="When the calendar reminds you, before the due date.",
)
@database_option
def calendar(file: Path | None, remind: int, database: str) -> None:
    """Write the due dates of the open requests to FILE, for a calendar program that subscribes to
    it. Without FILE, write to standard output.

    Each entry has the right and the reference, and no personal data. The command replaces the whole
    FILE, which only you can read: run it with cron to keep it current.

    \b
    Examples:
      mkdocs-privacy requests calendar due-dates.ics
      mkdocs-privacy requests calendar --remind 3d ~/calendars/privacy-requests.ics
    """
    with open_store(database, only_reads=True) as store:
        still_open = store.requests()
    written = calendar_of(still_open, remind)
    if file is None:
        click.echo(written, nl=False)
        return
    if file.exists() and not file.is_file():
        raise click.ClickException(
            f"{file} is not a file: give a file, or nothing for standard output"
        )
    write_whole(file, written, is_private=True)
    click.echo(printable(f"wrote {file}: {counted(len(still_open), 'due date')}"))


def calendar_of(open_requests: Iterable[StoredRequest], remind_days: int) -> bytes:
    """The due dates as an iCalendar; the same requests are the same bytes."""
    due_dates = Calendar()
    due_dates.add("prodid", "-//mkdocs-privacy//requests//EN")
    due_dates.add("version", "2.0")
    for stored in open_requests:
        due_dates.add_component(_event(stored, remind_days))
    return bytes(due_dates.to_ical())


def _event(stored: StoredRequest, remind_days: int) -> Event:
    """A whole day that leaves whoever looks at the calendar free."""
    request = stored.request
    title = f"{request.request_type} {request.reference}"
    event = Event()
    event.add("uid", f"{request.reference}@mkdocs-privacy")
    event.add("dtstamp", request.received_at)
    event.add("sequence", 0 if stored.extension is None else 1)  # an extension comes once
    event.add("dtstart", stored.due)
    event.add("summary", title)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(days=-remind_days))
    event.add_component(alarm)
    return event
