"""From which age a child can consent alone to an online service (GDPR article 8)."""

from __future__ import annotations

from mkdocs_privacy.model import Facts, Record


class ChildConsent(Record):
    """What the law of one country says of the consent of children (GDPR article 8)."""

    age: int
    """From which age a child can consent alone."""
    jointly: bool = False
    """Whether below it the child and a parent consent together."""
    facts: Facts
    """Where this was read."""
