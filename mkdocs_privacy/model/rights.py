"""The rights of the people concerned, and which of them apply when (GDPR chapter III)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from pydantic import Field, ValidationError, model_validator

from mkdocs_privacy.findings.rules.forms import RESERVED_NAME, TAKEN_RIGHT
from mkdocs_privacy.model.activity import Activity, LegalBasis, SpecialBasis
from mkdocs_privacy.model.complaints import ComplaintPolicy
from mkdocs_privacy.model.further_right import TAKEN_ADDRESSES, FurtherRight, RightDetails
from mkdocs_privacy.model.personal_data import DataSource
from mkdocs_privacy.model.record import Record
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
    """When an answer comes: one month by law, or sooner (GDPR article 12(3))."""
    extension: Term = "P2M"
    """By how much that may be extended for complex requests: two months by law."""
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
                "request forms use the name ‘{name}’ themselves: choose another id",
            ),
            *taken_ids(
                "further",
                self.further,
                {*Right, *TAKEN_ADDRESSES},
                TAKEN_RIGHT,
                "a page of the rights has the address ‘{name}’ already: choose another id",
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


class Verdict(StrEnum):
    """Whether a right applies to an activity."""

    APPLIES = "applies"
    CONDITIONAL = "conditional"
    DOES_NOT_APPLY = "does_not_apply"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Applicability:
    """A verdict, and its reason: the end of a message id, `applicability.<reason>`."""

    verdict: Verdict
    reason: str


def applicability(
    right: Right, activity: Activity, sources: tuple[DataSource, ...]
) -> Applicability:
    """Whether `right` applies to `activity` whose data comes from `sources`, and why (not).

    Derived from the legal basis: GDPR articles 7(3), 15-18 and 20-22.
    """
    verdict, reason = _VERDICTS[right](activity, sources)
    return Applicability(Verdict(verdict), reason)


def _always(activity: Activity, sources: tuple[DataSource, ...]) -> tuple[Verdict, str]:
    return Verdict.APPLIES, "always"


def _erasure(activity: Activity, sources: tuple[DataSource, ...]) -> tuple[Verdict, str]:
    match activity.legal_basis:
        case LegalBasis.CONSENT:
            return Verdict.APPLIES, "erasure.consent"
        case LegalBasis.LEGAL_OBLIGATION | LegalBasis.PUBLIC_TASK:
            # article 17(3)(b) stands in the way only as far as the duty or the task goes
            return Verdict.CONDITIONAL, f"erasure.{activity.legal_basis}"
        case LegalBasis.LEGITIMATE_INTERESTS:
            return Verdict.CONDITIONAL, "erasure.legitimate_interests"
        case None:
            return Verdict.UNKNOWN, "basis_unstated"
        case _:
            return Verdict.CONDITIONAL, "erasure.no_longer_needed"


def _restriction(activity: Activity, sources: tuple[DataSource, ...]) -> tuple[Verdict, str]:
    return Verdict.CONDITIONAL, "restriction"


def _portability(activity: Activity, sources: tuple[DataSource, ...]) -> tuple[Verdict, str]:
    explicit = activity.special_basis is SpecialBasis.EXPLICIT_CONSENT
    if activity.legal_basis is None and not explicit:
        return Verdict.UNKNOWN, "basis_unstated"
    if activity.legal_basis not in (LegalBasis.CONSENT, LegalBasis.CONTRACT) and not explicit:
        return Verdict.DOES_NOT_APPLY, "portability.basis"
    if not activity.automated_means:
        return Verdict.DOES_NOT_APPLY, "portability.paper"
    # what somebody does is provided by them too, what we infer or were told is not (WP242)
    if {DataSource.PERSON, DataSource.AUTOMATIC}.intersection(sources):
        return Verdict.APPLIES, "portability.yes"
    if {DataSource.PARENT, DataSource.REPRESENTATIVE}.intersection(sources):
        return Verdict.APPLIES, "portability.represented"
    return Verdict.DOES_NOT_APPLY, "portability.source"


def _objection(activity: Activity, sources: tuple[DataSource, ...]) -> tuple[Verdict, str]:
    match activity.legal_basis:
        case LegalBasis.LEGITIMATE_INTERESTS | LegalBasis.PUBLIC_TASK:
            return Verdict.APPLIES, f"objection.{activity.legal_basis}"
        case LegalBasis.CONSENT:
            return Verdict.DOES_NOT_APPLY, "objection.consent"
        case None:
            return Verdict.UNKNOWN, "basis_unstated"
        case _:
            return Verdict.DOES_NOT_APPLY, "objection.basis"


def _direct_marketing(activity: Activity, sources: tuple[DataSource, ...]) -> tuple[Verdict, str]:
    if activity.direct_marketing is None:
        return Verdict.UNKNOWN, "direct_marketing.unstated"
    if activity.direct_marketing:
        return Verdict.APPLIES, "direct_marketing.yes"
    return Verdict.DOES_NOT_APPLY, "direct_marketing.no"


def _automated_decisions(
    activity: Activity, sources: tuple[DataSource, ...]
) -> tuple[Verdict, str]:
    if activity.automated_decisions == "none":
        return Verdict.DOES_NOT_APPLY, "automated_decisions.no"
    if activity.automated_decisions is None:
        return Verdict.UNKNOWN, "automated_decisions.unstated"
    return Verdict.APPLIES, "automated_decisions.yes"


def _withdraw_consent(activity: Activity, sources: tuple[DataSource, ...]) -> tuple[Verdict, str]:
    if (
        activity.legal_basis is LegalBasis.CONSENT
        or activity.special_basis is SpecialBasis.EXPLICIT_CONSENT
    ):
        return Verdict.APPLIES, "withdraw_consent.yes"
    if activity.legal_basis is None:
        return Verdict.UNKNOWN, "basis_unstated"
    return Verdict.DOES_NOT_APPLY, "withdraw_consent.no"


_VERDICTS = {
    Right.ACCESS: _always,
    Right.RECTIFICATION: _always,
    Right.ERASURE: _erasure,
    Right.RESTRICTION: _restriction,
    Right.PORTABILITY: _portability,
    Right.OBJECTION: _objection,
    Right.DIRECT_MARKETING: _direct_marketing,
    Right.AUTOMATED_DECISIONS: _automated_decisions,
    Right.WITHDRAW_CONSENT: _withdraw_consent,
    Right.COMPLAINT: _always,
}
