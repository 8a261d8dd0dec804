"""What became of the requests of a year, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests.outcome import Ground, Outcome
from mkdocs_privacy.requests.request import Channel
from mkdocs_privacy.requests.store.figures import Figure, figure_of
from mkdocs_privacy.requests.store.records import StatusFilter, StoredRequest
from mkdocs_privacy.requests.store.store import Store


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of some requests, in figures."""

    received: int
    open: int
    overdue: int
    """Those of the open ones whose answer was due before today."""
    outcomes: Mapping[Outcome, int]
    """How many ended how, zero included."""
    extended: int
    """Open ones too."""
    late: int
    """Closed after the answer was due."""
    median_days: float | None
    """From receipt to answer; a request that was withdrawn got none. Nothing without answers."""
    longest_days: int | None
    days_known: int
    """How many answers the two figures before are of."""
    days_unknown: int
    """How many answers they leave out, because an older version did not count the days."""

    @property
    def granted(self) -> int:
        """How many were granted as a whole."""
        return self.outcomes[Outcome.GRANTED]

    @property
    def refused(self) -> int:
        """How many were refused, as a whole or in part."""
        return self.outcomes[Outcome.REFUSED] + self.outcomes[Outcome.PARTLY_GRANTED]

    def row(self) -> dict[str, Any]:
        """Every figure under a name."""
        return {
            "received": self.received,
            **{str(outcome): number for outcome, number in self.outcomes.items()},
            "open": self.open,
            "overdue": self.overdue,
            "extended": self.extended,
            "late": self.late,
            "median_days": self.median_days,
            "longest_days": self.longest_days,
            "days_known": self.days_known,
            "days_unknown": self.days_unknown,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """The requests that were received in a year, and what became of them until a day."""

    year: int
    today: date
    total: Summary
    by_month: Mapping[str, Summary]
    """By month of receipt, `2026-01` to `2026-12`."""
    by_channel: Mapping[str, Summary]
    by_right: Mapping[str, Summary]
    """In the order of RequestType, those only that somebody exercised; as in the others below."""
    by_ground: Mapping[str, Summary]
    """What was refused, as a whole or in part, by the ground for it."""


def closed_figures(store: Store) -> Counter[Figure]:
    """The figures of every request that was closed, forgotten ones too; within a transaction."""
    return store.figures.all() + Counter(map(figure_of, store.requests(StatusFilter.CLOSED)))


def report_of(
    year: int, figures: Counter[Figure], open_requests: Iterable[StoredRequest], today: date
) -> Report:
    """The report of a year; `figures` are those of all closed requests, forgotten ones too."""
    alike = [*map(_closed, figures.items()), *(_open(stored, today) for stored in open_requests)]
    of_year = [requests for requests in alike if requests.month[:4] == f"{year:04}"]
    months = [f"{year:04}-{month:02}" for month in range(1, 13)]
    return Report(
        year,
        today,
        _summary(of_year),
        {month: _summary([alike for alike in of_year if alike.month == month]) for month in months},
        _grouped(of_year, lambda alike: alike.channel, Channel),
        _grouped(of_year, lambda alike: alike.right, RequestType),
        _grouped(of_year, lambda alike: alike.figure.ground if alike.figure else None, Ground),
    )


@dataclass(frozen=True, slots=True)
class _Alike:
    """A number of requests that are alike: closed with the same figure, or open."""

    number: int
    month: str
    right: str
    channel: Channel
    is_extended: bool
    figure: Figure | None = None
    """Of closed ones."""
    is_overdue: bool = False
    """Of open ones."""


def _closed(counted: tuple[Figure, int]) -> _Alike:
    figure, number = counted
    return _Alike(number, figure.month, figure.right, figure.channel, figure.is_extended, figure)


def _open(stored: StoredRequest, today: date) -> _Alike:
    return _Alike(
        1,
        f"{stored.request.received_at:%Y-%m}",
        str(stored.request.request_type),
        stored.channel,
        stored.extension is not None,
        is_overdue=stored.days_left(today) < 0,
    )


def _grouped(
    of_year: Sequence[_Alike], name_of: Callable[[_Alike], str | None], order: Iterable[str]
) -> dict[str, Summary]:
    """A summary for each name that there is, those that nobody knows any more at the end."""
    names = {name for alike in of_year if (name := name_of(alike))}
    known = [str(name) for name in order if name in names]
    return {
        name: _summary([alike for alike in of_year if name_of(alike) == name])
        for name in (*known, *sorted(names.difference(known)))
    }


def _summary(requests: Iterable[_Alike]) -> Summary:
    number: Counter[str] = Counter()
    outcomes = dict.fromkeys(Outcome, 0)
    days: list[int] = []
    for alike in requests:
        number["received"] += alike.number
        number["extended"] += alike.number * alike.is_extended
        figure = alike.figure
        if figure is None:
            number["open"] += alike.number
            number["overdue"] += alike.number * alike.is_overdue
            continue
        outcomes[figure.outcome] += alike.number
        number["late"] += alike.number * (not figure.is_in_time)
        if figure.outcome is Outcome.WITHDRAWN:
            continue
        if figure.days is None:
            number["days_unknown"] += alike.number
        else:
            days += [figure.days] * alike.number
    return Summary(
        received=number["received"],
        open=number["open"],
        overdue=number["overdue"],
        outcomes=outcomes,
        extended=number["extended"],
        late=number["late"],
        median_days=float(median(days)) if days else None,
        longest_days=max(days, default=None),
        days_known=len(days),
        days_unknown=number["days_unknown"],
    )
