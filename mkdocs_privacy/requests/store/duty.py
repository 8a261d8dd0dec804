"""One receiver for a file of SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from mkdocs_privacy.requests.store.location import Location, WrongDatabase


@contextmanager
def on_duty(location: Location) -> Iterator[None]:
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
            f"another receiver takes requests into {location}: stop it first, or give this one a "
            "file of its own with --database. Several receivers can share a PostgreSQL"
        ) from None
    try:
        yield
    finally:
        lock.release()
