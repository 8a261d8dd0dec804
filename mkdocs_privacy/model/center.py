"""Everything that the organisation declares, as one object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from mkdocs_privacy.findings.rules.contradictions import COOKIES_AFTER_ALL
from mkdocs_privacy.findings.rules.data import TOO_INTRICATE
from mkdocs_privacy.findings.rules.entries import MIXED_ROLES, RESPONSIBLE_MISSING
from mkdocs_privacy.model.activity import Activity
from mkdocs_privacy.model.applicability import (
    Applicability,
    applicability,
    applicability_by_ground,
)
from mkdocs_privacy.model.audience import Audience, OurRole
from mkdocs_privacy.model.changes import ChangePolicy
from mkdocs_privacy.model.cookies import ConsentChoice, CookieCategory, CookieService
from mkdocs_privacy.model.disclosure import Disclosure
from mkdocs_privacy.model.extent import find_too_much
from mkdocs_privacy.model.organisation import JointController, Organisation
from mkdocs_privacy.model.origins import origins, sources
from mkdocs_privacy.model.personal_data import DataSource, PersonalData, StatedSource
from mkdocs_privacy.model.processor import Processor
from mkdocs_privacy.model.recipient import Recipient
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.responsible import Responsible
from mkdocs_privacy.model.rights import Right, RightsPolicy
from mkdocs_privacy.model.scalars import Slug
from mkdocs_privacy.model.section import Measure, Notice, Section
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
    processors: dict[Slug, Processor] | None = None
    """Who receives personal data; `{}` says that nobody does (GDPR article 13(1)(e))."""
    disclosures: dict[Slug, Disclosure] = Field(default_factory=dict)
    """Circumstances in which others receive personal data."""
    cookies: dict[Slug, CookieService] | None = None
    """What is stored or read on devices; `{}` says that nothing is."""
    no_cookies: tuple[CookieCategory, ...] = ()
    """The categories in which nothing is stored or read (ePrivacy Directive, article 5(3))."""
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
    def _consistent(self) -> Self:
        if problems := [
            *self._mixed_roles(),
            *self._nobody_responsible(),
            *self._cookies_after_all(),
            *self._too_much_text(),
        ]:
            raise ValidationError.from_exception_data(type(self).__name__, problems)
        return self

    def _too_much_text(self) -> Iterator[InitErrorDetails]:
        if path := find_too_much(self):
            yield InitErrorDetails(
                type=violation(
                    TOO_INTRICATE,
                    "the texts of the privacy center are too long in total, or have too many "
                    "brackets, tables and lists, to be built in a reasonable time: shorten them",
                ),
                loc=path,
                input=None,
            )

    def _cookies_after_all(self) -> Iterator[InitErrorDetails]:
        for id, service in (self.cookies or {}).items():
            stated = {service.category, *(item.category for item in service.items.values())}
            for category in stated.intersection(self.no_cookies):
                yield InitErrorDetails(
                    type=violation(
                        COOKIES_AFTER_ALL,
                        "this service has the category ‘{category}’, but `no_cookies` says that "
                        "there is none: remove one of the two",
                        {"category": category},
                    ),
                    loc=("cookies", id),
                    input=category,
                )

    def _mixed_roles(self) -> Iterator[InitErrorDetails]:
        for id, activity in self.activities.items():
            if activity.our_role is None and len(self._roles(activity)) > 1:
                yield InitErrorDetails(
                    type=violation(
                        MIXED_ROLES,
                        "these audiences have different roles (`our_role` controller and "
                        "processor): split this into two activities, or give `our_role` for this "
                        "one",
                    ),
                    loc=("activities", id, "audiences"),
                    input=activity.audiences,
                )

    def _nobody_responsible(self) -> Iterator[InitErrorDetails]:
        for id, activity in self.activities.items():
            known = any(audience in self.audiences for audience in activity.audiences)
            if (
                known
                and self.is_on_behalf_of_others(activity)
                and not self.responsible_for(activity)
            ):
                yield InitErrorDetails(
                    type=violation(
                        RESPONSIBLE_MISSING,
                        "you are a processor in this activity: say who the controller is "
                        "(`responsible`)",
                    ),
                    loc=("activities", id, "our_role"),
                    input=activity.our_role,
                )

    @property
    def takes_complaints(self) -> bool:
        """Whether people can complain to the organisation itself with a form of its own.

        So it is where the data says `complaints:`, and under the law of the United Kingdom (Data
        Protection Act 2018, section 164A). Who is only a processor answers nobody.
        """
        is_controller = any(map(self.answers, self.audiences))
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
        if activity.our_role:
            return activity.our_role is OurRole.PROCESSOR
        return OurRole.PROCESSOR in self._roles(activity)

    def answers(self, audience: str) -> bool:
        """Whether the organisation deals with requests of an audience, be it about one activity."""
        return self.audiences[audience].is_ours or bool(self.own_activities_of(audience))

    def own_activities_of(self, audience: str) -> tuple[str, ...]:
        """The activities that concern an audience and for which the organisation is responsible."""
        return tuple(
            id
            for id, activity in self.activities_of(audience)
            if not self.is_on_behalf_of_others(activity)
        )

    def responsible_for(
        self, activity: Activity
    ) -> tuple[tuple[Responsible, tuple[str, ...]], ...]:
        """Who is responsible for an activity carried out on behalf of others, and for whom."""
        if activity.responsible:
            return ((activity.responsible, activity.audiences),)
        named: list[tuple[Responsible, tuple[str, ...]]] = []
        for id in activity.audiences:
            audience = self.audiences.get(id)
            responsible = audience.responsible if audience else None
            known = [other for other, _ in named]
            if responsible in known:
                at = known.index(responsible)
                named[at] = (responsible, (*named[at][1], id))
            elif responsible:
                named.append((responsible, (id,)))
        return tuple(named)

    def joint_controllers_of(self, id: str) -> tuple[JointController, ...]:
        """Who decides with the organisation on an activity (GDPR article 26)."""
        joint = self.organisation.joint_controllers.values()
        return tuple(
            controller
            for controller in joint
            if not controller.activities or id in controller.activities
        )

    def disclosures_of(self, id: str) -> tuple[Disclosure, ...]:
        """The circumstances in which others receive data of an activity, or any data at all."""
        used = set(self.activities[id].personal_data)
        return tuple(
            disclosure
            for disclosure in self.disclosures.values()
            if not disclosure.personal_data or used.intersection(disclosure.personal_data)
        )

    def received(self, activity: Activity, recipient: Recipient) -> tuple[str, ...]:
        """The data that a recipient is stated to receive in an activity, if anything is."""
        entry = (self.processors or {}).get(recipient.id)
        stated = entry.personal_data if entry else ()
        return recipient.personal_data or tuple(id for id in stated if id in activity.personal_data)

    def sources(self, activity: Activity) -> tuple[DataSource, ...]:
        """Where the data of an activity comes from, each source once, in order of appearance."""
        return sources(activity, self.personal_data)

    def origins(self, activity: Activity) -> tuple[StatedSource, ...]:
        """The sources of an activity, and for what they do not cover those of its categories."""
        return origins(activity, self.personal_data)

    def applicability(self, right: Right, activity: Activity) -> Applicability:
        """Whether a right applies to some of an activity, and why (not)."""
        return applicability(right, activity, self.sources(activity))

    def applicability_by_ground(
        self, right: Right, activity: Activity
    ) -> tuple[Applicability, ...]:
        """Whether a right applies, for each ground of an activity where these differ in it."""
        return applicability_by_ground(right, activity, self.sources(activity))

    def activities_of(self, audience: str) -> Iterator[tuple[str, Activity]]:
        """The activities that concern an audience, with their ids."""
        return (
            (id, activity)
            for id, activity in self.activities.items()
            if audience in activity.audiences
        )
