"""Where statistics may be kept on a device without consent (ePrivacy Directive, article 5(3))."""

from __future__ import annotations

from enum import StrEnum

from mkdocs_privacy.model import Facts, NonEmpty, Period, Record


class StatisticsRule(StrEnum):
    """What the law of a country asks of statistics that store or read something on a device."""

    CONSENT = "consent"
    """They wait for consent."""
    EXEMPT = "exempt"
    """They need none under conditions."""


class ConsentExemption(Record):
    """What the law of one country says of statistics without consent."""

    law: NonEmpty
    """The provision, in English."""
    statistics: StatisticsRule
    """`consent`, or `exempt` under conditions."""
    conditions: NonEmpty | None = None
    """Under which conditions they need no consent, in English, for a site owner to read."""
    longest: Period | None = None
    """How long what they store may last at most."""
    facts: Facts
    """Where this was read."""
