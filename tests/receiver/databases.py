"""What keeps requests, as somebody sees it from outside: SQLite's file or a PostgreSQL, without a
line of ours."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import psycopg


class Engine(StrEnum):
    """A kind of database."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


ENGINES = (Engine.SQLITE, Engine.POSTGRESQL)
"""Those that receivers and commands can work with."""
_REFERENCES = "SELECT reference FROM request"
_SIDE_FILES = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Kept:
    """What is there, and whether it is sound."""

    references: frozenset[str]
    problem: str | None = None


class Database(Protocol):
    """One that receivers and commands can use."""

    @property
    def option(self) -> str:
        """The value of `--database`."""

    def look(self) -> Kept:
        """What it keeps at this moment; changes nothing, not even what is left after a kill."""


@dataclass(frozen=True)
class SqliteFile:
    """A file of SQLite."""

    path: Path

    @property
    def option(self) -> str:
        return str(self.path)

    def look(self) -> Kept:
        """Looks at a copy: whoever opens a database last tidies up after the one that was killed.

        The index (`-shm`) is left behind, since SQLite makes it anew from the log after a crash.
        """
        with TemporaryDirectory() as folder:
            for suffix in _SIDE_FILES:
                beside = self.path.with_name(f"{self.path.name}{suffix}")
                if suffix != "-shm" and beside.exists():
                    shutil.copy(beside, Path(folder) / beside.name)
            return _look(Path(folder) / self.path.name)


def _look(path: Path) -> Kept:
    connection = sqlite3.connect(path)
    try:
        told = [words for (words,) in connection.execute("PRAGMA integrity_check")]
        references = frozenset(reference for (reference,) in connection.execute(_REFERENCES))
    except sqlite3.DatabaseError as problem:
        return Kept(frozenset(), str(problem))
    finally:
        connection.close()
    return Kept(references, None if told == ["ok"] else "; ".join(told))


@dataclass(frozen=True)
class PostgresqlDatabase:
    """A database of a PostgreSQL server."""

    url: str

    @property
    def option(self) -> str:
        return self.url

    def look(self) -> Kept:
        """A server is never asked whether it is sound: its own tests do that."""
        with psycopg.connect(self.url) as connection:
            rows = connection.execute(_REFERENCES).fetchall()
        return Kept(frozenset(reference for (reference,) in rows))


# What others do to a file, each in a process of its own


def vacuum_into(source: Path, target: Path) -> None:
    """The backup that SQLite's own documentation has, by the module of Python."""
    connection = sqlite3.connect(source)
    connection.execute("VACUUM INTO ?", (str(target),))
    connection.close()


def copy_files(source: Path, target: Path) -> None:
    """What a backup of a whole disk does: each file is opened, read and closed."""
    for suffix in _SIDE_FILES:
        beside = source.with_name(f"{source.name}{suffix}")
        if beside.exists():
            shutil.copy(beside, target.with_name(f"{target.name}{suffix}"))
