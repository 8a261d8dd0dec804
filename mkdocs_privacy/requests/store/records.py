"""Requests as they are kept: how they stand, what was done about them, and how they ended."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import RowMapping

from mkdocs_privacy.requests.extension import Extension, ExtensionReason
from mkdocs_privacy.requests.outcome import Decision, Ground, Outcome
from mkdocs_privacy.requests.request import Channel, RightsRequest
from mkdocs_privacy.requests.store.tables import read_moment, written_moment

LINK_LIVES = timedelta(days=30)
"""For how long a link to a request works: before its address is proven, and after it is closed."""


class StatusFilter(StrEnum):
    """Which requests are meant."""

    OPEN = "open"
    CLOSED = "closed"
    ALL = "all"


class MailKind(StrEnum):
    """What a mail about a request is for, and so to whom it goes."""

    OWNER = "owner"
    """Tells the organisation of a new request."""
    SENDER = "sender"
    """Confirms it to who made the request, with a link that proves the address."""
    EXTENSION = "extension"
    """Tells who made the request that the answer takes longer."""
    REMINDER = "reminder"
    """Tells the organisation that an answer is due soon."""

    @property
    def is_for_the_organisation(self) -> bool:
        """Whether it goes to the organisation, which never is unreachable for good."""
        return self in (MailKind.OWNER, MailKind.REMINDER)


class EntryKind(StrEnum):
    """What an entry in the account of a request tells."""

    ADDED = "added"
    """It was written down by hand."""
    CONFIRMED = "confirmed"
    """The person followed the link that proves the address."""
    ASSIGNED = "assigned"
    """Somebody deals with it; nobody does any more where no name is given."""
    NOTE = "note"
    IDENTITY = "identity"
    """Which evidence of identity was seen; never the evidence itself (GDPR article 5(1)(c))."""
    ACTION = "action"
    """What was done to carry it out."""
    EXTENDED = "extended"
    CLOSED = "closed"
    REOPENED = "reopened"
    MAILED = "mailed"
    """The mail server took a mail."""
    NOT_MAILED = "not_mailed"
    """A mail to the person was given up: the mail server refused it."""


@dataclass(frozen=True, slots=True)
class Signature:
    """When something was done, and by whom."""

    at: datetime
    """In UTC."""
    by: str | None = None
    """Nobody where the receiver did it by itself."""


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """One line in the account of a request, which only grows."""

    kind: EntryKind
    signature: Signature
    words: str | None = None


@dataclass(frozen=True, slots=True)
class StoredRequest:
    """A request, and what has become of it."""

    request: RightsRequest
    channel: Channel = Channel.FORM
    address_confirmed_at: datetime | None = None
    """When the person followed the link in the mail to them; in UTC."""
    assignee: str | None = None
    """Who deals with it."""
    extension: Extension | None = None
    decision: Decision | None = None
    """How it ended; nothing while it is open."""
    mails_waiting: int = 0
    """Mails about it that the mail server has not taken yet; none while it is closed."""

    @property
    def is_unproven(self) -> bool:
        """Whether nothing but a form says whose the e-mail address is."""
        is_known = self.address_confirmed_at or self.channel is not Channel.FORM
        return bool(self.request.email) and not is_known

    @property
    def due(self) -> date:
        """The last day on which an answer is in time."""
        return self.extension.until if self.extension else self.request.expected_by

    def days_left(self, today: date) -> int:
        """How many days there are until an answer is due; below zero when it is late."""
        return (self.due - today).days

    @property
    def is_in_time(self) -> bool | None:
        """Whether it was answered in time; nothing while it is open."""
        return self.decision.on <= self.due if self.decision else None

    @property
    def days_taken(self) -> int | None:
        """How many days after receipt it was answered; nothing while it is open."""
        if self.decision is None:
            return None
        return (self.decision.on - self.request.received_at.date()).days

    def has_live_link(self, now: datetime) -> bool:
        """Whether a link in a mail about it still works."""
        if self.decision:
            return now.date() <= self.decision.on + LINK_LIVES
        return bool(self.address_confirmed_at) or now <= self.request.received_at + LINK_LIVES

    def row(self, today: date) -> dict[str, Any]:
        """Everything about it under one name each, as an export writes it: what is known of the
        request first, then what was posted."""
        request, extension, decision = self.request, self.extension, self.decision
        ours = {
            "reference": request.reference,
            "right": str(request.request_type),
            "channel": str(self.channel),
            "received_at": written_moment(request.received_at),
            "expected_by": request.expected_by.isoformat(),
            "extended_until": extension and extension.until.isoformat(),
            "extension_reason": extension and str(extension.reason),
            "days_left": None if decision else self.days_left(today),
            "assignee": self.assignee,
            "address_confirmed_at": self.address_confirmed_at
            and written_moment(self.address_confirmed_at),
            "closed_on": decision and decision.on.isoformat(),
            "outcome": decision and str(decision.outcome),
            "ground": decision and decision.ground and str(decision.ground),
            "explanation": decision and decision.explanation,
            "in_time": self.is_in_time,
            "note": decision and decision.note,
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

    @property
    def identity(self) -> tuple[int, str, MailKind]:
        """What tells it from every other mail: its number may be given to another one after it."""
        return self.id, self.reference, self.kind


@dataclass(frozen=True, slots=True)
class Added:
    """A request that is stored."""

    request: RightsRequest
    """As it was stored, by this post or by the first one."""
    is_new: bool


class UnknownReference(LookupError):
    """There is no request with this reference; its message is a sentence."""


class NotPossible(ValueError):
    """What somebody wants to do with a request cannot be; its message is a sentence."""


class OtherContent(ValueError):
    """There is a request with this reference that asks something else."""


def stored_request(row: RowMapping) -> StoredRequest:
    """A request as it stands in a row of the table, with `mails_waiting`."""
    extension = row["extended_until"] and Extension(
        date.fromisoformat(row["extended_until"]),
        ExtensionReason(row["extension_reason"]),
        date.fromisoformat(row["extension_told_on"]),
        row["extension_explanation"],
    )
    decision = row["closed_on"] and Decision(
        Outcome(row["outcome"]),
        date.fromisoformat(row["closed_on"]),
        Ground(row["ground"]) if row["ground"] else None,
        row["explanation"],
        row["note"],
    )
    return StoredRequest(
        RightsRequest(
            row["reference"],
            read_moment(row["received_at"]),
            date.fromisoformat(row["expected_by"]),
            json.loads(row["fields"]),
        ),
        Channel(row["channel"]),
        read_moment(row["address_confirmed_at"]) if row["address_confirmed_at"] else None,
        row["assignee"],
        extension or None,
        decision or None,
        row["mails_waiting"],
    )
