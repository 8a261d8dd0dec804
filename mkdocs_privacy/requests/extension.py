"""More time for a request that needs it (GDPR article 12(3))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests.deadline import expected_by
from mkdocs_privacy.requests.request import RightsRequest

CANNOT_BE_EXTENDED: tuple[str, ...] = (
    RequestType.DIRECT_MARKETING,
    RequestType.WITHDRAW_CONSENT,
    RequestType.GENERAL,
    "complaint-to-us",
)
"""What stops at once, and what article 12(3) of the GDPR says nothing of."""
_TO_TELL = "P1M"
_TO_ANSWER = "P3M"
"""One month, and two further ones."""


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


class ExtensionFault(StrEnum):
    """Why the time to answer cannot be extended so."""

    NOT_EXTENDABLE = "not_extendable"
    """The law knows no extension for what is asked."""
    NOT_LATER = "not_later"
    """The new day is not later than the one before."""
    TOO_LATE = "too_late"
    """The new day is more than three months after receipt."""
    TOLD_TOO_LATE = "told_too_late"
    """The person was not told within a month of receipt."""
    TOLD_TOO_SOON = "told_too_soon"
    """The person was told before the request came in."""


def latest_extension(request: RightsRequest, country: str) -> date:
    """The last day to which the law lets an answer be put off; a country has its holidays."""
    return expected_by(request.received_at.date(), _TO_ANSWER, country)


def latest_notice(request: RightsRequest, country: str) -> date:
    """The last day on which the person can be told of it."""
    return expected_by(request.received_at.date(), _TO_TELL, country)


def extension_faults(
    extension: Extension, request: RightsRequest, country: str
) -> tuple[ExtensionFault, ...]:
    """Why the time to answer a request cannot be extended so."""
    return tuple(_faults(extension, request, country))


def _faults(extension: Extension, request: RightsRequest, country: str) -> Iterator[ExtensionFault]:
    if request.request_type in CANNOT_BE_EXTENDED:
        yield ExtensionFault.NOT_EXTENDABLE
    if extension.until <= request.expected_by:
        yield ExtensionFault.NOT_LATER
    elif extension.until > latest_extension(request, country):
        yield ExtensionFault.TOO_LATE
    if extension.told_on > latest_notice(request, country):
        yield ExtensionFault.TOLD_TOO_LATE
    if extension.told_on < request.received_at.date():
        yield ExtensionFault.TOLD_TOO_SOON
