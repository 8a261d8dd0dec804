"""Requests as the receiver keeps them: how they stand, how they ended, and what is left of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from mkdocs_privacy.requests import RightsRequest


class Standing(StrEnum):
    """Which requests are meant."""

    OPEN = "open"
    CLOSED = "closed"
    ALL = "all"


class Outcome(StrEnum):
    """How a request ended."""

    GRANTED = "granted"
    PARTLY_GRANTED = "partly_granted"
    REFUSED = "refused"
    """Refused, with the reasons and the ways to complain (GDPR article 12(4))."""
    WITHDRAWN = "withdrawn"
    """By who made it."""
    UNIDENTIFIED = "unidentified"
    """It stayed unclear whose data are meant (GDPR article 12(2) with 11(2))."""
    NOT_APPLICABLE = "not_applicable"
    """There was nothing to do: no data of this person, or no such request."""


class MailKind(StrEnum):
    """To whom a mail about a request goes."""

    OWNER = "owner"
    """The organisation."""
    SENDER = "sender"
    """Who made the request, to prove the address."""


@dataclass(frozen=True, slots=True)
class Closing:
    """How a request ended, and when."""

    outcome: Outcome
    on: date
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StoredRequest:
    """A request, and what has become of it."""

    request: RightsRequest
    address_confirmed_at: datetime | None
    """When the sender followed the link in the mail to them; in UTC."""
    closing: Closing | None
    mails_waiting: int
    """Mails about it that the mail server has not taken yet."""

    def days_left(self, today: date) -> int:
        """How many days there are until an answer is due; below zero when it is late."""
        return (self.request.expected_by - today).days

    @property
    def is_in_time(self) -> bool | None:
        """Whether it was answered in time; nothing while it is open."""
        return self.closing.on <= self.request.expected_by if self.closing else None

    def row(self, today: date) -> dict[str, Any]:
        """Everything about it under one name each, as an export writes it: what is known of the
        request first, then what was posted."""
        request, closing = self.request, self.closing
        ours = {
            "reference": request.reference,
            "right": str(request.request_type),
            "received_at": written_moment(request.received_at),
            "expected_by": request.expected_by.isoformat(),
            "days_left": None if closing else self.days_left(today),
            "address_confirmed_at": self.address_confirmed_at
            and written_moment(self.address_confirmed_at),
            "closed_on": closing and closing.on.isoformat(),
            "outcome": closing and str(closing.outcome),
            "in_time": self.is_in_time,
            "note": closing and closing.note,
        }
        posted = {
            (f"posted_{name}" if name in ours else name): value  # a field that the site added
            for name, value in request.fields.items()
            if name not in _SAID_ALREADY
        }
        return ours | posted


_SAID_ALREADY = frozenset({"reference", "right", "expected_by", "website", "redirect"})
"""Fields that the row has from us, or that say nothing about the request."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many requests ended alike: all that is left of those that were forgotten."""

    month: str
    """Of receipt: `2026-11`."""
    right: str
    outcome: Outcome
    is_in_time: bool
    number: int


@dataclass(frozen=True, slots=True)
class WaitingMail:
    """A mail that the mail server has not taken yet."""

    id: int
    reference: str
    kind: MailKind
    tries: int
    due_at: datetime
    """When it is tried again; in UTC."""
    problem: str | None
    """Why the last try failed, in the words of the mail server."""


def written_moment(moment: datetime) -> str:
    """A moment in UTC as it is stored and told: `2026-11-22T20:00:00Z`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def read_moment(written: str) -> datetime:
    """A moment as `written_moment` writes it."""
    return datetime.strptime(written, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def stored_request(
    reference: str,
    received_at: str,
    expected_by: str,
    fields: str,
    address_confirmed_at: str | None,
    outcome: str | None,
    closed_on: str | None,
    note: str | None,
    mails_waiting: int,
) -> StoredRequest:
    """A request as it stands in a row of the store."""
    request = RightsRequest(
        reference, read_moment(received_at), date.fromisoformat(expected_by), json.loads(fields)
    )
    closing = (
        Closing(Outcome(outcome), date.fromisoformat(closed_on), note)
        if outcome and closed_on
        else None
    )
    confirmed = read_moment(address_confirmed_at) if address_confirmed_at else None
    return StoredRequest(request, confirmed, closing, mails_waiting)


class UnknownReference(LookupError):
    """There is no request with this reference; its message is a sentence."""


class AlreadyClosed(ValueError):
    """The request was closed before; its message is a sentence."""


class WrongDay(ValueError):
    """A request cannot have been closed on that day; its message is a sentence."""


class OtherContent(ValueError):
    """There is a request with this reference that asks something else."""


@dataclass(frozen=True, slots=True)
class Added:
    """A request that is stored."""

    request: RightsRequest
    """As it was stored, by this post or by the first one."""
    is_new: bool
