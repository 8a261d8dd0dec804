"""A copy of all requests that can be restored, made while requests come in."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from mkdocs_privacy.requests.store.location import WrongDatabase
from mkdocs_privacy.requests.store.opening import sqlite_of
from mkdocs_privacy.requests.store.store import Store
from mkdocs_privacy.writing import new_file, sync_folder


def back_up(store: Store, target: Path) -> int:
    """Write a copy, readable by its owner only, with SQLite's online backup; how many requests
    stand in it.

    Raises FileExistsError, another OSError, sqlite3.Error and WrongDatabase. A copy has its name
    only once it is finished.
    """
    if store.location.path is None:
        raise WrongDatabase(
            "use the backups of PostgreSQL: pg_dump --format custom --file requests.dump "
            + str(store.location).replace("+psycopg", "", 1)
        )
    with new_file(target, is_private=True) as beside:
        copy = sqlite3.connect(beside)
        try:
            sqlite_of(store.connection).backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without -wal beside it
            number: int = copy.execute("SELECT count(*) FROM request").fetchone()[0]
        finally:
            copy.close()
    sync_folder(target.parent)
    return number
