"""Requests are forgotten some time after they were closed; no byte of them stays in the file."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select, update

from mkdocs_privacy.model import add_period
from mkdocs_privacy.requests.store.opening import sqlite_of
from mkdocs_privacy.requests.store.records import StoredRequest
from mkdocs_privacy.requests.store.store import Store
from mkdocs_privacy.requests.store.tables import UPKEEP
from mkdocs_privacy.requests.store.transactions import execute


def kept_long_enough(
    store: Store, keep: str, today: date, *, are_held: bool = False
) -> tuple[StoredRequest, ...]:
    """The requests that were closed longer ago than `keep` (ISO 8601); with `are_held`, nobody else
    reopens or forgets them until the transaction ends."""
    days = [day for day in store.closing_days() if add_period(day, keep) <= today]
    return store.closed_on(days, are_held=are_held)


def purge(store: Store, keep: str, today: date) -> int:
    """Forget what was closed longer ago than `keep`, figures apart; how many requests.

    Not within a transaction.
    """
    with store.transaction():
        gone = kept_long_enough(store, keep, today, are_held=True)
        if gone:
            store.forget([stored.request.reference for stored in gone])
            execute(store.connection, update(UPKEEP).values(to_sweep=1))
    if store.location.path:
        _sweep(store.connection)
    return len(gone)


def _sweep(connection: Connection) -> None:
    """Write the file of SQLite anew after something was forgotten, and empty its log (WAL).

    `secure_delete` clears a cell that is deleted, but not the copy that stays behind in a page
    when cells move to another one; and the log keeps pages as they were, those with the secret of
    a link among them.
    """
    with connection.begin():
        to_sweep = execute(connection, select(UPKEEP.c.to_sweep)).scalar()
    sqlite = sqlite_of(connection)
    if to_sweep:
        sqlite.execute("VACUUM")  # not within a transaction, which SQLAlchemy would begin
        with connection.begin():
            execute(connection, update(UPKEEP).values(to_sweep=0))
    # where somebody reads, some of the log stays until the next purge
    sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)")
