"""More time for a request that needs it (GDPR article 12(3))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ExtensionReason(StrEnum):
    """Why the time to answer may be extended (GDPR article 12(3))."""

    COMPLEX = "complex"
    """The request is complex."""
    NUMBER = "number"
    """There are many requests."""


@dataclass(frozen=True, slots=True)
class Extension:
    """A later day on which an answer is due, of which the person was told in time."""

    until: date
    reason: ExtensionReason
    told_on: date
    """Within a month of receipt."""
    explanation: str | None = None
    """Why it is so here, in the language of the person."""
