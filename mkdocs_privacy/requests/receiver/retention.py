"""How long a request is kept, and what is left of it then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from mkdocs_privacy.model import add_period
from mkdocs_privacy.requests.receiver.stored import Count, StoredRequest


def is_kept_no_longer(closed_on: date, keep: str, today: date) -> bool:
    """Whether a request that was closed on a day has been kept for the whole period."""
    return add_period(closed_on, keep) <= today


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
