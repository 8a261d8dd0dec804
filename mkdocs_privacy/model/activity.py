"""One processing activity: what happens, why, on which ground, how long (GDPR 6, 9, 13, 22)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from mkdocs_privacy.findings.rules.entries import INTEREST_MISSING, LAW_MISSING, RETENTION_UNSTATED
from mkdocs_privacy.model.app_permission import AppPermission
from mkdocs_privacy.model.audience import OurRole
from mkdocs_privacy.model.organisation import InternalNotes
from mkdocs_privacy.model.personal_data import DataSource
from mkdocs_privacy.model.recipient import Recipient
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.responsible import Responsible
from mkdocs_privacy.model.scalars import AudienceId, NonEmpty, Period, PersonalDataId, Slug
from mkdocs_privacy.model.text import Markdown, Text
from mkdocs_privacy.model.violation import violation


class LegalBasis(StrEnum):
    """The six legal bases of GDPR article 6(1)."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal_obligation"
    VITAL_INTERESTS = "vital_interests"
    PUBLIC_TASK = "public_task"
    LEGITIMATE_INTERESTS = "legitimate_interests"


class SpecialBasis(StrEnum):
    """The conditions of GDPR article 9(2), (a) to (j), for using special categories."""

    EXPLICIT_CONSENT = "explicit_consent"
    EMPLOYMENT_LAW = "employment_law"
    VITAL_INTERESTS = "vital_interests"
    FOUNDATION = "foundation"
    MADE_PUBLIC = "made_public"
    LEGAL_CLAIMS = "legal_claims"
    SUBSTANTIAL_PUBLIC_INTEREST = "substantial_public_interest"
    HEALTH_CARE = "health_care"
    PUBLIC_HEALTH = "public_health"
    RESEARCH = "research"


class Requirement(StrEnum):
    """Whether somebody must give the data (GDPR article 13(2)(e))."""

    STATUTORY = "statutory"
    """A law demands it."""
    CONTRACTUAL = "contractual"
    """A contract demands it."""
    NECESSARY_FOR_CONTRACT = "necessary_for_contract"
    """Without it the contract cannot be entered into."""
    VOLUNTARY = "voluntary"
    """Nobody is obliged to give it."""


class Afterwards(StrEnum):
    """What happens to the data when its time is over."""

    DELETE = "delete"
    ANONYMISE = "anonymise"
    RETURN = "return"


class Retention(Record):
    """How long data is kept (GDPR article 13(2)(a)): a period, or the criteria that decide it."""

    period: Period | None = None
    """How long, as an ISO 8601 period: P7Y, P13M, P30D."""
    start: Text | None = Field(default=None, alias="from")
    """The event from which the period counts: after the last order, after the financial year …"""
    law: Text | None = None
    """The law that sets the period."""
    criteria: Text | None = None
    """What decides how long, where no period can be given."""
    afterwards: Afterwards | None = None
    """What happens then: `delete`, `anonymise` or `return`."""

    @model_validator(mode="after")
    def _stated(self) -> Self:
        if not (self.period or self.criteria):
            raise violation(
                RETENTION_UNSTATED,
                "say how long: a `period` (P7Y) or the `criteria` that decide it",
            )
        return self


class AutomatedDecisions(Record):
    """Decisions made by automated means alone (GDPR articles 13(2)(f) and 22)."""

    logic: Text
    """How the decision is reached, in words that a person can follow."""
    effect: Text
    """What it means for the person."""
    review: Text | None = None
    """How to have a human look at it again."""


class Department(Record):
    """People in the organisation who see data because their work asks it (GDPR articles 29, 32)."""

    title: Text
    """What the department or the team is called: the reception, the leaders of a group …"""
    personal_data: tuple[PersonalDataId, ...] = ()
    """Which data of the activity they see, where that is not all of it."""
    tasks: Text | None = None
    """What they do with it."""


class ActivityNotes(InternalNotes):
    """Notes on an activity for the register of article 30; they never reach the site."""

    impact_assessment: NonEmpty | None = None
    """The impact assessment (GDPR article 35): where it is, or why none is needed."""
    balancing_test: NonEmpty | None = None
    """The weighing of a legitimate interest: where it is, and its date."""
    owner: NonEmpty | None = None
    """Who in the organisation answers for this activity."""


class Activity(Record):
    """One processing activity."""

    title: Text
    """What it is called, in a few words: orders, newsletter, visitor statistics."""
    summary: Text | None = None
    """What happens, in one sentence for a hurried reader."""
    description: Markdown | None = None
    """More about it, where the other fields do not say it all."""
    audiences: tuple[AudienceId, ...] = Field(min_length=1)
    """Whom it concerns."""
    our_role: OurRole | None = None
    """What we legally are in this activity, where that is not what its audiences say: somebody may
    be a customer in one activity, and somebody else's customer in another (GDPR articles 4(7), 4(8)
    and 28)."""
    responsible: Responsible | None = None
    """Where we are a processor in this activity: who is responsible, if its audiences do
    not say."""
    purposes: tuple[Text, ...] = Field(min_length=1)
    """Why the data is used; each purpose completes “We use your data to …”."""
    direct_marketing: bool | None = None
    """Whether a purpose is direct marketing: the right to object is then absolute."""
    personal_data: tuple[PersonalDataId, ...] = Field(min_length=1)
    """Which personal data."""
    source: DataSource | None = None
    """Where the data comes from, where it differs from what its category says."""
    origin: Text | None = None
    """Which third party or public source it comes from."""
    publicly_accessible: bool | None = None
    """Whether that source is open to the public."""
    legal_basis: LegalBasis | None = None
    """The legal basis (GDPR article 6(1)); where we are a processor, the responsible one has it."""
    law: Text | None = None
    """The law that obliges us, or that gives us a public task."""
    interest: Text | None = None
    """The legitimate interest; it completes “our legitimate interest: …”."""
    withdraw: Text | None = None
    """How consent is withdrawn."""
    special_basis: SpecialBasis | None = None
    """The condition of GDPR article 9(2), where special categories are used."""
    offered_to_children: bool | None = None
    """Whether it is an online service that is offered directly to children, who consent to it
    (GDPR article 8): the age of each country you address is then told."""
    permissions: tuple[AppPermission, ...] = ()
    """What an app asks a device for in this activity: camera, contacts, location …"""
    requirement: Requirement | None = None
    """Whether somebody must give the data."""
    if_not_given: Text | None = None
    """What happens if they do not."""
    retention: Retention | None = None
    """How long the data is kept."""
    processors: tuple[Recipient, ...] | None = None
    """Who receives the data; `[]` says that nobody does, leaving the key out says nothing."""
    departments: dict[Slug, Department] = Field(default_factory=dict)
    """Who in the organisation sees the data, where that is worth saying."""
    automated_means: bool = True
    """Whether it is done with computers: portability needs that (GDPR article 20(1)(b))."""
    automated_decisions: (
        Annotated[
            Annotated[Literal["none"], Tag("none")]
            | Annotated[AutomatedDecisions, Tag("decisions")],
            Discriminator(lambda written: "none" if written == "none" else "decisions"),
        ]
        | None
    ) = None
    """Decisions made by automated means alone, or `none`."""
    profiling: Text | None = None
    """What is inferred about people, where profiling takes place."""
    internal: ActivityNotes | None = None
    """Notes that never leave the register."""

    @model_validator(mode="after")
    def _basis_explained(self) -> Self:
        if self.legal_basis is LegalBasis.LEGITIMATE_INTERESTS and not self.interest:
            raise violation(
                INTEREST_MISSING,
                "state the legitimate interest in `interest` (GDPR article 13(1)(d))",
            )
        if self.legal_basis is LegalBasis.LEGAL_OBLIGATION and not self.law:
            raise violation(
                LAW_MISSING, "name the law that obliges you in `law` (GDPR article 6(3))"
            )
        return self
