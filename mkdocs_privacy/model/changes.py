"""How changes of the policy are made known (GDPR articles 12(1), 13(3) and 28(2))."""

from __future__ import annotations

from pydantic import field_validator

from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import Period, check_delay
from mkdocs_privacy.model.text import Text


class ChangePolicy(Record):
    """What the organisation promises about changes of its policy."""

    how: Text | None = None
    """How people are told of a change: by e-mail, on this page …"""
    notice_period: Period | None = None
    """How long before it takes effect an important change is announced, at least."""
    objection_period: Period | None = None
    """How long a customer may object to a new sub-processor, counted from its announcement."""
    objection: Text | None = None
    """How to object, and what happens then."""

    @field_validator("notice_period", "objection_period")
    @classmethod
    def _is_awaited(cls, written: str | None) -> str | None:
        return check_delay(written) if written else written
