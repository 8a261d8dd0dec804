"""What is left of requests that were forgotten: figures that name nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from mkdocs_privacy.requests.outcome import Ground, Outcome
from mkdocs_privacy.requests.request import Channel
from mkdocs_privacy.requests.store.records import StoredRequest
from mkdocs_privacy.requests.store.tables import HANDLED
from mkdocs_privacy.requests.store.transactions import execute, joined

_UNKNOWN_DAYS = -1


@dataclass(frozen=True, slots=True)
class Figure:
    """What is counted of one request that was answered, without anything that tells whose."""

    month: str
    """Of receipt: `2026-11`."""
    right: str
    channel: Channel
    outcome: Outcome
    ground: Ground | None
    days: int | None
    """From receipt to answer; unknown of what an older version counted."""
    is_extended: bool
    is_in_time: bool


def figure_of(stored: StoredRequest) -> Figure:
    """The figure of a request that is closed."""
    if stored.decision is None:
        raise ValueError(f"request {stored.request.reference} is open")
    return Figure(
        f"{stored.request.received_at:%Y-%m}",
        str(stored.request.request_type),
        stored.channel,
        stored.decision.outcome,
        stored.decision.ground,
        stored.days_taken,
        stored.extension is not None,
        bool(stored.is_in_time),
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one store, each with the number of requests that it is the same of."""

    connection: Connection

    def add(self, closed: Iterable[StoredRequest]) -> None:
        """Count requests that are about to be forgotten."""
        for figure, number in Counter(map(figure_of, closed)).items():
            alike = {
                "month": figure.month,
                "right": figure.right,
                "channel": str(figure.channel),
                "outcome": str(figure.outcome),
                "ground": str(figure.ground or ""),
                "days": _UNKNOWN_DAYS if figure.days is None else figure.days,
                "is_extended": int(figure.is_extended),
                "is_in_time": int(figure.is_in_time),
            }
            same = [HANDLED.c[name] == value for name, value in alike.items()]
            more = update(HANDLED).where(*same).values(number=HANDLED.c.number + number)
            if not execute(self.connection, more).rowcount:
                execute(self.connection, insert(HANDLED).values(**alike, number=number))

    def all(self) -> Counter[Figure]:
        """How many requests were forgotten, by what is known of them, oldest first."""
        asked = select(HANDLED).order_by(*HANDLED.primary_key.columns)
        with joined(self.connection):
            return Counter(
                {
                    Figure(
                        row.month,
                        row.right,
                        Channel(row.channel),
                        Outcome(row.outcome),
                        Ground(row.ground) if row.ground else None,
                        None if row.days == _UNKNOWN_DAYS else row.days,
                        bool(row.is_extended),
                        bool(row.is_in_time),
                    ): row.number
                    for row in execute(self.connection, asked)
                }
            )
