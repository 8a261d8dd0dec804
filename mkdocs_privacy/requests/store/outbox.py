"""Mails that are still to be sent: noted together with the request that they are about
(transactional outbox)."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from mkdocs_privacy.requests.store.records import (
    MailKind,
    WaitingMail,
)
from mkdocs_privacy.requests.store.tables import OUTBOX, REQUEST, TOKEN, read_moment, written_moment
from mkdocs_privacy.requests.store.transactions import execute, joined

_FIRST_WAIT = timedelta(seconds=15)
_LONGEST_WAIT = timedelta(hours=1)
MAILS_A_DAY = 5
"""How many confirmations go to one mailbox within a day."""
_DAY = timedelta(days=1)
_SENDING = 0x6D61696C
"""The advisory lock of PostgreSQL that the receiver holds which sends mails: “mail”."""
IS_OPEN = REQUEST.c.closed_on.is_(None)
"""Nothing is sent about a request that is closed; if it is reopened, what was left is."""
_SELECT = (
    select(OUTBOX, REQUEST.c.reference)
    .join(REQUEST, REQUEST.c.id == OUTBOX.c.request)
    .where(IS_OPEN)
    .order_by(OUTBOX.c.id)
)
_IS_HELD = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
    " AND classid = 0 AND objid = :key AND objsubid = 1"
)
_TAKE = text("SELECT pg_try_advisory_lock(:key)")  # held as often as it is taken, so take it once


@dataclass(frozen=True, slots=True)
class Outbox:
    """The mails of one store: notes of what to send; the words are written when they are sent."""

    connection: Connection

    def may_send(self) -> bool:
        """Whether this connection is the one that sends mails, and does the upkeep.

        On PostgreSQL several receivers may run: the first to ask for it holds a lock until its
        connection ends, however it ends. A file of SQLite has one receiver only.
        """
        with joined(self.connection):
            if self.connection.dialect.name != "postgresql":
                return True
            is_held = execute(self.connection, _IS_HELD, {"key": _SENDING}).scalar()
            return bool(is_held or execute(self.connection, _TAKE, {"key": _SENDING}).scalar())

    def add(self, request: int, kind: MailKind, due_at: datetime) -> None:
        """Note a mail about the request in this row."""
        with joined(self.connection):
            execute(
                self.connection,
                insert(OUTBOX).values(
                    request=request, kind=str(kind), due_at=written_moment(due_at)
                ),
            )

    def has_enough(self, mailbox: str | None, now: datetime) -> bool:
        """Whether so much was asked in the name of this mailbox that its owner gets no more mail:
        nobody floods another through us.

        A request of tomorrow does not count: the clock may have been set back.
        """
        today = REQUEST.c.received_at.between(
            written_moment(now - _DAY), written_moment(now + _DAY)
        )
        asked = select(func.count()).where(REQUEST.c.mailbox == mailbox, today)
        with joined(self.connection):
            number: int = execute(self.connection, asked).scalar_one()
        return number >= MAILS_A_DAY

    def waiting(self, *conditions: ColumnElement[bool]) -> tuple[WaitingMail, ...]:
        """The mails that wait, or those of them that meet conditions; the oldest first."""
        return self._select(_SELECT.where(*conditions))

    def waiting_about(self, reference: str) -> tuple[WaitingMail, ...]:
        """The mails about one request that wait."""
        return self.waiting(REQUEST.c.reference == reference)

    def due(self, at: datetime, most: int) -> tuple[WaitingMail, ...]:
        """The mails that are due at a moment, the oldest ones of many."""
        return self._select(_SELECT.where(OUTBOX.c.due_at <= written_moment(at)).limit(most))

    def next_due(self) -> datetime | None:
        """When the next mail is due; nothing where none waits."""
        with joined(self.connection):
            open_ones = select(func.min(OUTBOX.c.due_at)).join(REQUEST).where(IS_OPEN)
            written = execute(self.connection, open_ones).scalar()
        return read_moment(written) if written else None

    def reminders(self) -> tuple[WaitingMail, ...]:
        """The reminders that wait."""
        return self.waiting(OUTBOX.c.kind == str(MailKind.REMINDER))

    def _select(self, asked: Select[Any]) -> tuple[WaitingMail, ...]:
        with joined(self.connection):
            return tuple(
                WaitingMail(
                    row.id,
                    row.reference,
                    MailKind(row.kind),
                    row.tries,
                    read_moment(row.due_at),
                    row.problem,
                )
                for row in execute(self.connection, asked)
            )

    def is_noted(self, mail: WaitingMail) -> bool:
        """Whether a mail was not struck off since."""
        with joined(self.connection):
            asked = select(OUTBOX.c.id).where(_is(mail))
            return execute(self.connection, asked).first() is not None

    def is_waiting(self, mail: WaitingMail) -> bool:
        """Whether it is still to be sent: an officer may have closed the request since."""
        with joined(self.connection):
            asked = select(OUTBOX.c.id).join(REQUEST).where(_is(mail), IS_OPEN)
            return execute(self.connection, asked).first() is not None

    def strike_off(self, mail: WaitingMail) -> None:
        """There is nothing more to do: the mail server took the mail, or never will."""
        with joined(self.connection):
            execute(self.connection, delete(OUTBOX).where(_is(mail)))

    def failed(self, mail: WaitingMail, at: datetime, problem: str) -> None:
        """It was not taken: try again after a while, twice as long each time, an hour at most."""
        with joined(self.connection):
            wait = min(_FIRST_WAIT * 2 ** min(mail.tries, 10), _LONGEST_WAIT)
            execute(
                self.connection,
                update(OUTBOX)
                .where(_is(mail))
                .values(
                    tries=OUTBOX.c.tries + 1, due_at=written_moment(at + wait), problem=problem
                ),
            )

    def bring_forward(self, at: datetime) -> None:
        """Let no mail wait for more than the longest pause: the clock may have been set back."""
        with joined(self.connection):
            latest = written_moment(at + _LONGEST_WAIT)
            execute(
                self.connection,
                update(OUTBOX).where(OUTBOX.c.due_at > latest).values(due_at=written_moment(at)),
            )

    def token_for(self, mail: WaitingMail) -> str | None:
        """The secret of the link in a mail: the same for every try, since a mail may have arrived
        although the mail server never said so. Nothing where the mail is struck off.

        It stands in the outbox until the mail is taken; from then on only its hash is kept.
        """
        with joined(self.connection):
            row = execute(self.connection, select(OUTBOX).where(_is(mail))).first()
            if row is None:
                return None
            if row.token:
                return str(row.token)
            token = secrets.token_urlsafe(32)
            execute(
                self.connection, update(OUTBOX).where(OUTBOX.c.id == mail.id).values(token=token)
            )
            execute(
                self.connection, insert(TOKEN).values(digest=digest_of(token), request=row.request)
            )
            return token


def _is(mail: WaitingMail) -> ColumnElement[bool]:
    """Its row, as long as that is its own: SQLite gives the number of a mail that is gone to the
    next one."""
    its_request = select(REQUEST.c.id).where(REQUEST.c.reference == mail.reference)
    return and_(
        OUTBOX.c.id == mail.id,
        OUTBOX.c.kind == str(mail.kind),
        OUTBOX.c.request == its_request.scalar_subquery(),
    )


def digest_of(token: str) -> bytes:
    """What is kept of the secret in a link."""
    return hashlib.sha256(token.encode()).digest()
