"""How a request stands, in words."""

from __future__ import annotations

from datetime import date

from mkdocs_privacy.requests.receiver import StoredRequest


def standing_in_words(stored: StoredRequest, today: date) -> str:
    """`30 days left`, `OVERDUE by 2 days`, `granted on 2026-12-01`."""
    if stored.closing is None:
        left = stored.days_left(today)
        if left < 0:
            return f"OVERDUE by {_days(-left)}"
        return f"{_days(left)} left" if left else "due today"
    outcome = stored.closing.outcome.replace("_", " ")
    late = -stored.days_left(stored.closing.on)
    return f"{outcome} on {stored.closing.on}" + (f", {_days(late)} late" if late > 0 else "")


def counted(number: int, one: str = "request", more: str | None = None) -> str:
    """`1 request`, `2 requests`, `3 tries`."""
    return f"{number} {one if number == 1 else more or f'{one}s'}"


def _days(number: int) -> str:
    return counted(number, "day")
