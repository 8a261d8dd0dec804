"""Where each kind of data goes: uses, recipients and countries, as far as these are stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import Activity, Disclosure, JointController, Processor, Recipient, Text


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


@dataclass(frozen=True, slots=True)
class Way:
    """One way of a kind of data: from a use to a recipient, or to nobody."""

    personal_data: str
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
        activities = self.localized.center.activities.items()
        used = ((id, one) for id, one in activities if kind in one.personal_data)
        return tuple(way for id, one in used for way in self._of_activity(kind, id, one))

    def _of_activity(self, kind: str, id: str, activity: Activity) -> Iterator[Way]:
        named = self.localized.recipients_of(activity)
        joint = self.localized.center.joint_controllers_of(id)
        ways = [
            *(self._to(kind, id, activity, recipient) for recipient in named or ()),
            *(self._to_joint(kind, id, activity, controller) for controller in joint),
        ]
        reached = [way for way in ways if way]
        yield from reached
        if named is None:
            yield Way(kind, id, activity, Reach.UNKNOWN)
        elif not reached:
            yield Way(kind, id, activity, Reach.NOBODY)

    def _to(self, kind: str, id: str, activity: Activity, recipient: Recipient) -> Way | None:
        received = self.localized.center.received(activity, recipient)
        if received and kind not in received:
            return None
        reach = Reach.RECEIVED if received else Reach.UNSTATED
        return Way(kind, id, activity, reach, self.receivers[recipient.id])

    def _to_joint(
        self, kind: str, id: str, activity: Activity, controller: JointController
    ) -> Way | None:
        if controller.personal_data and kind not in controller.personal_data:
            return None
        reach = Reach.RECEIVED if controller.personal_data else Reach.UNSTATED
        receiver = next(one for joint, one in self._joint if joint is controller)
        return Way(kind, id, activity, reach, receiver)

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


def _receiver(id: str, entry: Processor) -> DataReceiver:
    goes = (country for transfer in entry.transfers or () for country in transfer.countries)
    stated = (entry.country, *entry.processing_countries, *goes)
    countries = tuple(dict.fromkeys(code for code in stated if code))
    return DataReceiver(id, entry.name, f"processor-{id}", countries)


def _who_decides_jointly(id: str, controller: JointController) -> DataReceiver:
    countries = (controller.address.country,) if controller.address else ()
    return DataReceiver(f"joint-{id}", controller.name, f"joint-controller-{id}", countries)
