"""One processing activity: what happens, why, on which ground, how long (GDPR 6, 9, 13, 22)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from mkdocs_privacy.findings.rules.contradictions import SOFT_OPT_IN_ELSEWHERE
from mkdocs_privacy.model.app_permission import AppPermission
from mkdocs_privacy.model.audience import OurRole
from mkdocs_privacy.model.decisions import (
    ArtificialIntelligence,
    AssistedDecisions,
    AutomatedDecisions,
)
from mkdocs_privacy.model.legal_basis import (
    CriminalBasis,
    LegalBasis,
    SpecialCondition,
    StatedBasis,
    check_covered,
    check_explained,
    purposes_of_bases,
)
from mkdocs_privacy.model.one_or_more import OneOrMore
from mkdocs_privacy.model.organisation import InternalNotes
from mkdocs_privacy.model.personal_data import StatedSource
from mkdocs_privacy.model.processor import Facts
from mkdocs_privacy.model.recipient import Recipient
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.responsible import Responsible
from mkdocs_privacy.model.retention import Retention, check_named
from mkdocs_privacy.model.scalars import AudienceId, NonEmpty, PersonalDataId, Slug
from mkdocs_privacy.model.text import Markdown, Text
from mkdocs_privacy.model.violation import violation


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


class Department(Record):
    """People in the organisation who see data because they need it for their work (GDPR 29, 32)."""

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

    use: NonEmpty | None = None
    """Id in the shipped catalogue; what you write yourself goes before what it says."""
    title: Text
    """What it is called, in a few words: orders, newsletter, visitor statistics."""
    summary: Text | None = None
    """What happens, in one sentence for a hurried reader."""
    description: Markdown | None = None
    """More about it, where the other fields do not say it all."""
    audiences: tuple[AudienceId, ...] = Field(min_length=1)
    """Whom it concerns."""
    our_role: OurRole | None = None
    """Our legal role in this activity, where it differs from what its audiences say: the same
    person may be our customer in one activity, and a customer of our customer in another (GDPR
    articles 4(7), 4(8) and 28)."""
    responsible: Responsible | None = None
    """Where we are a processor in this activity: who is responsible, if its audiences do
    not say."""
    purposes: tuple[Text, ...] = Field(min_length=1)
    """Why the data is used; each purpose completes “We use your data to …”. Leave this out
    where each of several legal bases names its own purposes."""
    direct_marketing: bool | None = None
    """Whether a purpose is direct marketing: the right to object is then absolute."""
    personal_data: tuple[PersonalDataId, ...] = Field(min_length=1)
    """Which personal data."""
    not_identifiable: Text | None = None
    """Why we cannot identify anybody in this data, where we can show that (GDPR article 11). The
    rights of articles 15 to 20 then wait for information with which somebody can be identified."""
    sources: Annotated[tuple[StatedSource, ...], OneOrMore()] = Field(default=(), alias="source")
    """Where the data comes from, where it differs from what its category says. Write several as a
    list, each with the `personal_data` that comes from it."""
    origin: Text | None = None
    """Which third party or public source it comes from. Where there are several sources, each may
    name its own."""
    publicly_accessible: bool | None = None
    """Whether that source is open to the public."""
    legal_bases: Annotated[tuple[StatedBasis, ...], OneOrMore()] = Field(
        default=(), alias="legal_basis"
    )
    """The legal basis (GDPR article 6(1)); where we are a processor, it is that of the
    controller. Write several as a list, each with the `purposes` or `personal_data` it covers."""
    law: Text | None = None
    """The law that obliges us, or that gives us a public task. Where there are several legal bases,
    each may name its own."""
    interest: Text | None = None
    """The legitimate interest; it completes “our legitimate interest: …”."""
    withdraw: Text | None = None
    """How consent is withdrawn."""
    special_bases: Annotated[tuple[SpecialCondition, ...], OneOrMore()] = Field(
        default=(), alias="special_basis"
    )
    """The condition of GDPR article 9(2), where special categories are used. Write several as a
    list, each with the `personal_data` that it covers."""
    criminal_basis: CriminalBasis | None = None
    """Why data on criminal convictions and offences may be used (GDPR article 10)."""
    offered_to_children: bool | None = None
    """Whether it is an online service that is offered directly to children on the basis of their
    consent (GDPR article 8). The pages then give the age of consent in each country you address,
    where the catalogue knows it."""
    permissions: tuple[AppPermission, ...] = ()
    """What an app asks a device for in this activity: camera, contacts, location …"""
    requirement: Requirement | None = None
    """Whether somebody must give the data."""
    if_not_given: Text | None = None
    """What happens if they do not."""
    retention: Annotated[tuple[Retention, ...], OneOrMore()] = ()
    """How long the data is kept. Write several stages, or kinds of data, as a list."""
    processors: tuple[Recipient, ...] | None = None
    """Who receives the data; `[]` says that nobody does. Without this key, nothing is stated."""
    departments: dict[Slug, Department] = Field(default_factory=dict)
    """Who in the organisation sees the data, where that is useful to know."""
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
    assisted_decisions: AssistedDecisions | None = None
    """Decisions that a person makes with a machine's advice."""
    artificial_intelligence: ArtificialIntelligence | None = None
    """What artificial intelligence is used for, and whether the data trains it."""
    profiling: Text | None = None
    """What is inferred about people, where profiling takes place."""
    facts: Facts | None = None
    """Source and date of the facts; the catalogue fills it in, unless you write your own."""
    internal: ActivityNotes | None = None
    """Notes that never leave the register."""

    @model_validator(mode="before")
    @classmethod
    def _with_purposes(cls, written: Any) -> Any:
        """The purposes are those of the legal bases, where each of these names its own."""
        if not isinstance(written, Mapping) or "purposes" in written:
            return written
        named = purposes_of_bases(written.get("legal_basis"))
        return {**written, "purposes": named} if named else written

    @model_validator(mode="after")
    def _basis_explained(self) -> Self:
        """Law and interest stand with the legal basis that they belong to, where it needs them."""
        bases = tuple(basis.explained_by(self.law, self.interest) for basis in self.legal_bases)
        kinds = {basis.basis for basis in bases}
        check_explained(bases)
        check_named(self.retention)
        check_covered(self.purposes, self.personal_data, bases, self.special_bases, self.sources)
        if LegalBasis.SOFT_OPT_IN in kinds and self.direct_marketing is False:
            raise violation(
                SOFT_OPT_IN_ELSEWHERE,
                "`soft_opt_in` is only for direct marketing (ePrivacy Directive, article 13(2)): "
                "write `direct_marketing: true`, or another legal basis",
            )
        if bases == self.legal_bases:
            return self
        return self.model_copy(
            update={
                "legal_bases": bases,
                "law": None if any(kind.has_law for kind in kinds) else self.law,
                "interest": None if LegalBasis.LEGITIMATE_INTERESTS in kinds else self.interest,
            }
        )

    @property
    def purposes_without_basis(self) -> tuple[Text, ...]:
        """The purposes that rest on none of the legal bases, where there are any."""
        if not all(basis.purposes for basis in self.legal_bases):
            return ()
        covered = [purpose for basis in self.legal_bases for purpose in basis.purposes]
        return tuple(one for one in self.purposes if covered and one not in covered)

    @property
    def data_without_basis(self) -> tuple[str, ...]:
        """The data that is used on none of the legal bases, where there are any."""
        if not all(basis.personal_data for basis in self.legal_bases):
            return ()
        covered = {id for basis in self.legal_bases for id in basis.personal_data}
        return tuple(id for id in self.personal_data if covered and id not in covered)

    @property
    def asks_children(self) -> bool:
        """Whether children are asked for consent: only then is there an age for it (article 8)."""
        is_asked = any(basis.basis is LegalBasis.CONSENT for basis in self.legal_bases)
        return bool(self.offered_to_children and is_asked)

    @property
    def is_direct_marketing(self) -> bool | None:
        """Whether a purpose is direct marketing, where that is stated or follows from the basis."""
        if any(basis.basis is LegalBasis.SOFT_OPT_IN for basis in self.legal_bases):
            return True
        return self.direct_marketing
