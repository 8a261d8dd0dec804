"""Requests are found in the database, and what is done with them is done whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, func, select, true

from mkdocs_privacy.requests.store.outbox import digest_of
from mkdocs_privacy.requests.store.records import (
    StatusFilter,
    StoredRequest,
    UnknownReference,
    stored_request,
)
from mkdocs_privacy.requests.store.tables import OUTBOX, REQUEST, TOKEN
from mkdocs_privacy.requests.store.transactions import execute, joined, transaction

_MAILS = (
    select(func.count())
    .where(OUTBOX.c.request == REQUEST.c.id, REQUEST.c.closed_on.is_(None))
    .scalar_subquery()
    .label("mails_waiting")
)
DUE = func.coalesce(REQUEST.c.extended_until, REQUEST.c.expected_by)
_SELECT = select(REQUEST, _MAILS).order_by(DUE, REQUEST.c.received_at, REQUEST.c.id)
_STATUS: dict[StatusFilter, ColumnElement[bool]] = {
    StatusFilter.OPEN: REQUEST.c.closed_on.is_(None),
    StatusFilter.CLOSED: REQUEST.c.closed_on.is_not(None),
    StatusFilter.ALL: true(),
}


class Queries:
    """The requests of one database, to look at."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done within, or nothing; within another one it stands or falls by itself."""
        with transaction(self.connection):
            yield

    def requests(self, status: StatusFilter = StatusFilter.OPEN) -> tuple[StoredRequest, ...]:
        """The requests that stand so, the one that must be answered first at the head."""
        return self._select(_STATUS[status])

    def request(self, reference: str) -> StoredRequest:
        """The request with this reference, in capitals or not; raises UnknownReference."""
        if found := self._select(REQUEST.c.reference == reference.strip().upper()):
            return found[0]
        raise UnknownReference(f"there is no request {reference}")

    def closing_days(self) -> tuple[date, ...]:
        """The days on which some request was closed."""
        asked = select(REQUEST.c.closed_on).where(_STATUS[StatusFilter.CLOSED]).distinct()
        with joined(self.connection):
            return tuple(map(date.fromisoformat, execute(self.connection, asked).scalars()))

    def closed_on(
        self, days: Collection[date], *, are_held: bool = False
    ) -> tuple[StoredRequest, ...]:
        """The requests that were closed on one of some days; with `are_held`, nobody else changes
        them until the transaction ends."""
        condition = REQUEST.c.closed_on.in_([day.isoformat() for day in days])
        return self._select(condition, are_held=are_held)

    def _select(
        self, condition: ColumnElement[bool], *, are_held: bool = False
    ) -> tuple[StoredRequest, ...]:
        asked = _SELECT.where(condition)
        if are_held:
            asked = asked.with_for_update(of=REQUEST)
        with joined(self.connection):
            rows = execute(self.connection, asked).mappings()
            return tuple(stored_request(row) for row in rows)

    def _hold(self, reference: str) -> tuple[int, StoredRequest]:
        """The row of a request, and how it stands now that nobody else changes it until the
        transaction ends; raises UnknownReference.

        PostgreSQL lets others write beside us: what was read before the row was locked may be old.
        """
        condition = REQUEST.c.reference == reference.strip().upper()
        asked = select(REQUEST.c.id).where(condition).with_for_update()
        row: int | None = execute(self.connection, asked).scalar()
        if row is None:
            raise UnknownReference(f"there is no request {reference}")
        return row, self.request(reference)

    def find_by_token(self, token: str, now: datetime) -> StoredRequest | None:
        """The request that a link leads to; nothing where the link is unknown or too old."""
        known = select(TOKEN.c.request).where(TOKEN.c.digest == digest_of(token))
        found = self._select(REQUEST.c.id.in_(known))
        return found[0] if found and found[0].has_live_link(now) else None
