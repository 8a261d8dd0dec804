"""How long personal data is kept, in one stage or several (GDPR articles 5(1)(e) and 13(2)(a))."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from mkdocs_privacy.findings.rules.entries import RETENTION_UNSTATED
from mkdocs_privacy.findings.rules.retention import (
    MINIMUM_TOO_LONG,
    PERIOD_TWICE,
    RETENTION_GROUNDS,
    STAGE_UNNAMED,
)
from mkdocs_privacy.model.period import about_days
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import Period
from mkdocs_privacy.model.text import Text
from mkdocs_privacy.model.violation import violation


class Afterwards(StrEnum):
    """What happens to the data when its time is over."""

    DELETE = "delete"
    ANONYMISE = "anonymise"
    RETURN = "return"
    ARCHIVE = "archive"


TERM_GROUNDS = ("law", "limitation", "recommendation", "our_choice")
"""The fields of which one can say what sets a period, in the order in which they bind."""


class Retention(Record):
    """How long data is kept (GDPR article 13(2)(a)): a period, an end, or what decides it.

    Give at most one reason for the period: a law, a limitation period, a recommendation or your own
    choice.
    """

    what: Text | None = None
    """What this entry is about, where there are several: invoices, data in use, backups, candidates
    whom we interview."""
    period: Period | None = None
    """How long, as an ISO 8601 period: P7Y, P13M, P30D."""
    minimum: Period | None = None
    """The shortest time, where the data may be kept longer."""
    maximum: Period | None = None
    """The longest time, where the data may go sooner: up to five years, a year at the latest."""
    start: Text | None = Field(default=None, alias="from")
    """The event from which the period counts: after the last order, after the financial year …"""
    until: Text | None = None
    """The event that ends it, as well as the period or instead of it: until your 28th birthday,
    until the vacancy is filled."""
    law: Text | None = None
    """The law that sets the period."""
    limitation: Text | None = None
    """The limitation period for claims on which it is based. It does not oblige anybody to keep
    data."""
    recommendation: Text | None = None
    """The recommendation of an authority that it follows."""
    our_choice: Text | None = None
    """Why we chose it ourselves, where nothing else sets it."""
    criteria: Text | None = None
    """What decides how long, where no period can be given."""
    afterwards: Afterwards | None = None
    """What happens then: `delete`, `anonymise`, `return` or `archive`."""

    @model_validator(mode="after")
    def _stated(self) -> Self:
        if not (self.period or self.minimum or self.maximum or self.until or self.criteria):
            raise violation(
                RETENTION_UNSTATED,
                "say how long: a `period` (P7Y) or the `criteria` that decide it",
            )
        if self.period and self.maximum:
            raise violation(
                PERIOD_TWICE,
                "data is kept for exactly so long or for at most so long: keep `period` or "
                "`maximum`",
            )
        longest = self.maximum or self.period
        if longest and self.minimum and about_days(self.minimum) > about_days(longest):
            raise violation(
                MINIMUM_TOO_LONG,
                f"`minimum` is longer than `{'maximum' if self.maximum else 'period'}`: correct "
                "one of the two",
            )
        if len([name for name in TERM_GROUNDS if getattr(self, name)]) > 1:
            *names, last = (f"`{name}`" for name in TERM_GROUNDS)
            raise violation(
                RETENTION_GROUNDS,
                f"a period has one ground: keep {', '.join(names)} or {last}",
            )
        return self

    @property
    def is_open(self) -> bool:
        """Whether only the shortest time is stated, and nothing says when it ends."""
        return bool(
            self.minimum and not (self.period or self.maximum or self.until or self.criteria)
        )


def check_named(stages: Sequence[Retention]) -> None:
    """Raise where one of several stages does not say what it is about."""
    if len(stages) > 1 and not all(stage.what for stage in stages):
        raise violation(
            STAGE_UNNAMED,
            "`retention` has several entries, so each needs `what`: say what it is about",
        )
