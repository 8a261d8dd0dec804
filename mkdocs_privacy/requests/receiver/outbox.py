"""Mails that are still to be sent: noted together with the request that they are about."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from mkdocs_privacy.requests.receiver.stored import (
    MailKind,
    WaitingMail,
    read_moment,
    written_moment,
)

_FIRST_WAIT = timedelta(seconds=15)
_LONGEST_WAIT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Outbox:
    """The mails of one store: notes of what to send; the words are written when they are sent."""

    connection: sqlite3.Connection

    def add(self, request: int, kind: MailKind, due_at: datetime) -> None:
        """Note a mail about the request in this row."""
        self.connection.execute(
            "INSERT INTO outbox (request, kind, due_at) VALUES (?, ?, ?)",
            (request, str(kind), written_moment(due_at)),
        )

    def waiting(self, due_at: datetime | None = None) -> tuple[WaitingMail, ...]:
        """The mails that wait, or those of them that are due at a moment; the oldest first."""
        rows = self.connection.execute(
            "SELECT outbox.id, reference, kind, tries, due_at, problem"
            " FROM outbox JOIN request ON request.id = outbox.request"
            " WHERE due_at <= ? ORDER BY outbox.id",
            (written_moment(due_at) if due_at else "9999",),
        )
        return tuple(
            WaitingMail(id, reference, MailKind(kind), tries, read_moment(due), problem)
            for id, reference, kind, tries, due, problem in rows
        )

    def strike_off(self, mail: WaitingMail) -> None:
        """There is nothing more to do: the mail server took the mail, or never will."""
        self.connection.execute("DELETE FROM outbox WHERE id = ?", (mail.id,))

    def failed(self, mail: WaitingMail, at: datetime, problem: str) -> None:
        """It was not taken: try again after a while, twice as long each time, an hour at most."""
        wait = min(_FIRST_WAIT * 2 ** min(mail.tries, 10), _LONGEST_WAIT)
        self.connection.execute(
            "UPDATE outbox SET tries = tries + 1, due_at = ?, problem = ? WHERE id = ?",
            (written_moment(at + wait), problem, mail.id),
        )

    def drop_about(self, reference: str) -> None:
        """Send nothing more about a request."""
        self.connection.execute(
            "DELETE FROM outbox WHERE request = (SELECT id FROM request WHERE reference = ?)",
            (reference,),
        )

    def make_token(self, reference: str) -> str | None:
        """A new secret for a link that proves the address of a request, which keeps only its hash;
        nothing where the request is gone. Earlier links for it no longer work."""
        self.connection.execute(
            "DELETE FROM token WHERE request = (SELECT id FROM request WHERE reference = ?)",
            (reference,),
        )
        token = secrets.token_urlsafe(32)
        noted = self.connection.execute(
            "INSERT INTO token SELECT ?, id FROM request WHERE reference = ?",
            (digest_of(token), reference),
        )
        return token if noted.rowcount else None


def digest_of(token: str) -> bytes:
    """What is kept of the secret in a link."""
    return hashlib.sha256(token.encode()).digest()
