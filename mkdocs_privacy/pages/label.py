"""The privacy label of the first page: a few figures that follow from the data, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import (
    AutomatedDecisions,
    Claim,
    Consent,
    CookieService,
    Processor,
    Retention,
    about_days,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A period for which an activity keeps data."""

    activity: str
    period: str


@dataclass(frozen=True)
class PrivacyLabel:
    """What a center says of all that it does. What it does not state is counted as unstated."""

    localized: LocalizedCenter

    @cached_property
    def recipients(self) -> int:
        """How many receive data, those included who decide with us."""
        return len(self._processors) + len(self.localized.center.organisation.joint_controllers)

    @cached_property
    def activities_without_recipients(self) -> int:
        """How many activities do not state who receives data."""
        activities = self.localized.center.activities.values()
        return [self.localized.recipients_of(one) for one in activities].count(None)

    @cached_property
    def tells_places(self) -> bool:
        """Whether it makes sense to tell who is outside the EEA: we ourselves are in it."""
        home = self.localized.center.organisation.address.country
        return not self.localized.is_outside_eea(home)

    @cached_property
    def outside(self) -> int:
        """How many recipients have data outside the EEA."""
        return sum(map(self._is_outside, self._processors)) + self._joint_outside

    @cached_property
    def _joint_outside(self) -> int:
        """How many of those who decide with us are established outside it: an address within it
        does not say where they have data."""
        joint = self.localized.center.organisation.joint_controllers.values()
        addresses = [one.address for one in joint if one.address]
        return sum(self.localized.is_outside_eea(address.country) for address in addresses)

    @cached_property
    def none_outside(self) -> bool:
        """Whether all is said to stay in the EEA, by recipients and by who offers cookies."""
        services = (self.localized.center.cookies or {}).values()
        providers = [one.country for one in services if one.processor is None]
        is_open = self.outside or self.places_unstated
        return not is_open and not any(map(self.localized.is_outside_eea, providers))

    @cached_property
    def places_unstated(self) -> int:
        """Of how many recipients nothing says whether they have data outside the EEA."""
        within = self.localized.catalogue.adequacy.is_authority_within
        known = [
            one
            for one in self._processors
            if self.localized.stays(one) or self._is_outside(one) or within(one)
        ]
        return self.recipients - len(known) - self._joint_outside

    @cached_property
    def _processors(self) -> tuple[Processor, ...]:
        return tuple((self.localized.center.processors or {}).values())

    def _is_outside(self, processor: Processor) -> bool:
        return bool(processor.transfers) or self.localized.leaves_eea(processor)

    @cached_property
    def shortest(self) -> Kept | None:
        """The shortest time for which data is kept, where one is fixed.

        What is kept at most for less has none: nobody says how long that is.
        """
        stages = [*self._stages()]
        kept = [Kept(id, one.minimum or one.period or "") for id, one in stages]
        known = [one for one in kept if one.period]
        shortest = min(known, key=lambda one: about_days(one.period), default=None)
        open_below = [one.maximum for _, one in stages if not (one.minimum or one.period)]
        if shortest and any(
            about_days(maximum) < about_days(shortest.period) for maximum in open_below if maximum
        ):
            return None
        return shortest

    @cached_property
    def longest(self) -> Kept | None:
        """The longest time for which data is kept, where one is fixed."""
        kept = [Kept(id, one.maximum or one.period or "") for id, one in self._stages()]
        return max(kept, key=lambda one: about_days(one.period), default=None)

    def _stages(self) -> Iterator[tuple[str, Retention]]:
        for id, activity in self.localized.center.activities.items():
            yield from ((id, stage) for stage in activity.retention if _is_fixed(stage))

    @cached_property
    def activities_without_period(self) -> int:
        """How many activities keep something for a time that is not stated as a period."""
        activities = self.localized.center.activities.values()
        return sum(not (one.retention and all(map(_is_fixed, one.retention))) for one in activities)

    @cached_property
    def asking_consent(self) -> tuple[CookieService, ...]:
        """The cookie services that wait for consent."""
        services = (self.localized.center.cookies or {}).values()
        return tuple(one for one in services if one.asks_consent is Consent.REQUIRED)

    @cached_property
    def consent_unstated(self) -> int:
        """Of how many cookie services nothing says whether they wait for consent."""
        services = (self.localized.center.cookies or {}).values()
        return [one.asks_consent for one in services].count(None)

    @cached_property
    def deciding(self) -> tuple[str, ...]:
        """The ids of the activities in which decisions are made by automated means alone."""
        activities = self.localized.center.activities.items()
        return tuple(
            id for id, one in activities if isinstance(one.automated_decisions, AutomatedDecisions)
        )

    @cached_property
    def assisting(self) -> tuple[str, ...]:
        """The ids of the activities in which a person decides on a machine's advice."""
        activities = self.localized.center.activities.items()
        return tuple(id for id, one in activities if one.assisted_decisions)

    @cached_property
    def decisions_unstated(self) -> int:
        """How many activities do not say whether they make automated decisions."""
        activities = self.localized.center.activities.values()
        return [one.automated_decisions for one in activities].count(None)

    @cached_property
    def is_promised_unsold(self) -> bool:
        """Whether the organisation promises, as a claim that is checked, to sell no data."""
        return Claim.NOT_SOLD in self.localized.center.notice.claims


def _is_fixed(stage: Retention) -> bool:
    """Whether a stage ends after a period, whatever else happens."""
    return bool(stage.period or stage.maximum) and not (stage.until or stage.criteria)
