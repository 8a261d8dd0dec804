"""A transaction, what its end means for who waits for it, and what the log may say of a failure."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from traceback import format_tb
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.exc import DBAPIError, OperationalError


class OutcomeUnknown(Exception):
    """The database failed while it committed: what was to be stored may be there, or not."""


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All that is done within, or nothing; within another one it stands or falls by itself.

    Raises OutcomeUnknown, and SQLAlchemy's errors where nothing was stored.
    """
    if connection.in_transaction():
        with connection.begin_nested():
            yield
        return
    outer = connection.begin()
    try:
        yield
    except BaseException:
        outer.rollback()
        raise
    try:
        outer.commit()
    except DBAPIError as error:
        outer.rollback()
        if _may_be_stored(error):
            raise OutcomeUnknown(str(error.orig)) from None
        raise


@contextmanager
def joined(connection: Connection) -> Iterator[None]:
    """The transaction that runs, or one of its own where none does."""
    if connection.in_transaction():
        yield
        return
    with transaction(connection):
        yield


def execute(
    connection: Connection, statement: Executable, parameters: Mapping[str, Any] | None = None
) -> CursorResult[Any]:
    """Execute a statement within the transaction that runs.

    Raises RuntimeError outside of one: SQLAlchemy would begin one unseen, and nobody would end it.
    """
    if not connection.in_transaction():
        raise RuntimeError("a statement was executed outside a transaction")
    return connection.execute(statement, parameters)


def _may_be_stored(error: DBAPIError) -> bool:
    """Whether a failed commit may have reached the disk: a broken connection, a failed fsync."""
    if isinstance(error.orig, sqlite3.Error):
        return (getattr(error.orig, "sqlite_errorname", None) or "").endswith("FSYNC")
    return error.connection_invalidated


_FRAMES = 5


def describe_failure(error: BaseException) -> str:
    """What kind of mistake it is and where, without its values: they may be what people posted."""
    if isinstance(error, OperationalError):  # a full disk, a locked file, a server that is gone
        return f"the database cannot be used now: {error.orig}"
    if isinstance(error, sqlite3.OperationalError):
        return f"the database cannot be used now: {error}"
    if isinstance(error, OutcomeUnknown):
        return "the database failed while it committed; what it was to store may be stored"
    frames = "".join(format_tb(error.__traceback__)[-_FRAMES:])
    return f"{type(error).__name__} in the receiver itself:\n{frames}"
