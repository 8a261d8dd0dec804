"""Rights beside those of the GDPR, and what an organisation adds about any right."""

from __future__ import annotations

from mkdocs_privacy.model.processor import Facts
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import NonEmpty, Term
from mkdocs_privacy.model.text import Markdown, Text


class RightDetails(Record):
    """What the organisation adds about one right."""

    how: Text | None = None
    """How to exercise it, where it differs from the other rights."""
    note: Markdown | None = None
    """What somebody gets, or should know beforehand."""
    deadline: Term | None = None
    """When an answer comes, where it is sooner than for the other rights."""


class FurtherRight(Record):
    """A right that another law than the GDPR gives, or that the organisation itself offers.

    Shipped are directives for after death (French Act 78-17, article 85), the opt-out of sale and
    sharing and the ban on retaliation (California Civil Code, sections 1798.120 and 1798.125), and
    the appeal against a refusal (in several states of the United States).
    """

    use: NonEmpty | None = None
    """Id in the shipped catalogue. What you write yourself replaces what it says."""
    title: Text
    """What it is called."""
    explained: Text
    """What it lets people do, in one or two sentences."""
    law: Text | None = None
    """The law that gives it."""
    how: Text | None = None
    """How to exercise it, where it differs from the other rights."""
    deadline: Term | None = None
    """When an answer comes, where that differs from the other rights."""
    by_request: bool = True
    """Whether people make a request for it, with a form; `false` for a right that needs none."""
    checks_identity: bool = True
    """Whether you check who makes the request; `false` where its law forbids that, as for the
    opt-out of sale and sharing in California."""
    facts: Facts | None = None
    """Source and date of the shipped facts; the catalogue fills it in."""


TAKEN_ADDRESSES = frozenset({"index", "request", "received", "complaint-to-us"})
"""What stands beside the rights of the GDPR, below `rights/`: no id of a further right."""
