"""A copy of all requests that can be restored, made while requests come in."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from mkdocs_privacy.requests.store.location import WrongDatabase
from mkdocs_privacy.requests.store.opening import sqlite_of
from mkdocs_privacy.requests.store.store import Store


def back_up(store: Store, target: Path) -> int:
    """Write a copy, readable by its owner only, with SQLite's online backup; how many requests
    stand in it.

    Raises FileExistsError, another OSError, sqlite3.Error and WrongDatabase; a copy that could not
    be finished is removed.
    """
    if store.location.path is None:
        raise WrongDatabase(
            "use the backups of PostgreSQL: pg_dump --format custom --file requests.dump "
            + str(store.location).replace("+psycopg", "", 1)
        )
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        copy = sqlite3.connect(target)
        try:
            sqlite_of(store.connection).backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without -wal beside it
            number: int = copy.execute("SELECT count(*) FROM request").fetchone()[0]
        finally:
            copy.close()
        _sync(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return number


def _sync(path: Path) -> None:
    for opened in (path, path.parent):
        descriptor = os.open(opened, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
