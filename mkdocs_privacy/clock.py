"""Which day it is: releases take effect on a day, and the same input must give the same pages."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time


def today(override: date | None = None) -> date:
    """The day that the site itself fixes, else that of `SOURCE_DATE_EPOCH`, else today's; in UTC.

    In another time zone it may be tomorrow already, and a feed may not name a moment to come.
    Raises ValueError where `SOURCE_DATE_EPOCH` is no moment: its specification wants a build to
    fail then (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    if override is not None:
        return override
    written = os.environ.get("SOURCE_DATE_EPOCH")
    if not written:
        return datetime.now(tz=UTC).date()
    try:
        return datetime.fromtimestamp(int(written), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(
            f"SOURCE_DATE_EPOCH is ‘{written}’: it must be a number of seconds since 1970, "
            "such as 1767225600"
        ) from None


def known_day(override: date | None = None) -> date | None:
    """The same, or nothing where that cannot be told."""
    try:
        return today(override)
    except ValueError:
        return None


def midnight(day: date) -> datetime:
    """The moment at which a day begins, in UTC."""
    return datetime.combine(day, time(), UTC)
