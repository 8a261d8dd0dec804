"""The file that requests are kept in: how it is opened, and its tables."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

_VERSIONS = (
    """
    CREATE TABLE request (
        id INTEGER PRIMARY KEY,
        reference TEXT NOT NULL UNIQUE,
        right TEXT NOT NULL,
        received_at TEXT NOT NULL,
        expected_by TEXT NOT NULL,
        digest TEXT NOT NULL,
        fields TEXT NOT NULL,
        address_confirmed_at TEXT,
        closed_on TEXT,
        outcome TEXT,
        note TEXT,
        CHECK ((closed_on IS NULL) = (outcome IS NULL))
    ) STRICT;
    CREATE INDEX request_by_digest ON request (digest, received_at);
    CREATE INDEX request_by_closing ON request (closed_on, expected_by);

    CREATE TABLE token (
        digest BLOB PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES request ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX token_by_request ON token (request);

    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES request ON DELETE CASCADE,
        kind TEXT NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        due_at TEXT NOT NULL,
        problem TEXT
    ) STRICT;
    CREATE INDEX outbox_by_request ON outbox (request);
    CREATE INDEX outbox_by_time ON outbox (due_at);

    CREATE TABLE count (
        month TEXT NOT NULL,
        right TEXT NOT NULL,
        outcome TEXT NOT NULL,
        is_in_time INTEGER NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (month, right, outcome, is_in_time)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE upkeep (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        written_at TEXT,
        to_sweep INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    INSERT INTO upkeep (id) VALUES (1);
    """,
)
"""What each version of the tables adds to the one before; never edit one, add one."""
_OURS = 0x70726976
"""What marks a file as ours (`application_id`): “priv”."""
_HABITS = """
    PRAGMA busy_timeout = 10000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
"""


class WrongDatabase(Exception):
    """A file that this version cannot keep requests in; its message is a sentence."""


def open_database(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open the file, readable by its owner only, and bring its tables up to date.

    What is committed is on the disk (`synchronous`), what is deleted is overwritten
    (`secure_delete`). Raises OSError where there is no such file (unless `create`) or it may not
    be written, and WrongDatabase.
    """
    _prepare_file(path, create=create)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        _check_version(connection, path)
        connection.executescript(_HABITS)
        _bring_up_to_date(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        if isinstance(error, sqlite3.OperationalError):  # locked, full: not the fault of the file
            raise
        raise WrongDatabase(f"{path} is not a database of requests: {error}") from None
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare_file(path: Path, *, create: bool) -> None:
    flags = os.O_RDWR | (os.O_CREAT if create else 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        if os.fstat(descriptor).st_mode & 0o077:
            os.fchmod(descriptor, 0o600)  # the files beside it get its mode from SQLite
    finally:
        os.close(descriptor)


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    (id,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if id != _OURS and (version or tables):
        raise WrongDatabase(f"{path} is not a database of requests: it holds something else")
    if version > len(_VERSIONS):
        raise WrongDatabase(
            f"{path} was written by a newer mkdocs-privacy: install that one here as well"
        )


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")  # two processes may begin at once
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for number, script in enumerate(_VERSIONS[version:], start=version + 1):
            for statement in script.split(";"):  # executescript would commit before it begins
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {_OURS}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
