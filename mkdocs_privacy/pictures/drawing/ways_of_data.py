"""Where each kind of data goes: uses, recipients and countries, as far as these are stated."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import Activity, Disclosure, JointController, Processor, Text


class Reach(StrEnum):
    """Whether somebody outside the organisation receives a kind of data in a use."""

    RECEIVED = "received"
    """The recipient is stated to receive it."""
    UNSTATED = "unstated"
    """Somebody receives data of this use, and nothing says which."""
    NOBODY = "nobody"
    """Nobody is stated to receive it, and all who are named receive other data."""
    UNKNOWN = "unknown"
    """Nothing says who receives data of this use."""


@dataclass(frozen=True, slots=True)
class DataReceiver:
    """Somebody outside the organisation who receives data."""

    id: str
    name: Text
    anchor: str
    """Where the page of recipients tells of it."""
    countries: tuple[str, ...]
    """Every country in which it is stated to be, to process data or to receive it."""


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """A way that data goes: from a use to a recipient, or to nobody.

    It is the same object for all kinds of data that go it, and known by that.
    """

    activity_id: str
    activity: Activity
    reach: Reach
    receiver: DataReceiver | None = None


@dataclass(frozen=True)
class WaysOfData:
    """All ways of all kinds of data that a center states."""

    localized: LocalizedCenter

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The ids of the kinds of data that are used, in the order of the data."""
        activities = self.localized.center.activities.values()
        used = {id for one in activities for id in one.personal_data}
        return tuple(id for id in self.localized.center.personal_data if id in used)

    def of(self, kind: str) -> tuple[Way, ...]:
        """The ways of a kind of data, by use."""
        return self._by_kind[kind]

    def uses_of(self, kind: str) -> tuple[str, ...]:
        """The ids of the uses of a kind of data."""
        return tuple(dict.fromkeys(way.activity_id for way in self.of(kind)))

    def receivers_of(self, kind: str) -> tuple[str, ...]:
        """The ids of those who receive a kind of data."""
        return tuple(dict.fromkeys(way.receiver.id for way in self.of(kind) if way.receiver))

    def countries_of(self, kind: str) -> tuple[str, ...]:
        """Where those are who receive a kind of data."""
        received = (way.receiver.countries for way in self.of(kind) if way.receiver)
        return tuple(dict.fromkeys(code for countries in received for code in countries))

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Way, ...]]:
        found: dict[str, list[Way]] = {kind: [] for kind in self.kinds}
        for id, activity in self.localized.center.activities.items():
            named = self.localized.recipients_of(activity)
            reachable = tuple(self._reachable(id, activity))
            alone = Way(id, activity, Reach.UNKNOWN if named is None else Reach.NOBODY)
            for kind in filter(activity.personal_data.__contains__, self.kinds):
                reached = [way for way, kinds in reachable if not kinds or kind in kinds]
                found[kind].extend(reached)
                if named is None or not reached:
                    found[kind].append(alone)
        return {kind: tuple(ways) for kind, ways in found.items()}

    def _reachable(self, id: str, activity: Activity) -> Iterator[tuple[Way, Collection[str]]]:
        """The ways of a use, and the data that is stated to go each; none where none is stated."""
        center = self.localized.center
        for recipient in self.localized.recipients_of(activity) or ():
            received = center.received(activity, recipient)
            yield _way(id, activity, received, self.receivers[recipient.id]), received
        for controller in center.joint_controllers_of(id):
            receiver = next(one for joint, one in self._joint if joint is controller)
            received = controller.personal_data
            yield _way(id, activity, received, receiver), received

    @cached_property
    def receivers(self) -> dict[str, DataReceiver]:
        """Who is in the register, by id."""
        entries = (self.localized.center.processors or {}).items()
        return {id: _receiver(id, entry) for id, entry in entries}

    @cached_property
    def _joint(self) -> tuple[tuple[JointController, DataReceiver], ...]:
        joint = self.localized.center.organisation.joint_controllers.items()
        return tuple((one, _who_decides_jointly(id, one)) for id, one in joint)

    @cached_property
    def all_receivers(self) -> tuple[DataReceiver, ...]:
        """Everybody who receives data: of the register, and who decides with the organisation."""
        return (*self.receivers.values(), *(one for _, one in self._joint))

    def disclosures_of(self, kind: str) -> tuple[tuple[str, Disclosure], ...]:
        """The circumstances in which others receive a kind of data too, or which data is unsaid."""
        return tuple(
            (id, one)
            for id, one in self.localized.center.disclosures.items()
            if not one.personal_data or kind in one.personal_data
        )


def _way(id: str, activity: Activity, received: Collection[str], receiver: DataReceiver) -> Way:
    reach = Reach.RECEIVED if received else Reach.UNSTATED
    return Way(id, activity, reach, receiver)


def _receiver(id: str, entry: Processor) -> DataReceiver:
    goes = (country for transfer in entry.transfers or () for country in transfer.countries)
    stated = (entry.country, *entry.processing_countries, *goes)
    countries = tuple(dict.fromkeys(code for code in stated if code))
    return DataReceiver(id, entry.name, f"processor-{id}", countries)


def _who_decides_jointly(id: str, controller: JointController) -> DataReceiver:
    countries = (controller.address.country,) if controller.address else ()
    return DataReceiver(f"joint-{id}", controller.name, f"joint-controller-{id}", countries)
