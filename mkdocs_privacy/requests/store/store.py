"""Requests in a database: taken in once, found, dealt with, closed, forgotten."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, delete, func, insert, select, update

from mkdocs_privacy.mail import mailbox_of
from mkdocs_privacy.requests.extension import Extension
from mkdocs_privacy.requests.outcome import Decision, problems_of_decision
from mkdocs_privacy.requests.request import Channel, RightsRequest
from mkdocs_privacy.requests.store.account import Account
from mkdocs_privacy.requests.store.figures import Figures
from mkdocs_privacy.requests.store.location import Location, read_location
from mkdocs_privacy.requests.store.opening import open_connection
from mkdocs_privacy.requests.store.outbox import Outbox
from mkdocs_privacy.requests.store.queries import DUE, Queries
from mkdocs_privacy.requests.store.records import (
    Added,
    EntryKind,
    MailKind,
    NotPossible,
    OtherContent,
    Signature,
    StoredRequest,
)
from mkdocs_privacy.requests.store.tables import REQUEST, written_moment
from mkdocs_privacy.requests.store.transactions import execute


class Store(Queries):
    """The requests of one database; a context manager that shuts it.

    Several processes may have it open, and one process has one store: each method is a transaction
    of its own, or a part of the one that `transaction` opened. Where the disk is full, the file is
    locked for ten seconds or the server is gone, a method raises SQLAlchemy's OperationalError and
    leaves everything as it was; OutcomeUnknown, where nobody can say whether it did.
    """

    def __init__(self, connection: Connection, location: Location) -> None:
        super().__init__(connection)
        self.location = location
        self.outbox = Outbox(connection)
        self.account = Account(connection)
        self.figures = Figures(connection)

    @classmethod
    def open(
        cls, written: Path | str | Location, *, create: bool = False, only_reads: bool = False
    ) -> Store:
        """Open the database, a file made anew with `create`; raises OSError and WrongDatabase."""
        location = written if isinstance(written, Location) else read_location(written)
        return cls(open_connection(location, create=create, only_reads=only_reads), location)

    def shut(self) -> None:
        """End the connection."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.shut()

    def add(
        self,
        request: RightsRequest,
        mails: Collection[MailKind] = (),
        channel: Channel = Channel.FORM,
        signature: Signature | None = None,
    ) -> Added:
        """Keep a request, and note the mails to send about it, unless it is here already, which
        its reference tells. Raises OtherContent.

        `signature` is that of who wrote it down by hand.
        """
        with self.transaction():
            if known := self._select(REQUEST.c.reference == request.reference):
                if known[0].request.digest != request.digest:
                    raise OtherContent(request.reference)
                return Added(known[0].request, is_new=False)
            mailbox = mailbox_of(request.email) if request.email else None
            if MailKind.SENDER in mails and self.outbox.has_enough(mailbox, request.received_at):
                mails = [kind for kind in mails if kind is not MailKind.SENDER]
            row = execute(
                self.connection,
                insert(REQUEST)
                .values(
                    reference=request.reference,
                    right=str(request.request_type),
                    channel=str(channel),
                    received_at=written_moment(request.received_at),
                    expected_by=request.expected_by.isoformat(),
                    digest=request.digest,
                    mailbox=mailbox,
                    fields=json.dumps(dict(request.fields), ensure_ascii=False),
                )
                .returning(REQUEST.c.id),
            ).scalar_one()
            for kind in mails:
                self.outbox.add(row, kind, request.received_at)
            if signature:
                self.account.add(row, EntryKind.ADDED, signature)
        return Added(request, is_new=True)

    def _open_request(self, reference: str) -> tuple[int, StoredRequest]:
        """A request that can still be dealt with; raises UnknownReference and NotPossible."""
        row, found = self._hold(reference)
        if found.decision:
            raise NotPossible(
                f"request {found.request.reference} was already closed on {found.decision.on}, as "
                f"{found.decision.outcome}: reopen it first"
            )
        return row, found

    def close(self, reference: str, decision: Decision, signature: Signature) -> StoredRequest:
        """Note how a request ended; mails about it that wait are kept back until it is reopened.

        Raises UnknownReference and NotPossible.
        """
        with self.transaction():
            row, found = self._open_request(reference)
            problems = list(problems_of_decision(decision, found.request.request_type))
            if decision.on < found.request.received_at.date():
                problems.append(
                    f"the request came in on {found.request.received_at.date()}, so it cannot have "
                    f"been answered on {decision.on}: correct the day"
                )
            if problems:
                raise NotPossible(
                    f"request {found.request.reference} cannot be closed in this way:\n  "
                    + "\n  ".join(problems)
                )
            self._update(
                row,
                closed_on=decision.on.isoformat(),
                outcome=str(decision.outcome),
                ground=decision.ground and str(decision.ground),
                explanation=decision.explanation,
                note=decision.note,
            )
            self.account.add(row, EntryKind.CLOSED, signature, str(decision.outcome))
            return self.request(found.request.reference)

    def reopen(self, reference: str, signature: Signature) -> StoredRequest:
        """Take back that a request was closed; raises UnknownReference and NotPossible."""
        with self.transaction():
            row, found = self._hold(reference)
            if found.decision is None:
                raise NotPossible(f"request {found.request.reference} is open")
            told = f"{found.decision.outcome}, {found.decision.on}"
            self._update(
                row, **dict.fromkeys(("closed_on", "outcome", "ground", "explanation", "note"))
            )
            self.account.add(row, EntryKind.REOPENED, signature, told)
            return self.request(found.request.reference)

    def extend(
        self, reference: str, extension: Extension, signature: Signature, *, by_mail: bool
    ) -> StoredRequest:
        """Note a later day for the answer, and the mail that tells of it with `by_mail`.

        Raises UnknownReference and NotPossible; whether the law allows the extension is for who
        calls to know.
        """
        with self.transaction():
            row, found = self._open_request(reference)
            if found.extension:
                raise NotPossible(
                    f"request {found.request.reference} was already extended to "
                    f"{found.extension.until}: it can be extended only once (GDPR article 12(3))"
                )
            self._update(
                row,
                extended_until=extension.until.isoformat(),
                extension_reason=str(extension.reason),
                extension_told_on=extension.told_on.isoformat(),
                extension_explanation=extension.explanation,
            )
            if by_mail:
                self.outbox.add(row, MailKind.EXTENSION, signature.at)
            self.account.add(row, EntryKind.EXTENDED, signature, extension.until.isoformat())
            return self.request(found.request.reference)

    def assign(self, reference: str, name: str | None, signature: Signature) -> StoredRequest:
        """Note who deals with a request; raises UnknownReference and NotPossible."""
        with self.transaction():
            row, found = self._open_request(reference)
            self._update(row, assignee=name)
            self.account.add(row, EntryKind.ASSIGNED, signature, name)
            return self.request(found.request.reference)

    def note(
        self, reference: str, kind: EntryKind, words: str, signature: Signature
    ) -> StoredRequest:
        """Add something to the account of a request, closed ones too; raises UnknownReference."""
        with self.transaction():
            row, found = self._hold(reference)
            self.account.add(row, kind, signature, words)
            return found

    def _update(self, row: int, **values: Any) -> None:
        execute(self.connection, update(REQUEST).where(REQUEST.c.id == row).values(values))

    def confirm_address(self, token: str, at: datetime) -> StoredRequest | None:
        """Note that somebody followed a link, the first time; nothing as in `find_by_token`."""
        with self.transaction():
            found = self.find_by_token(token, at)
            if found is None:
                return None
            row, found = self._hold(found.request.reference)
            if not found.address_confirmed_at:
                self._update(row, address_confirmed_at=written_moment(at))
                self.account.add(row, EntryKind.CONFIRMED, Signature(at))
            return found

    def remind(self, by: date, at: datetime) -> int:
        """Note a mail about each open request due by a day, once for each due date; how many."""
        with self.transaction():
            soon = (
                select(REQUEST.c.id, DUE.label("due"))
                .where(REQUEST.c.closed_on.is_(None), by.isoformat() >= DUE)
                .where(func.coalesce(REQUEST.c.reminded_for, "") != DUE)
                .with_for_update()
            )
            rows = execute(self.connection, soon).all()
            for row in rows:
                self.outbox.add(row.id, MailKind.REMINDER, at)
                self._update(row.id, reminded_for=row.due)
            return len(rows)

    def forget(self, references: Collection[str]) -> None:
        """Remove requests, with their accounts, mails and links; only figures of them stay."""
        with self.transaction():
            gone = self._select(REQUEST.c.reference.in_(references))
            self.figures.add(gone)
            execute(self.connection, delete(REQUEST).where(REQUEST.c.reference.in_(references)))
