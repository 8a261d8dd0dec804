"""A request that was received: its reference number, how it came in, what it asks."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from mkdocs_privacy.model import RequestType

MADE_BY_SCRIPTS = ("reference", "opened_at", "submitted_at", "expected_by")
"""Fields that the script of the page fills in."""
TECHNICAL_FIELDS = (*MADE_BY_SCRIPTS, "redirect", "website")
"""Fields that say nothing of what is asked: the same request may come again with others."""


@dataclass(frozen=True, slots=True)
class RightsRequest:
    """A request of somebody who exercises a right, as it was accepted."""

    reference: str
    received_at: datetime
    """In UTC, to the second."""
    expected_by: date
    """The last day on which an answer is in time, counted by who received it.

    To a complaint that is the outcome, where the data promises it by a day, and else the
    acknowledgement of receipt: `ComplaintPolicy.due`."""
    fields: Mapping[str, Any]
    """What was posted, by the names of the contract."""

    @property
    def request_type(self) -> RequestType:
        """What it asks for."""
        return RequestType(self.fields["right"])

    @property
    def language(self) -> str:
        """The language in which an answer is wanted."""
        return str(self.fields["language"])

    @property
    def email(self) -> str | None:
        """Where the answer goes; nothing where it goes by post."""
        email = self.fields.get("email")
        return str(email) if email else None

    @property
    def digest(self) -> str:
        """The SHA-256 of what is asked, and by whom: the same for a request that comes twice."""
        asked = {name: value for name, value in self.fields.items() if name not in TECHNICAL_FIELDS}
        canonical = json.dumps(asked, sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(canonical.encode()).hexdigest()


REFERENCE_PATTERN = "^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$"
"""Four groups of Crockford's base 32, which has no letter that looks like another."""
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def make_reference() -> str:
    """A reference number that nobody can guess: 80 random bits, `7K3F-9QXZ-W2M4-6H8T`."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


_LOOK_ALIKES = str.maketrans("OIL", "011")
"""Letters that Crockford's base 32 has not, because they look like digits."""


def read_reference(written: str) -> str:
    """A reference number, or a part of one, as somebody types it: in capitals or not, an O for a
    zero."""
    return written.strip().upper().translate(_LOOK_ALIKES)


class Channel(StrEnum):
    """How a request reached the organisation: any way will do (GDPR article 12(2))."""

    FORM = "form"
    """By a request form of the site."""
    MAIL = "mail"
    """By e-mail."""
    LETTER = "letter"
    TELEPHONE = "telephone"
    COUNTER = "counter"
    """In person, at the counter."""


CHANNELS_BY_HAND = tuple(channel for channel in Channel if channel is not Channel.FORM)
"""How a request reaches somebody who writes it down."""
