"""What the database has: `requests list` without `--preview`, and `requests show`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import indent

import click

from mkdocs_privacy.cli.options import database_option
from mkdocs_privacy.cli.requests.opening import find_request, open_store, read_today
from mkdocs_privacy.cli.requests.status_words import account_lines, status_in_words
from mkdocs_privacy.cli.requests.tables import FORMATS, Row
from mkdocs_privacy.requests import Channel
from mkdocs_privacy.requests.store import StatusFilter, StoredRequest, WaitingMail
from mkdocs_privacy.terminal import counted, printable

_LISTED = (
    *("reference", "right", "channel", "received_at", "expected_by", "extended_until"),
    *("days_left", "assignee", "email", "address_confirmed_at"),
    *("closed_on", "outcome", "ground", "in_time"),
)


def list_stored(status: str, due: int | None, format_name: str, database: str) -> int:
    """Print the requests of a status, those due within `due` days; returns how many there are."""
    today = read_today()
    chosen = StatusFilter(status)
    with open_store(database, only_reads=True) as store:
        found = store.requests(chosen)
    if due is not None:
        found = tuple(stored for stored in found if stored.days_left(today) <= due)
    if format_name == "text":
        rows = [_line(stored, today) for stored in found]
    else:
        known = [stored.row(today) for stored in found]
        rows = [{name: row.get(name) for name in _LISTED} for row in known]
    if rows or format_name != "text":
        click.echo(FORMATS[format_name](rows))
    overdue = sum(stored.decision is None and stored.days_left(today) < 0 for stored in found)
    kind = "" if chosen is StatusFilter.ALL else f"{chosen} "
    late = f", {overdue} of them overdue" if overdue else ""
    soon = "" if due is None else f" due within {counted(due, 'day')}"
    click.echo(f"{counted(len(found), f'{kind}request')}{soon}{late}", err=True)
    return len(found)


@click.command()
@click.argument("reference")
@database_option
def show(reference: str, database: str) -> None:
    """Show the content, the status and the history of the request REFERENCE.

    \b
    Example:
      mkdocs-privacy requests show 7K3F-9QXZ-W2M4-6H8T
    """
    with open_store(database, only_reads=True) as store:
        found = find_request(store, reference)
        with store.transaction():
            waiting = store.outbox.waiting_about(found.request.reference)
            account = account_lines(store, found.request.reference)
    click.echo("\n".join(_lines(found, waiting, account, read_today())))


def _line(stored: StoredRequest, today: date) -> Row:
    return {
        "reference": stored.request.reference,
        "right": str(stored.request.request_type),
        "received": stored.request.received_at.date().isoformat(),
        "due": stored.due.isoformat(),
        "how it stands": status_in_words(stored, today),
        "assigned to": stored.assignee or "",
        "e-mail": _address(stored),
    }


def _address(stored: StoredRequest) -> str:
    """Where the answer goes."""
    if stored.request.email is None:
        at_the_counter = stored.channel is Channel.COUNTER
        return "(at the counter)" if at_the_counter else f"(by {stored.channel})"
    return stored.request.email + (" (not proven)" if stored.is_unproven else "")


def _lines(
    stored: StoredRequest, waiting: Sequence[WaitingMail], account: Sequence[str], today: date
) -> Iterator[str]:
    request, proven = stored.request, stored.address_confirmed_at
    yield f"{request.reference}: {request.request_type}, {status_in_words(stored, today)}"
    yield ""
    yield f"received: {request.received_at:%Y-%m-%d %H:%M} UTC"
    yield f"came by: {stored.channel}"
    yield f"due: {stored.due}"
    if stored.extension:
        yield f"extended: {stored.extension.reason}, told on {stored.extension.told_on}"
    if stored.assignee:
        yield f"assigned to: {printable(stored.assignee)}"
    yield f"address: {f'proven on {proven:%Y-%m-%d %H:%M} UTC' if proven else 'not proven'}"
    for mail in waiting:
        reason = f": {printable(mail.problem)}" if mail.problem else ""
        yield f"e-mail to the {mail.kind} waits, {counted(mail.tries, 'try', 'tries')}{reason}"
    if stored.decision and stored.decision.explanation:
        yield _entry("explanation", stored.decision.explanation)
    if stored.decision and stored.decision.note:
        yield _entry("note", stored.decision.note)
    if account:
        yield ""
        yield "history:"
        yield from (indent(printable(line), "    ") for line in account)
    yield ""
    for name, value in request.fields.items():
        yield _entry(name, ", ".join(value) if isinstance(value, list) else str(value))


def _entry(name: str, words: str) -> str:
    shown = printable(words)
    return f"{name}:\n{indent(shown, '    ')}" if "\n" in shown else f"{name}: {shown}"
