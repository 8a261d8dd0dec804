"""Moments as they are stored and told."""

from __future__ import annotations

from datetime import datetime


def written_moment(moment: datetime) -> str:
    """A moment in UTC as it is stored and told: `2026-11-22T20:00:00Z`."""
    # not `strftime`, which writes the year 26 as it is: then nothing can read it again
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def read_moment(written: str) -> datetime:
    """A moment as `written_moment` writes it."""
    return datetime.fromisoformat(written)
