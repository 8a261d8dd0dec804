"""Everything that the organisation declares, as one object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_privacy.model.activity import Activity
from mkdocs_privacy.model.audience import Audience, OurRole
from mkdocs_privacy.model.cookies import ConsentChoice, CookieService
from mkdocs_privacy.model.organisation import Organisation
from mkdocs_privacy.model.personal_data import DataSource, PersonalData
from mkdocs_privacy.model.processor import Processor
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.rights import Applicability, Right, RightsPolicy, applicability
from mkdocs_privacy.model.scalars import Slug
from mkdocs_privacy.model.section import Measure, Notice, Section


class PrivacyCenter(Record):
    """A privacy center: one top-level key for each kind of thing, entries by id."""

    organisation: Organisation
    """Who is responsible."""
    notice: Notice = Notice()
    """What stands at the head of the privacy center."""
    audiences: dict[Slug, Audience] = Field(min_length=1)
    """Whom the processing concerns."""
    personal_data: dict[Slug, PersonalData] = {}
    """Categories of personal data; common ones (name, email, order …) are shipped."""
    activities: dict[Slug, Activity] = Field(min_length=1)
    """What happens with personal data, and why."""
    processors: dict[Slug, Processor] = {}
    """Who receives personal data."""
    cookies: dict[Slug, CookieService] = {}
    """What is stored or read on devices."""
    consent: ConsentChoice | None = None
    """How visitors choose which cookies they accept."""
    rights: RightsPolicy = RightsPolicy()
    """How requests are dealt with."""
    measures: dict[Slug, Measure] = {}
    """How data is protected."""
    sections: dict[Slug, Section] = {}
    """Free text."""

    @model_validator(mode="after")
    def _one_role_for_each_activity(self) -> Self:
        for id, activity in self.activities.items():
            roles = {self.audiences[audience].our_role for audience in activity.audiences}
            if len(roles) > 1:
                raise PydanticCustomError(
                    "mixed_roles",
                    "activity ‘{id}’ concerns audiences for whom we are controller and others for "
                    "whom we are processor: split it in two",
                    {"id": id},
                )
        return self

    def is_on_behalf_of_others(self, activity: Activity) -> bool:
        """Whether the organisation carries out this activity as somebody's processor."""
        return self.audiences[activity.audiences[0]].our_role is OurRole.PROCESSOR

    def sources(self, activity: Activity) -> tuple[DataSource, ...]:
        """Where the data of an activity comes from, each source once, in order of appearance."""
        if activity.source:
            return (activity.source,)
        return tuple(dict.fromkeys(self.personal_data[id].source for id in activity.personal_data))

    def applicability(self, right: Right, activity: Activity) -> Applicability:
        """Whether a right applies to an activity, and why (not)."""
        return applicability(right, activity, self.sources(activity)[0])

    def activities_of(self, audience: str) -> Iterator[tuple[str, Activity]]:
        """The activities that concern an audience, with their ids."""
        return ((id, one) for id, one in self.activities.items() if audience in one.audiences)
