"""The list of requests: how urgent each is, and which ones somebody wants to see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mkdocs_privacy.requests.desk.form_reading import read_number
from mkdocs_privacy.requests.request import read_reference
from mkdocs_privacy.requests.store import StatusFilter, StoredRequest

SOON_DAYS = 7
"""How many days before its answer is due a request is marked."""
NOBODY = "-"
_ON_A_PAGE = 100


class Urgency(StrEnum):
    """How soon something must be done."""

    OVERDUE = "overdue"
    SOON = "soon"
    OPEN = "open"
    CLOSED = "closed"


def urgency_of(stored: StoredRequest, today: date) -> Urgency:
    """How soon a request must be answered."""
    if stored.decision:
        return Urgency.CLOSED
    left = stored.days_left(today)
    if left < 0:
        return Urgency.OVERDUE
    return Urgency.SOON if left <= SOON_DAYS else Urgency.OPEN


@dataclass(frozen=True, slots=True)
class Filters:
    """Which requests somebody wants to see."""

    status: StatusFilter = StatusFilter.OPEN
    right: str = ""
    assignee: str = ""
    """A name, or NOBODY."""
    reference: str = ""
    """A reference number, or a part of one."""
    page: int = 1

    def admits(self, stored: StoredRequest) -> bool:
        """Whether a request is one of them."""
        is_open = stored.decision is None
        return (
            (self.status is StatusFilter.ALL or is_open is (self.status is StatusFilter.OPEN))
            and self.right in ("", stored.request.request_type)
            and self.assignee in ("", stored.assignee or NOBODY)
            and self.reference in stored.request.reference
        )


def read_filters(query: Mapping[str, str]) -> Filters:
    """What the query of an address says; what makes no sense is left out.

    Whoever types a reference number means it, open or closed.
    """
    reference = read_reference(query.get("reference", ""))
    wanted = query.get("status", "")
    known = wanted in frozenset(StatusFilter)
    fallback = StatusFilter.ALL if reference else StatusFilter.OPEN
    return Filters(
        StatusFilter(wanted) if known else fallback,
        query.get("right", ""),
        query.get("assignee", ""),
        reference,
        max(1, read_number(query.get("page"), 5) or 1),
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """The requests that somebody wants to see, and how many there are of each kind."""

    found: int
    shown: tuple[StoredRequest, ...]
    """Those of one page, the most urgent ones first."""
    counts: Mapping[Urgency, int]
    """Of all requests."""
    assignees: tuple[str, ...]
    """Everybody who deals with one."""
    page: int
    pages: int


def choose(every: Sequence[StoredRequest], filters: Filters, today: date) -> Listed:
    """The requests that somebody wants to see, of `every` one in the order of the store."""
    found = [stored for stored in every if filters.admits(stored)]
    found.sort(key=lambda stored: stored.decision is not None)
    pages = max(1, -(-len(found) // _ON_A_PAGE))
    page = min(filters.page, pages)
    number = Counter(urgency_of(stored, today) for stored in every)
    return Listed(
        len(found),
        tuple(found[(page - 1) * _ON_A_PAGE : page * _ON_A_PAGE]),
        {urgency: number[urgency] for urgency in Urgency},
        tuple(sorted({stored.assignee for stored in every if stored.assignee}, key=str.casefold)),
        page,
        pages,
    )
