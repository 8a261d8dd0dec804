"""`mkdocs-privacy requests list` and `show`: what was asked, and by when an answer is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from textwrap import indent

import click

from mkdocs_privacy.cli.options import database_option, rows_format_option
from mkdocs_privacy.cli.requests.opening import find_requests, open_store, read_today
from mkdocs_privacy.cli.requests.tables import FORMATS, Row, printable
from mkdocs_privacy.cli.requests.words import counted, standing_in_words
from mkdocs_privacy.requests.receiver import Standing, StoredRequest, WaitingMail

_LISTED = (
    *("reference", "right", "received_at", "expected_by", "days_left", "email"),
    *("address_confirmed_at", "closed_on", "outcome", "in_time"),
)


@click.command("list", short_help="List requests, the most urgent one first.")
@click.option("--closed", "standing", flag_value="closed", help="Those that were closed.")
@click.option("--all", "standing", flag_value="all", help="Open and closed ones.")
@rows_format_option
@database_option
def list_requests(standing: str | None, format_name: str, database: Path) -> None:
    """List the open requests, the one that must be answered first at the head.

    What was asked is told by `show` and `export`. The list goes to standard output, a summary to
    standard error.

    \b
    Examples:
      mkdocs-privacy requests list
      mkdocs-privacy requests list --closed
      mkdocs-privacy requests list --all --format json
    """
    today = read_today()
    chosen = Standing(standing or "open")
    with open_store(database) as store:
        found = store.requests(chosen)
    if format_name == "text":
        rows = [_line(one, today) for one in found]
    else:
        known = [one.row(today) for one in found]
        rows = [{name: row.get(name) for name in _LISTED} for row in known]
    if rows or format_name != "text":
        click.echo(FORMATS[format_name](rows))
    overdue = sum(one.closing is None and one.days_left(today) < 0 for one in found)
    kind = "" if chosen is Standing.ALL else f"{chosen} "
    late = f", {overdue} of them overdue" if overdue else ""
    click.echo(f"{counted(len(found), f'{kind}request')}{late}", err=True)


@click.command(short_help="Show what a request asks.")
@click.argument("reference")
@database_option
def show(reference: str, database: Path) -> None:
    """Show everything that was sent with the request REFERENCE, and how it stands.

    \b
    Example:
      mkdocs-privacy requests show 7K3F-9QXZ-W2M4-6H8T
    """
    with open_store(database) as store:
        (found,) = find_requests(store, [reference])
        waiting = [
            one for one in store.outbox.waiting() if one.reference == found.request.reference
        ]
    click.echo("\n".join(_told(found, waiting, read_today())))


def _line(stored: StoredRequest, today: date) -> Row:
    return {
        "reference": stored.request.reference,
        "right": str(stored.request.request_type),
        "received": stored.request.received_at.date().isoformat(),
        "due": stored.request.expected_by.isoformat(),
        "how it stands": standing_in_words(stored, today),
        "e-mail": _email(stored),
    }


def _email(stored: StoredRequest) -> str:
    if stored.request.email is None:
        return ""
    return stored.request.email + ("" if stored.address_confirmed_at else " (not proven)")


def _told(stored: StoredRequest, waiting: Sequence[WaitingMail], today: date) -> Iterator[str]:
    request, proven = stored.request, stored.address_confirmed_at
    yield f"{request.reference}: {request.request_type}, {standing_in_words(stored, today)}"
    yield ""
    yield f"received: {request.received_at:%Y-%m-%d %H:%M} UTC"
    yield f"due: {request.expected_by}"
    yield f"address: {f'proven on {proven:%Y-%m-%d %H:%M} UTC' if proven else 'not proven'}"
    for mail in waiting:
        reason = f": {printable(mail.problem)}" if mail.problem else ""
        yield f"mail to the {mail.kind} waits, {counted(mail.tries, 'try', 'tries')}{reason}"
    if stored.closing and stored.closing.note:
        yield _entry("note", stored.closing.note)
    yield ""
    for name, value in request.fields.items():
        yield _entry(name, ", ".join(value) if isinstance(value, list) else str(value))


def _entry(name: str, words: str) -> str:
    shown = printable(words)
    return f"{name}:\n{indent(shown, '    ')}" if "\n" in shown else f"{name}: {shown}"
