"""A change: one difference between two releases, in terms of the data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mkdocs_privacy.findings import KeyPath

ENTRIES = {
    "audiences": "audience",
    "personal_data": "personal_data",
    "activities": "activity",
    "processors": "processor",
    "cookies": "cookie",
    "measures": "measure",
    "sections": "section",
}
"""Top-level keys whose entries have an id, and what the table of kinds calls one of them."""


class Topic(StrEnum):
    """What a reader of the changelog cares about, in this order."""

    DATA = "data"
    RECIPIENTS = "recipients"
    RETENTION = "retention"
    COOKIES = "cookies"
    RIGHTS = "rights"
    CONTACT = "contact"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """A kind of change; the table of kinds decides what is material (WP260 rev.01, 29-31)."""

    id: str
    """What changed and how: `processor.added`, `activity.retention.period.lengthened`."""
    topic: Topic
    material: bool
    """Whether people must be told, or whether it is editorial."""
    ground: str
    """Why: the article or guideline."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: its kind, where it stands in the data, and both values."""

    kind: ChangeKind
    path: KeyPath
    """`("processors", "mollie", "country")`, as in the later release; removed: in the earlier."""
    before: Any = None
    after: Any = None

    @property
    def entry(self) -> str | None:
        """The id of the entry that it is about, where there is one."""
        return str(self.path[1]) if self.path[0] in ENTRIES and len(self.path) > 1 else None
