"""The rights of the people concerned, and how requests are dealt with (GDPR chapter III)."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, ValidationError, model_validator

from mkdocs_privacy.findings.rules.forms import RESERVED_NAME, TAKEN_RIGHT
from mkdocs_privacy.model.complaints import ComplaintPolicy
from mkdocs_privacy.model.further_right import TAKEN_ADDRESSES, FurtherRight, RightDetails
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.request_law import RequestLaw, is_sooner, law_of
from mkdocs_privacy.model.requests import RESERVED_NAMES, RequestField, RequestType
from mkdocs_privacy.model.scalars import Slug, Term
from mkdocs_privacy.model.text import Text
from mkdocs_privacy.model.violation import taken_ids


class Right(StrEnum):
    """A right; its value is also the last part of its page's address."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION = "objection"
    DIRECT_MARKETING = "direct-marketing"
    AUTOMATED_DECISIONS = "automated-decisions"
    WITHDRAW_CONSENT = "withdraw-consent"
    COMPLAINT = "complaint"

    @property
    def article(self) -> str:
        """The article of the GDPR that grants it."""
        return _ARTICLES[self]

    @property
    def requested_from_us(self) -> bool:
        """Whether it is exercised with the organisation; a complaint goes to the authority."""
        return self is not Right.COMPLAINT

    @property
    def law(self) -> RequestLaw:
        """What the law says of requests to exercise it; nothing of one that goes to others."""
        return law_of(RequestType(self.value)) if self.requested_from_us else RequestLaw()


_ARTICLES = {
    Right.ACCESS: "15",
    Right.RECTIFICATION: "16",
    Right.ERASURE: "17",
    Right.RESTRICTION: "18",
    Right.PORTABILITY: "20",
    Right.OBJECTION: "21(1)",
    Right.DIRECT_MARKETING: "21(2)",
    Right.AUTOMATED_DECISIONS: "22",
    Right.WITHDRAW_CONSENT: "7(3)",
    Right.COMPLAINT: "77",
}


class RightsPolicy(Record):
    """How the organisation deals with requests (GDPR article 12)."""

    how: Text | None = None
    """How to make a request."""
    identity_check: Text | None = None
    """How identity is checked, and when more is asked (GDPR article 12(6))."""
    deadline: Term = "P1M"
    """When an answer comes: one month by law, or sooner (GDPR article 12(3)). To an objection to
    direct marketing and a withdrawal of consent, which take effect at once, it confirms them."""
    extension: Term = "P2M"
    """By how much the month of the law may be extended, for complex or many requests: two months at
    the most. It is told on forms only where `deadline` is no shorter than that month."""
    answer: Text | None = None
    """In which form the answer comes."""
    record: Text | None = None
    """What is kept about requests that were dealt with."""
    each: dict[Right, RightDetails] = Field(default_factory=dict)
    """What there is to add about single rights."""
    further: dict[Slug, FurtherRight] = Field(default_factory=dict)
    """Rights that other laws give, or you of your own accord, by id: each has a page of its own."""
    complaints: ComplaintPolicy | None = None
    """Complaints to the organisation itself: `{}` offers a form with the usual periods. In the
    United Kingdom it is always there."""
    fields: dict[Slug, RequestField] = Field(default_factory=dict)
    """What the request forms ask beside their own fields; the ids are the names that are posted."""

    @model_validator(mode="after")
    def _names_of_their_own(self) -> Self:
        taken = [
            *taken_ids(
                "fields",
                self.fields,
                RESERVED_NAMES,
                RESERVED_NAME,
                "‘{name}’ is a name that every request form uses: choose another id",
            ),
            *taken_ids(
                "further",
                self.further,
                {*Right, *TAKEN_ADDRESSES},
                TAKEN_RIGHT,
                "‘{name}’ is already the address of a page about rights: choose another id",
            ),
        ]
        if taken:
            raise ValidationError.from_exception_data(type(self).__name__, taken)
        return self

    @property
    def complaint_policy(self) -> ComplaintPolicy:
        """How complaints are dealt with where they are taken: as stated, or as is usual."""
        return self.complaints or ComplaintPolicy()

    def deadline_for(self, request_type: RequestType, further_right: str | None = None) -> Term:
        """When an answer comes to a request; to a complaint, what `ComplaintPolicy.due` says."""
        match request_type:
            case RequestType.COMPLAINT:
                return self.complaint_policy.due
            case RequestType.GENERAL:
                further = self.further.get(further_right or "")
                return (further and further.deadline) or self.deadline
        details = self.each.get(Right(request_type.value))
        return (details and details.deadline) or self.deadline

    def extension_for(self, request_type: RequestType) -> Term | None:
        """By how much the time to answer may be extended, as people are told beforehand.

        The law extends its month: who promises an answer sooner promises no extension of that.
        """
        law = law_of(request_type)
        if law.deadline is None or law.longest_extension is None:
            return None
        return None if is_sooner(self.deadline_for(request_type), law.deadline) else self.extension
