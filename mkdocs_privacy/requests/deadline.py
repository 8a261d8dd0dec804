"""By which day an answer is due."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from mkdocs_privacy.model import add_period

FIRST_DAY = date(2018, 5, 25)
"""From this day on people can exercise the rights of the GDPR (article 99(2)): a request of before
it is a typing error, such as the year 26."""
YEARS_OF_HOLIDAYS = 3
"""For how many years a page knows the public holidays, so that a site may stand for a while."""


def expected_by(received: date, period: str, country: str) -> date:
    """The last day on which an answer is in time, as Regulation (EEC, Euratom) 1182/71 counts.

    Article 3(1): the day of receipt does not count. Article 3(2)(c): a month ends on the day with
    the same number, or on the last of a shorter month. Article 3(4): where that is a Saturday, a
    Sunday or a public holiday of `country`, it ends with the next working day. `period` is a term
    of the model, of days or longer.
    """
    last = add_period(received, period)
    while last < date.max and (last.weekday() >= 5 or last in _holidays_of(country, last.year)):
        last += timedelta(days=1)
    return last


def public_holidays(country: str, since: date) -> tuple[date, ...]:
    """The public holidays of a country from the year of a day on, in order."""
    years = range(since.year, since.year + YEARS_OF_HOLIDAYS)
    return tuple(sorted(day for year in years for day in _holidays_of(country, year)))


@cache
def _holidays_of(country: str, year: int) -> frozenset[date]:
    """The national public holidays of a year; none for a country whose holidays nobody lists."""
    import holidays  # not above: few commands count days, and it takes long

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()
