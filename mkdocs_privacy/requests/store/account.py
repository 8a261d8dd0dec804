"""The account of a request: what was done about it, when and by whom. It only grows."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from mkdocs_privacy.requests.store.records import (
    AccountEntry,
    EntryKind,
    Signature,
)
from mkdocs_privacy.requests.store.tables import ENTRY, REQUEST, read_moment, written_moment
from mkdocs_privacy.requests.store.transactions import execute, joined


@dataclass(frozen=True, slots=True)
class Account:
    """The accounts of all requests of one store; nothing changes or removes an entry but the
    forgetting of its request."""

    connection: Connection

    def add(
        self, request: int, kind: EntryKind, signature: Signature, words: str | None = None
    ) -> None:
        """Add an entry about the request in this row."""
        execute(
            self.connection,
            insert(ENTRY).values(
                request=request,
                at=written_moment(signature.at),
                by=signature.by,
                kind=str(kind),
                words=words,
            ),
        )

    def of(self, reference: str) -> tuple[AccountEntry, ...]:
        """Everything that was done about a request, the oldest first."""
        asked = (
            select(ENTRY)
            .join(REQUEST, REQUEST.c.id == ENTRY.c.request)
            .where(REQUEST.c.reference == reference)
            .order_by(ENTRY.c.id)
        )
        with joined(self.connection):
            return tuple(
                AccountEntry(EntryKind(row.kind), Signature(read_moment(row.at), row.by), row.words)
                for row in execute(self.connection, asked)
            )
