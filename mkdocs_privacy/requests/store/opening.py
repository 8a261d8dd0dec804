"""A database is opened: its file is its owner's alone and has one receiver (advisory lock), its
tables are brought up to date."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool

from mkdocs_privacy.requests.store.location import Location, WrongDatabase

NEWEST = "0002"
"""The revision of `migrations/versions/` that `tables.py` describes."""
_OURS = 0x70726976
"""What marks a file of SQLite as ours (`application_id`): “priv”."""
_UPGRADING = 0x70726976
"""The advisory lock of PostgreSQL under which tables are brought up to date."""
_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # what is committed is on the disk
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
)
_CONNECT_SECONDS = 10
_BEGIN = "mkdocs_privacy_begin"
"""The option of a connection that says how its transactions begin in SQLite."""
_READING: dict[str, Any] = {_BEGIN: "BEGIN"}
_WRITING: dict[str, Any] = {_BEGIN: "BEGIN IMMEDIATE"}


def open_connection(location: Location, *, create: bool, only_reads: bool) -> Connection:
    """A connection to the database, its tables brought up to date; one that only reads holds up
    nobody who writes.

    Raises FileNotFoundError where there is no such file (unless `create`), OSError, WrongDatabase,
    and SQLAlchemy's OperationalError where it cannot be used now.
    """
    if location.path:
        _prepare_file(location.path, create=create)
    try:
        connection = _connect(location)
    except OperationalError:  # locked, full, gone: not the fault of what is stored
        raise
    except DatabaseError as error:
        raise WrongDatabase(
            f"{location} is not a database of requests, or it is damaged: {error.orig}"
        ) from None
    if only_reads:
        connection.execution_options(**_READING, postgresql_readonly=True)
        if location.path:
            sqlite_of(connection).execute("PRAGMA query_only = ON")
    return connection


def _connect(location: Location) -> Connection:
    connection = _engine(location).connect()
    try:
        _bring_up_to_date(connection, location)
    except BaseException:
        connection.close()
        raise
    return connection


def sqlite_of(connection: Connection) -> sqlite3.Connection:
    """The connection of the driver, for what SQLAlchemy has no words for; not within a
    transaction."""
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        return driver
    raise TypeError(f"{connection.dialect.name} is not SQLite")


def _prepare_file(path: Path, *, create: bool) -> None:
    """Make the file, or see that it is one that SQLite keeps safe, without ever opening it.

    To close a file gives back every POSIX lock that the process holds on it, those of SQLite too
    (sqlite.org/howtocorrupt.html, section 2.2): only a file that did not exist may be opened here.
    """
    if create:
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            pass
        else:
            return
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise WrongDatabase(f"{path} is not a file: give one with --database, such as requests.db")
    if status.st_nlink > 1:
        raise WrongDatabase(
            f"{path} has another name as well (a hard link), and SQLite can lose what is written "
            "under two names: remove one of them"
        )
    if status.st_mode & 0o077:
        path.chmod(0o600)  # SQLite gives the files beside it the same mode


def _engine(location: Location) -> Engine:
    """An engine whose connections commit nothing by themselves.

    SQLite begins a transaction for writing at once, unless the connection only reads: one that
    began by reading could not go on to write where another process had written in between
    (SQLITE_BUSY_SNAPSHOT).
    """
    if location.path is None:
        return create_engine(
            location.url,
            poolclass=NullPool,
            connect_args={
                "connect_timeout": _CONNECT_SECONDS,
                "application_name": "mkdocs-privacy",
            },
        )
    engine = create_engine(
        location.url, poolclass=NullPool, connect_args={"check_same_thread": False}
    )

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql(options[_BEGIN])

    return engine


def _bring_up_to_date(connection: Connection, location: Location) -> None:
    connection.execution_options(**_READING)
    with connection.begin():
        is_newest = _version(connection, location) == NEWEST
    connection.execution_options(**_WRITING)
    if not is_newest:
        _upgrade(connection, location)


def _upgrade(connection: Connection, location: Location) -> None:
    """Two receivers may begin at once: whoever comes second finds nothing to do."""
    with connection.begin():
        if location.path is None:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_UPGRADING})"))
        version = _version(connection, location)
        if version == NEWEST:
            return
        from alembic import command  # slow to import, and seldom needed
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", "mkdocs_privacy:requests/store/migrations")
        config.attributes["connection"] = connection
        if version:
            command.stamp(config, version)
        command.upgrade(config, NEWEST)
        if location.path:
            connection.exec_driver_sql(f"PRAGMA application_id = {_OURS}")


def _version(connection: Connection, location: Location) -> str | None:
    """The revision of the tables; nothing in an empty database; raises WrongDatabase."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables:
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if str(version) > NEWEST:
            raise WrongDatabase(
                f"{location} was written by a newer version of mkdocs-privacy: install that "
                "version here"
            )
        return None if version is None else str(version)
    if location.path is None:
        if tables & {"request", "outbox"}:
            raise WrongDatabase(
                f"{location} contains tables of another program: use a separate database"
            )
        return None
    (id,) = connection.exec_driver_sql("PRAGMA application_id").one()
    (version,) = connection.exec_driver_sql("PRAGMA user_version").one()
    if id != _OURS and (version or tables):
        raise WrongDatabase(f"{location} is not a database of requests: it contains something else")
    return "0001" if id == _OURS and tables else None


@contextmanager
def only_receiver(location: Location) -> Iterator[None]:
    """Be the only receiver of a file, until the end; raises WrongDatabase where another one is.

    A lock on a file of its own (flock), which the kernel gives back however the process ends.
    Several receivers may share a database of PostgreSQL.
    """
    if location.path is None:
        yield
        return
    lock = FileLock(location.path.with_name(f"{location.path.name}-receiver"), mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise WrongDatabase(
            f"another receiver uses {location}: stop it first, or give this one another file with "
            "--database. Several receivers can share a PostgreSQL database"
        ) from None
    try:
        yield
    finally:
        lock.release()
