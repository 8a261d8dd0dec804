"""The requests, as a command opens them, and a reference as somebody types it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime

import click
from sqlalchemy.exc import DatabaseError, OperationalError

from mkdocs_privacy import clock
from mkdocs_privacy.model import read_day, suggestion
from mkdocs_privacy.requests import read_reference
from mkdocs_privacy.requests.store import (
    NotPossible,
    OutcomeUnknown,
    Signature,
    StatusFilter,
    Store,
    StoredRequest,
    UnknownReference,
    WrongDatabase,
)


@contextmanager
def open_store(database: str, *, create: bool = False, only_reads: bool = False) -> Iterator[Store]:
    """The requests in a database; raises ClickException where it cannot be used, or what was asked
    of it cannot be."""
    try:
        with _open(database, create=create, only_reads=only_reads) as store:
            yield store
    except (WrongDatabase, NotPossible) as problem:
        raise click.ClickException(str(problem)) from None
    except (OperationalError, sqlite3.Error) as problem:
        reason = problem.orig if isinstance(problem, OperationalError) else problem
        told = " ".join(str(reason).split())  # PostgreSQL writes several lines
        raise click.ClickException(f"{_shown(database)}: {told}") from None
    except DatabaseError as problem:
        told = " ".join(str(problem.orig).split())
        raise click.ClickException(
            f"{_shown(database)}: {told}: keep the database file, and restore the last backup"
        ) from None
    except OutcomeUnknown as problem:
        raise click.ClickException(
            f"{_shown(database)}: {problem}: the change may have been made, so check before you "
            "repeat it"
        ) from None


def _open(database: str, *, create: bool, only_reads: bool) -> Store:
    try:
        return Store.open(database, create=create, only_reads=only_reads)
    except FileNotFoundError:
        raise click.ClickException(
            f"{database}: there is no such file: start `mkdocs-privacy receive`, which creates it, "
            "or give its place with --database"
        ) from None


def _shown(database: str) -> str:
    """A database without what may be a password."""
    return database if "://" not in database else "the database"


def find_requests(store: Store, references: Sequence[str]) -> tuple[StoredRequest, ...]:
    """The requests with these references; raises ClickException with every one that is unknown."""
    found, problems = [], []
    for written in dict.fromkeys(references):
        reference = read_reference(written)
        try:
            found.append(store.request(reference))
        except UnknownReference:
            known = [stored.request.reference for stored in store.requests(StatusFilter.ALL)]
            problems.append(f"there is no request ‘{written}’{suggestion(reference, known)}")
    if problems:
        raise click.ClickException("\n  ".join(problems))
    return tuple(found)


def find_request(store: Store, reference: str) -> StoredRequest:
    """The request with this reference; raises ClickException."""
    (found,) = find_requests(store, [reference])
    return found


def read_today() -> date:
    """The day that counts as today; raises ClickException where that cannot be told."""
    try:
        return clock.today()
    except ValueError as problem:
        raise click.ClickException(str(problem)) from None


def read_past_day(written: str | None, option: str) -> date:
    """A day that an option names, today where it is not given; raises BadParameter."""
    today = read_today()
    if written is None:
        return today
    try:
        day = read_day(written)
    except ValueError as problem:
        raise click.BadParameter(str(problem), param_hint=option) from None
    if day > today:
        raise click.BadParameter(f"{day} is in the future", param_hint=option)
    return day


def sign(by: str) -> Signature:
    """What is done now, by somebody."""
    return Signature(datetime.now(UTC).replace(microsecond=0), by)
