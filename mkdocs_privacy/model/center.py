"""Everything that the organisation declares, as one object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from mkdocs_privacy.findings.rules.entries import MIXED_ROLES
from mkdocs_privacy.model.activity import Activity
from mkdocs_privacy.model.audience import Audience, OurRole
from mkdocs_privacy.model.changes import ChangePolicy
from mkdocs_privacy.model.cookies import ConsentChoice, CookieService
from mkdocs_privacy.model.organisation import JointController, Organisation
from mkdocs_privacy.model.personal_data import DataSource, PersonalData
from mkdocs_privacy.model.processor import Processor
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.rights import Applicability, Right, RightsPolicy, applicability
from mkdocs_privacy.model.scalars import Slug
from mkdocs_privacy.model.section import Measure, Notice, Section
from mkdocs_privacy.model.text import Text
from mkdocs_privacy.model.violation import violation


class PrivacyCenter(Record):
    """A privacy center: one top-level key for each kind of thing, entries by id."""

    organisation: Organisation
    """Who is responsible."""
    notice: Notice = Notice()
    """What stands at the head of the privacy center."""
    audiences: dict[Slug, Audience] = Field(min_length=1)
    """Whom the processing concerns."""
    personal_data: dict[Slug, PersonalData] = Field(default_factory=dict)
    """Categories of personal data; common ones (name, email, order …) are shipped."""
    activities: dict[Slug, Activity] = Field(min_length=1)
    """What happens with personal data, and why."""
    processors: dict[Slug, Processor] = Field(default_factory=dict)
    """Who receives personal data."""
    cookies: dict[Slug, CookieService] | None = None
    """What is stored or read on devices; `{}` says that nothing is."""
    consent: ConsentChoice | None = None
    """How visitors choose which cookies they accept."""
    rights: RightsPolicy = RightsPolicy()
    """How requests are dealt with."""
    measures: dict[Slug, Measure] = Field(default_factory=dict)
    """How data is protected."""
    sections: dict[Slug, Section] = Field(default_factory=dict)
    """Free text."""
    changes: ChangePolicy = ChangePolicy()
    """How changes of the policy are made known."""

    @model_validator(mode="after")
    def _one_role_for_each_activity(self) -> Self:
        mixed = [
            InitErrorDetails(
                type=violation(
                    MIXED_ROLES,
                    "for some of these audiences we are controller, for others processor: "
                    "make two activities of it",
                ),
                loc=("activities", id, "audiences"),
                input=activity.audiences,
            )
            for id, activity in self.activities.items()
            if len(self._roles(activity)) > 1
        ]
        if mixed:
            raise ValidationError.from_exception_data(type(self).__name__, mixed)
        return self

    @property
    def takes_complaints(self) -> bool:
        """Whether people can complain to the organisation itself with a form of its own.

        So it is where the data says `complaints:`, and under the law of the United Kingdom (Data
        Protection Act 2018, section 164A). Who is only a processor answers nobody.
        """
        is_controller = any(audience.is_ours for audience in self.audiences.values())
        return is_controller and (self.rights.complaints is not None or self._is_british)

    @property
    def _is_british(self) -> bool:
        """Whether the organisation is in the United Kingdom, addresses people there, or is under
        its authority (UK GDPR article 3)."""
        authority = self.organisation.supervisory_authority
        is_supervised = authority is not None and authority.use == "GB"
        return is_supervised or "GB" in self.organisation.countries

    def _roles(self, activity: Activity) -> set[OurRole]:
        known = (self.audiences.get(id) for id in activity.audiences)
        return {audience.our_role for audience in known if audience}

    def is_on_behalf_of_others(self, activity: Activity) -> bool:
        """Whether the organisation carries out this activity as somebody's processor."""
        return not self.audiences[activity.audiences[0]].is_ours

    def responsible_for(self, activity: Activity) -> tuple[Text, ...]:
        """Who is responsible for an activity carried out on behalf of others, each once."""
        named: list[Text] = []
        for id in activity.audiences:
            text = self.audiences[id].responsible
            if text and text not in named:
                named.append(text)
        return tuple(named)

    def joint_controllers_of(self, id: str) -> tuple[JointController, ...]:
        """Who decides with the organisation on an activity (GDPR article 26)."""
        joint = self.organisation.joint_controllers.values()
        return tuple(
            controller
            for controller in joint
            if not controller.activities or id in controller.activities
        )

    def sources(self, activity: Activity) -> tuple[DataSource, ...]:
        """Where the data of an activity comes from, each source once, in order of appearance."""
        if activity.source:
            return (activity.source,)
        return tuple(dict.fromkeys(self.personal_data[id].source for id in activity.personal_data))

    def applicability(self, right: Right, activity: Activity) -> Applicability:
        """Whether a right applies to an activity, and why (not)."""
        return applicability(right, activity, self.sources(activity))

    def activities_of(self, audience: str) -> Iterator[tuple[str, Activity]]:
        """The activities that concern an audience, with their ids."""
        return (
            (id, activity)
            for id, activity in self.activities.items()
            if audience in activity.audiences
        )
