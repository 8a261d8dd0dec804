"""Where requests are kept: a file of SQLite, or a database of PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import realpath
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

_SECRETS = ("password", "sslpassword")
"""What the query of an address may hold that nobody else may know (libpq)."""
_POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")


class WrongDatabase(Exception):
    """A database that this version cannot keep requests in; its message is a sentence."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where requests are kept."""

    url: URL

    @property
    def path(self) -> Path | None:
        """The file of SQLite; nothing with PostgreSQL."""
        return Path(self.url.database or "") if self.url.drivername == "sqlite" else None

    def __str__(self) -> str:
        """The file, or the address without its password, which may stand in its query too."""
        if self.path:
            return str(self.path)
        shown = self.url.difference_update_query(_SECRETS)
        return shown.render_as_string(hide_password=True)


def read_location(written: str | Path) -> Location:
    """A path, or `postgresql://user@host/database`; raises WrongDatabase.

    A path is resolved: whoever comes by a symbolic link must use the same `-wal` file beside it.
    """
    text = str(written)
    if "://" not in text:
        return Location(URL.create("sqlite", database=realpath(text)))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        url = None
    if url is None or url.drivername not in _POSTGRESQL or not url.database:
        scheme = text.partition("://")[0]  # the rest may hold a password
        raise WrongDatabase(
            f"‘{scheme}://…’ is not the address of a database: write a path, such as requests.db, "
            "or postgresql://user@host/database"
        )
    return Location(url.set(drivername="postgresql+psycopg"))
