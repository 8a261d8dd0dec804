"""What a request can ask for, and the fields that an organisation adds to its request forms."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from mkdocs_privacy.findings.rules.forms import OPTIONS_MISSING, OPTIONS_UNUSED
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import AudienceId, Slug
from mkdocs_privacy.model.text import Text
from mkdocs_privacy.model.violation import violation


class RequestType(StrEnum):
    """What a request asks for: one of the rights that are exercised with us, or anything else."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION = "objection"
    DIRECT_MARKETING = "direct-marketing"
    AUTOMATED_DECISIONS = "automated-decisions"
    WITHDRAW_CONSENT = "withdraw-consent"
    GENERAL = "general"
    """A question or a request that names no right."""
    COMPLAINT = "complaint-to-us"
    """A complaint to the organisation itself, where it has a form for that; one to an authority is
    the right of GDPR article 77, and is lodged there."""


class FieldKind(StrEnum):
    """How a field of a request form is filled in."""

    TEXT = "text"
    """One line."""
    LONG_TEXT = "long_text"
    """Several lines."""
    CHOICE = "choice"
    """One of the options."""
    CHOICES = "choices"
    """Any number of the options."""

    @property
    def has_options(self) -> bool:
        """Whether it is answered by choosing."""
        return self in (FieldKind.CHOICE, FieldKind.CHOICES)

    @property
    def takes_several(self) -> bool:
        """Whether several values are given at once."""
        return self is FieldKind.CHOICES


class RequestField(Record):
    """A field that the organisation adds to its request forms; never ask more than is needed."""

    label: Text
    """What is asked, such as an order number."""
    hint: Text | None = None
    """Where to find it, or how to write it."""
    kind: FieldKind = FieldKind.TEXT
    """How it is filled in."""
    options: dict[Slug, Text] = Field(default_factory=dict)
    """For `choice` and `choices`: what can be chosen."""
    required: bool = False
    """Whether a request without it is refused."""
    rights: tuple[RequestType, ...] = ()
    """On which forms it stands; on all where none is named."""
    audiences: tuple[AudienceId, ...] = ()
    """Whom it is asked of; everybody where no audience is named."""
    prefill: bool = False
    """Whether a link may fill it in: `?topic=newsletter`. Never for what tells who somebody is:
    addresses end up in logs."""

    @model_validator(mode="after")
    def _options_where_chosen(self) -> Self:
        if self.kind.has_options and not self.options:
            raise violation(
                OPTIONS_MISSING,
                "a field of kind `{kind}` needs `options`, such as "
                "`post: {nl: Per post, fr: Par la poste, en: By post}`",
                {"kind": str(self.kind)},
            )
        if self.options and not self.kind.has_options:
            raise violation(
                OPTIONS_UNUSED,
                "`options` needs `kind: choice` (one of them) or `kind: choices` (several)",
            )
        return self


POSTED_NAMES = frozenset(
    {
        *("schema_version", "right", "article", "language", "audience", "policy_release"),
        *("name", "email", "details", "incorrect", "correct", "ground", "recipient", "activities"),
        *("solution", "earlier_request", "on_behalf_of", "represented"),
        "further_right",
        *("reference", "submitted_at", "expected_by", "opened_at", "redirect", "website"),
    }
)
"""The names of fields that every request may have, in a form or in JSON."""

RESERVED_NAMES = POSTED_NAMES | {"postal_address", "form", "status", "problems", "failure", "words"}
"""The names that no field of a site's own can have: the last would be twice an id on a page."""
