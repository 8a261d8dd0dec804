"""More time for a request that needs it (GDPR article 12(3))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mkdocs_privacy.model import (
    MONTH_OF_THE_LAW,
    RequestType,
    add_period,
    law_of,
)
from mkdocs_privacy.requests.deadline import expected_by


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


def can_be_extended(request_type: RequestType) -> bool:
    """Whether the law allows more time for what is asked."""
    return law_of(request_type).longest_extension is not None


def extended_until(received: date, extension: str, country: str) -> date:
    """The last day on which an answer is in time after an extension by an ISO 8601 period.

    It begins where the month of GDPR article 12(3) ends, also where an answer was promised sooner.
    """
    return expected_by(add_period(received, MONTH_OF_THE_LAW), extension, country)


class ExtensionFault(StrEnum):
    """Why the time to answer cannot be extended."""

    NEVER = "never"
    """The law allows no more time for what is asked."""
    TOLD_TOO_LATE = "told_too_late"
    """The person was not told within a month of receipt."""
    TOLD_TOO_SOON = "told_too_soon"
    """The person was told before the request came in."""


def told_by(received: date, country: str) -> date:
    """The last day on which a person can be told of an extension."""
    return expected_by(received, MONTH_OF_THE_LAW, country)


def faults_of_extension(
    request_type: RequestType, received: date, told_on: date, country: str
) -> tuple[ExtensionFault, ...]:
    """Why the time to answer a request cannot be extended."""
    faults = {
        ExtensionFault.NEVER: not can_be_extended(request_type),
        ExtensionFault.TOLD_TOO_LATE: told_on > told_by(received, country),
        ExtensionFault.TOLD_TOO_SOON: told_on < received,
    }
    return tuple(fault for fault, is_so in faults.items() if is_so)


def problems_of_extension(
    request_type: RequestType, received: date, told_on: date, country: str
) -> tuple[str, ...]:
    """Why the time to answer a request cannot be extended, in sentences."""
    sentences = {
        ExtensionFault.NEVER: (
            f"a request of the type ‘{request_type}’ cannot be extended: GDPR article 12(3) allows "
            "that only for the rights of articles 15 to 22, and not for an objection to direct "
            "marketing"
        ),
        ExtensionFault.TOLD_TOO_LATE: (
            f"{told_on} is too late: GDPR article 12(3) requires that you tell the person within a "
            f"month of receipt, so by {told_by(received, country)}"
        ),
        ExtensionFault.TOLD_TOO_SOON: (
            f"the request came in on {received}, so the person cannot have been told on "
            f"{told_on}: correct the day"
        ),
    }
    faults = faults_of_extension(request_type, received, told_on, country)
    return tuple(sentences[fault] for fault in faults)
