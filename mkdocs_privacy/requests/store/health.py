"""Whether requests can be kept at this moment, and whether what is kept can be read."""

from __future__ import annotations

import secrets

from sqlalchemy import delete, insert
from sqlalchemy.exc import DatabaseError

from mkdocs_privacy.requests.store.location import WrongDatabase
from mkdocs_privacy.requests.store.store import Store
from mkdocs_privacy.requests.store.tables import REQUEST
from mkdocs_privacy.requests.store.transactions import execute

_ROOM = 4096
"""Bytes: about what a request takes."""


def try_to_write(store: Store) -> None:
    """Do what a post does, and take it back within the same transaction.

    Raises SQLAlchemy's errors.
    """
    reference = f"HEALTH-{secrets.token_hex(8)}"
    with store.transaction():
        execute(
            store.connection,
            insert(REQUEST).values(
                reference=reference,
                right="general",
                received_at="",
                expected_by="9999-12-31",
                digest="",
                fields=secrets.token_hex(_ROOM // 2),
            ),
        )
        execute(store.connection, delete(REQUEST).where(REQUEST.c.reference == reference))


def check_integrity(store: Store) -> None:
    """Read all of a file of SQLite; raises WrongDatabase where it is damaged."""
    if store.location.path is None:
        return  # PostgreSQL tells of damage itself
    try:
        with store.transaction():
            found = store.connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    except DatabaseError as error:
        found = str(error.orig)
    if found != "ok":
        damage = " ".join(str(found).split())
        raise WrongDatabase(
            f"{store.location} is damaged ({damage}): stop the receiver, keep the file, and "
            "restore the last backup; `sqlite3 FILE .recover` may save what came in since"
        )
