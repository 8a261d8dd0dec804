"""Requests in a file: taken in once, listed, closed, forgotten."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.receiver.database import open_database
from mkdocs_privacy.requests.receiver.outbox import Outbox, digest_of
from mkdocs_privacy.requests.receiver.retention import counted, is_kept_no_longer
from mkdocs_privacy.requests.receiver.stored import (
    Added,
    AlreadyClosed,
    Count,
    MailKind,
    OtherContent,
    Outcome,
    Standing,
    StoredRequest,
    UnknownReference,
    WrongDay,
    stored_request,
    written_moment,
)

SAME_AGAIN = timedelta(minutes=10)
"""How long the same content without a reference counts as the same request: a double click."""


_SELECT = """
    SELECT reference, received_at, expected_by, fields, address_confirmed_at,
        outcome, closed_on, note, (SELECT count(*) FROM outbox WHERE outbox.request = request.id)
    FROM request
"""
_IN_ORDER = "ORDER BY expected_by, received_at, id"


class Store:
    """The requests in one file; a context manager that shuts it.

    Several processes may have it open: each method is a transaction of its own, or a part of the
    one that `transaction` opened. Where the disk is full or the file locked for ten seconds, a
    method raises sqlite3.OperationalError and leaves everything as it was.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.outbox = Outbox(connection)

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Store:
        """Open the file, made anew with `create`; raises OSError and WrongDatabase."""
        return cls(open_database(path, create=create))

    def shut(self) -> None:
        """Shut the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.shut()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done within, or nothing; within another one it stands or falls by itself."""
        is_inner = self._connection.in_transaction
        begin, commit, rollback = (
            ("SAVEPOINT part", "RELEASE part", "ROLLBACK TO part; RELEASE part")
            if is_inner
            else ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
        )
        self._connection.execute(begin)
        try:
            yield
            self._connection.execute(commit)
        except BaseException:
            if self._connection.in_transaction:  # a full disk has rolled it back already
                for statement in rollback.split(";"):
                    self._connection.execute(statement)
            raise

    def add(self, request: RightsRequest, mails: Collection[MailKind] = ()) -> Added:
        """Keep a request, and note the mails to send about it, unless it is here already.

        It is the same by its reference; one that came without, by its digest within ten minutes.
        Raises OtherContent.
        """
        with self.transaction():
            if known := self._find_same(request):
                return Added(known, is_new=False)
            row = self._connection.execute(
                "INSERT INTO request (reference, right, received_at, expected_by, digest, fields)"
                " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                (
                    request.reference,
                    str(request.request_type),
                    written_moment(request.received_at),
                    request.expected_by.isoformat(),
                    request.digest,
                    json.dumps(dict(request.fields), ensure_ascii=False),
                ),
            ).fetchone()
            for kind in mails:
                self.outbox.add(row[0], kind, request.received_at)
        return Added(request, is_new=True)

    def _find_same(self, request: RightsRequest) -> RightsRequest | None:
        if known := self._select("reference = ?", request.reference):
            if known[0].request.digest != request.digest:
                raise OtherContent(request.reference)
            return known[0].request
        if "reference" in request.fields:
            return None
        since = written_moment(request.received_at - SAME_AGAIN)
        found = self._select("digest = ? AND received_at >= ?", request.digest, since)
        return found[0].request if found else None

    def requests(self, standing: Standing = Standing.OPEN) -> tuple[StoredRequest, ...]:
        """The requests that stand so, the one that must be answered first at the head."""
        conditions = {
            Standing.OPEN: "closed_on IS NULL",
            Standing.CLOSED: "closed_on IS NOT NULL",
            Standing.ALL: "TRUE",
        }
        return self._select(conditions[standing])

    def request(self, reference: str) -> StoredRequest:
        """The request with this reference, in capitals or not; raises UnknownReference."""
        if found := self._select("reference = ?", reference.strip().upper()):
            return found[0]
        raise UnknownReference(f"there is no request {reference}")

    def _select(self, condition: str, *values: str | bytes) -> tuple[StoredRequest, ...]:
        rows = self._connection.execute(f"{_SELECT} WHERE {condition} {_IN_ORDER}", values)
        return tuple(stored_request(*row) for row in rows)

    def close(
        self, reference: str, outcome: Outcome, on: date, note: str | None = None
    ) -> StoredRequest:
        """Note how a request ended; mails about it that still wait are not sent any more.

        Raises UnknownReference, AlreadyClosed, WrongDay.
        """
        with self.transaction():
            found = self.request(reference)
            if found.closing:
                raise AlreadyClosed(
                    f"request {found.request.reference} was closed on {found.closing.on}"
                    f" already, as {found.closing.outcome}"
                )
            if on < found.request.received_at.date():
                raise WrongDay(
                    f"request {found.request.reference} came in on"
                    f" {found.request.received_at.date()}: it cannot have been closed on {on}"
                )
            self._connection.execute(
                "UPDATE request SET closed_on = ?, outcome = ?, note = ? WHERE reference = ?",
                (on.isoformat(), str(outcome), note, found.request.reference),
            )
            self.outbox.drop_about(found.request.reference)
            return self.request(reference)

    def find_by_token(self, token: str) -> StoredRequest | None:
        """The request whose address a link proves; nothing where the link is unknown or expired."""
        found = self._select(
            "id = (SELECT token.request FROM token WHERE token.digest = ?)", digest_of(token)
        )
        return found[0] if found else None

    def confirm_address(self, token: str, at: datetime) -> StoredRequest | None:
        """Note that the sender followed a link, the first time; nothing as in `find_by_token`."""
        with self.transaction():
            found = self.find_by_token(token)
            if found and not found.address_confirmed_at:
                self._connection.execute(
                    "UPDATE request SET address_confirmed_at = ? WHERE reference = ?",
                    (written_moment(at), found.request.reference),
                )
            return found

    def purge(self, today: date, keep: str) -> tuple[Count, ...]:
        """Forget what was closed longer ago than `keep` (ISO 8601): only counts are left of it.

        Answers what was forgotten now. Mails and links about it go too, and no byte of it stays in
        the files. Not within a transaction.
        """
        with self.transaction():
            gone = [
                one
                for one in self.requests(Standing.CLOSED)
                if one.closing and is_kept_no_longer(one.closing.on, keep, today)
            ]
            counts = counted(gone)
            self._connection.executemany(
                "INSERT INTO count VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
                " SET number = number + excluded.number",
                [(one.month, one.right, one.outcome, one.is_in_time, one.number) for one in counts],
            )
            self._connection.executemany(
                "DELETE FROM request WHERE reference = ?",
                [(one.request.reference,) for one in gone],
            )
            if gone:
                self._connection.execute("UPDATE upkeep SET to_sweep = 1")
        self._sweep()
        return counts

    def _sweep(self) -> None:
        """Write the file anew after something was forgotten.

        `secure_delete` clears a cell that is deleted, but not the copy that stays behind in a page
        when cells move to another one; and the file of the log keeps pages as they were.
        """
        (to_sweep,) = self._connection.execute("SELECT to_sweep FROM upkeep").fetchone()
        if to_sweep:
            self._connection.execute("VACUUM")
            (is_busy, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not is_busy:  # else somebody reads: the next purge sweeps
                self._connection.execute("UPDATE upkeep SET to_sweep = 0")

    def counts(self) -> tuple[Count, ...]:
        """What is left of the requests that were forgotten, oldest first."""
        rows = self._connection.execute("SELECT * FROM count ORDER BY month, right, outcome")
        return tuple(
            Count(month, right, Outcome(outcome), bool(is_in_time), number)
            for month, right, outcome, is_in_time, number in rows
        )

    def note_written(self, at: datetime) -> None:
        """Write something, to see whether the disk takes it."""
        self._connection.execute("UPDATE upkeep SET written_at = ?", (written_moment(at),))
