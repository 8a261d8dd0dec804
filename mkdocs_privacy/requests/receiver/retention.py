"""How long a request is kept, and what is left of it then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time

from isoduration import parse_duration
from isoduration.parser.exceptions import DurationParsingException

from mkdocs_privacy.requests.receiver.stored import Count, StoredRequest


def check_period(written: str) -> str:
    """A period as ISO 8601 writes it, such as P1Y, P6M or P0D; raises ValueError otherwise."""
    try:
        _end(date(2000, 1, 1), written)
    except (DurationParsingException, ValueError, OverflowError):
        raise ValueError(
            f"‘{written}’ is not a period of ISO 8601: write P1Y for a year, P6M for six months"
        ) from None
    return written


def is_kept_no_longer(closed_on: date, keep: str, today: date) -> bool:
    """Whether a request that was closed on a day has been kept for the whole period."""
    return _end(closed_on, keep) <= today


def _end(closed_on: date, keep: str) -> date:
    end: datetime = datetime.combine(closed_on, time()) + parse_duration(keep)
    return end.date()


def counted(closed: Iterable[StoredRequest]) -> tuple[Count, ...]:
    """How many requests ended alike, by the month in which they came in."""
    numbers = Counter(
        (
            f"{one.request.received_at:%Y-%m}",
            str(one.request.request_type),
            one.closing.outcome,
            one.closing.on <= one.request.expected_by,
        )
        for one in closed
        if one.closing
    )
    return tuple(Count(*alike, number) for alike, number in sorted(numbers.items()))
