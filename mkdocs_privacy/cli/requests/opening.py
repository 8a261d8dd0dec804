"""The file with the requests, as a command opens it, and a reference as somebody types it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from mkdocs_privacy import clock
from mkdocs_privacy.model import suggestion
from mkdocs_privacy.requests.receiver import (
    Standing,
    Store,
    StoredRequest,
    UnknownReference,
    WrongDatabase,
)

# Crockford's base 32 has none of these letters, because they look like digits
_LOOK_ALIKES = str.maketrans("OIL", "011")


@contextmanager
def open_store(database: Path) -> Iterator[Store]:
    """The requests in a file; raises ClickException where it cannot be used."""
    try:
        with Store.open(database) as store:
            yield store
    except FileNotFoundError:
        raise click.ClickException(
            f"{database}: there is no such file: `mkdocs-privacy receive` makes it, and "
            "--database says where it is"
        ) from None
    except WrongDatabase as problem:
        raise click.ClickException(str(problem)) from None
    except sqlite3.OperationalError as problem:
        raise click.ClickException(f"{database}: {problem}") from None


def find_requests(store: Store, references: Sequence[str]) -> tuple[StoredRequest, ...]:
    """The requests with these references; raises ClickException with every one that is unknown."""
    found, problems = [], []
    for written in dict.fromkeys(references):
        reference = written.strip().upper().translate(_LOOK_ALIKES)
        try:
            found.append(store.request(reference))
        except UnknownReference:
            known = [one.request.reference for one in store.requests(Standing.ALL)]
            problems.append(f"there is no request ‘{written}’{suggestion(reference, known)}")
    if problems:
        raise click.ClickException("\n  ".join(problems))
    return tuple(found)


def read_today() -> date:
    """The day that counts as today; raises ClickException where that cannot be told."""
    try:
        return clock.today()
    except ValueError as problem:
        raise click.ClickException(str(problem)) from None
