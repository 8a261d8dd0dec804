"""Complaints to the organisation itself; those to an authority are a right (GDPR article 77)."""

from __future__ import annotations

from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import Term


class ComplaintPolicy(Record):
    """How the organisation deals with complaints to itself about its use of personal data.

    The United Kingdom demands that there is a way to complain, such as a form, an acknowledgement
    within 30 days, and an outcome without undue delay (Data Protection Act 2018, section 164A, in
    force since 19 June 2026).
    """

    acknowledgement: Term = "P30D"
    """Within which time receipt is acknowledged: at most 30 days in the United Kingdom."""
    deadline: Term | None = None
    """When the outcome is told at the latest; without it that is “without undue delay”."""

    @property
    def due(self) -> Term:
        """What must happen next has this long: the outcome if that is promised, else the
        acknowledgement."""
        return self.deadline or self.acknowledgement
