"""What of a report may be published: small numbers are hidden, and what would give them away.

That is cell suppression as official statistics do it: a number from 1 to 4 could tell something of
a person whom others know. What is published of a right depends on the numbers of that right alone,
and the total on nothing but what is published: so nothing can be computed back, also by who knows
these rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_privacy.requests.store.report import Report, Summary

SMALLEST = 5
"""The smallest number that is published, zero apart."""


class Hidden(StrEnum):
    """Why a number is not published."""

    SMALL = "small"
    """It is from 1 to 4."""
    TELLING = "telling"
    """A small one could be computed from it, or it is a part of a small one."""


Cell = int | Hidden


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """What is published of the requests for one right."""

    right: str
    received: Cell
    granted: Cell
    refused: Cell
    """As a whole or in part."""
    median_days: float | None
    """From receipt to answer; nothing where it is known of fewer than 5, or not of all."""

    @property
    def hides(self) -> bool:
        """Whether anything is hidden."""
        cells = (self.received, self.granted, self.refused)
        return self.median_days is None or any(isinstance(cell, Hidden) for cell in cells)


@dataclass(frozen=True, slots=True)
class PublishedTotal:
    """How many requests were received, as far as the rows tell."""

    number: int
    is_exact: bool
    """Whether it is the number itself, not the least that it can be."""


def published_rows(report: Report) -> tuple[PublishedRow, ...]:
    """What may be published of each right that somebody exercised."""
    return tuple(_published(right, summary) for right, summary in report.by_right.items())


def published_total(rows: Sequence[PublishedRow]) -> PublishedTotal:
    """How many requests the rows show: whoever adds them up gets no more and no less."""
    numbers = [1 if isinstance(row.received, Hidden) else row.received for row in rows]
    is_exact = not any(isinstance(row.received, Hidden) for row in rows)
    return PublishedTotal(sum(numbers), is_exact)


def _published(right: str, summary: Summary) -> PublishedRow:
    """What may be published of one right.

    What was neither granted nor refused stands in no cell, and may be small as well: nor may it be
    computed.
    """
    received, granted, refused = summary.received, summary.granted, summary.refused
    if received < SMALLEST:
        return PublishedRow(right, Hidden.SMALL, Hidden.TELLING, Hidden.TELLING, None)
    is_known = summary.days_known >= SMALLEST and not summary.days_unknown
    median = summary.median_days if is_known else None
    is_small_within = _is_small(granted) or _is_small(refused)
    tells_others = _is_small(received - granted - refused) and not is_small_within
    if (is_small_within or tells_others) and received < 2 * SMALLEST:
        return PublishedRow(right, received, Hidden.TELLING, Hidden.TELLING, median)
    if is_small_within and received - max(granted, refused) < SMALLEST:
        return PublishedRow(right, received, Hidden.TELLING, Hidden.TELLING, median)
    return PublishedRow(
        right, received, _cell(granted, tells_others), _cell(refused, tells_others), median
    )


def _is_small(number: int) -> bool:
    return 0 < number < SMALLEST


def _cell(number: int, tells_others: bool) -> Cell:
    if _is_small(number):
        return Hidden.SMALL
    return Hidden.TELLING if number and tells_others else number
