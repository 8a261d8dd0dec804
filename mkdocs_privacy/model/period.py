"""A period of ISO 8601: what may be written, how long it is, on which day it ends.

Whole numbers only: half a month is no number of days that anybody could agree on.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from isoduration import parse_duration
from isoduration.types import Duration

LONGEST_YEARS = 150
"""No period is longer: what should last for ever is no period."""
TERM_PATTERN = (
    r"^P(?=[0-9])(?:([0-9]{1,5})W|(?:([0-9]{1,5})Y)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})D)?)$"
)
"""A period of whole days, as `requests/deadline.js` reads it too: weeks; years, months, days."""

_TERM = re.compile(TERM_PATTERN)
_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_PERIOD = re.compile(
    rf"P(?=.)(?:{_NUMBER}W|(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}D)?"
    rf"(?:T(?=.)(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?)"
)
_LONGEST_WRITTEN = 60
"""Characters: more than any period has that somebody means."""
_MONTHS_IN_A_YEAR = 12
_DAYS = {"years": "365.25", "months": "30.4375", "weeks": "7", "days": "1"}
_SECONDS = {"hours": 3600, "minutes": 60, "seconds": 1}
_SECONDS_IN_A_DAY = 86_400
_LONGEST = LONGEST_YEARS * Decimal(_DAYS["years"])


class WrongPeriod(ValueError):
    """What somebody wrote is no period that can be counted; says what right looks like."""


def check_period(written: str) -> str:
    """A period as ISO 8601 writes it, such as P7Y, P13M, P4W or PT30M; raises WrongPeriod.

    It is of whole numbers and no longer than 150 years, so whatever counts with it never fails.
    """
    if not _looks_like_period(written):
        raise WrongPeriod(
            f"‘{written}’ is not an ISO 8601 period: write P7Y (7 years), P13M (13 months), "
            "P30D (30 days) or PT30M (30 minutes)"
        )
    if re.search("[.,]", written):
        raise WrongPeriod(
            f"‘{written}’ has a fraction: write whole numbers, such as P6M for half a year"
        )
    if len(written) > _LONGEST_WRITTEN or about_days(written) > _LONGEST:
        raise WrongPeriod(f"‘{written}’ is longer than {LONGEST_YEARS} years: write a shorter one")
    return written


def check_term(written: str) -> str:
    """A period of whole days, such as P1M, P3W or P14D; raises WrongPeriod.

    Deadlines are counted in days (Regulation (EEC, Euratom) 1182/71), not in hours.
    """
    if _looks_like_period(written):
        check_period(written)
    if not _TERM.fullmatch(written):
        raise WrongPeriod(
            f"‘{written}’ is not an ISO 8601 period of days: write P1Y (a year), P1M (a month), "
            "P3W (3 weeks) or P14D (14 days)"
        )
    return written


def _looks_like_period(written: str) -> bool:
    """Whether something is written as a period, though it may be one that nobody can count."""
    return _PERIOD.fullmatch(written) is not None


@lru_cache(maxsize=1024)
def about_days(period: str) -> Decimal:
    """About how many days a period has."""
    return about_seconds(period) / _SECONDS_IN_A_DAY


def about_seconds(period: str) -> Decimal:
    """About how many seconds a period has."""
    duration: Duration = parse_duration(period)
    days = sum(getattr(duration.date, unit) * Decimal(size) for unit, size in _DAYS.items())
    seconds = sum(getattr(duration.time, unit) * size for unit, size in _SECONDS.items())
    return Decimal(days * _SECONDS_IN_A_DAY + seconds)


def add_period(day: date, period: str) -> date:
    """The day on which a period ends that began on `day`; `check_period` has taken the period.

    A month ends on the day with the same number, or on the last of a shorter month. Hours count
    once they make a day. What lies beyond the calendar ends with it, on 9999-12-31.
    """
    duration: Duration = parse_duration(period)
    months = day.month - 1 + int(duration.date.years * _MONTHS_IN_A_YEAR + duration.date.months)
    year, month = day.year + months // _MONTHS_IN_A_YEAR, months % _MONTHS_IN_A_YEAR + 1
    seconds = sum(getattr(duration.time, unit) * size for unit, size in _SECONDS.items())
    days = int(duration.date.weeks * 7 + duration.date.days + seconds / _SECONDS_IN_A_DAY)
    if year > date.max.year:
        return date.max
    end = date(year, month, min(day.day, monthrange(year, month)[1]))
    return end + timedelta(days=min(days, (date.max - end).days))
