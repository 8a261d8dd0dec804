"""What recipients receive and are, at the same place in both centers that are compared.

A recipient can say it once, or each activity of its own. Who goes from one to the other has changed
nothing, so a comparison looks at the activities where either center does. Who receives everything
before and after is told of with what the activities use, and not once more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from mkdocs_privacy.model import Activity, PrivacyCenter, Processor, Recipient, Role

_Place: TypeAlias = tuple[str, str]
"""The ids of an activity and of a recipient of it."""


def with_data_in_activities(
    before: PrivacyCenter, after: PrivacyCenter
) -> tuple[PrivacyCenter, PrivacyCenter]:
    """Both centers, with the data of a recipient in the activities where one of them has it."""
    told = {
        place[1]
        for center in (before, after)
        for place, recipient in _recipients(center).items()
        if recipient.personal_data
    }
    if told:
        before, after = _moved(before, told), _moved(after, told)
    return _with_roles(_with_all_as(after, before), after), _with_roles(after, before)


def _recipients(center: PrivacyCenter) -> Mapping[_Place, Recipient]:
    return {
        (id, recipient.id): recipient
        for id, activity in center.activities.items()
        for recipient in activity.processors or ()
    }


def _with_recipients(
    center: PrivacyCenter, change: Callable[[_Place, Recipient], Recipient]
) -> PrivacyCenter:
    """The center with each recipient of each activity as `change` makes it."""

    def changed(id: str, activity: Activity) -> Activity:
        if not activity.processors:
            return activity
        recipients = tuple(change((id, one.id), one) for one in activity.processors)
        return activity.model_copy(update={"processors": recipients})

    activities = {id: changed(id, activity) for id, activity in center.activities.items()}
    return center.model_copy(update={"activities": activities})


def _with_processors(
    center: PrivacyCenter, data: Callable[[str, Processor], tuple[str, ...]]
) -> PrivacyCenter:
    """The center with other data for each entry of the register."""
    if not center.processors:
        return center
    processors = {
        id: entry.model_copy(update={"personal_data": data(id, entry)})
        for id, entry in center.processors.items()
    }
    return center.model_copy(update={"processors": processors})


def _moved(center: PrivacyCenter, told: set[str]) -> PrivacyCenter:
    def in_activity(place: _Place, recipient: Recipient) -> Recipient:
        if recipient.id not in told:
            return recipient
        received = center.received(center.activities[place[0]], recipient)
        return recipient.model_copy(update={"personal_data": received})

    moved = _with_recipients(center, in_activity)
    in_activities: dict[str, set[str]] = {}
    for (_, id), recipient in _recipients(moved).items():
        in_activities.setdefault(id, set()).update(recipient.personal_data)

    def left(id: str, entry: Processor) -> tuple[str, ...]:
        gone = in_activities.get(id, set()) if id in told else set()
        return tuple(datum for datum in entry.personal_data if datum not in gone)

    return _with_processors(moved, left)


def _with_all_as(other: PrivacyCenter, center: PrivacyCenter) -> PrivacyCenter:
    """The center with the data that the other has where both say that a recipient gets all."""
    places = _places_of_all(center) & _places_of_all(other)
    entries = {*_entries_of_all(center)}.intersection(_entries_of_all(other))
    of_other = _recipients(other)

    def in_activity(place: _Place, recipient: Recipient) -> Recipient:
        if place not in places:
            return recipient
        return recipient.model_copy(update={"personal_data": of_other[place].personal_data})

    def of_entry(id: str, entry: Processor) -> tuple[str, ...]:
        source = (other.processors or {}) if id in entries else {id: entry}
        return source[id].personal_data

    return _with_processors(_with_recipients(center, in_activity), of_entry)


def _places_of_all(center: PrivacyCenter) -> set[_Place]:
    return {
        place
        for place, recipient in _recipients(center).items()
        if {*recipient.personal_data} == {*center.activities[place[0]].personal_data}
    }


def _entries_of_all(center: PrivacyCenter) -> Iterator[str]:
    used: dict[str, set[str]] = {}
    for activity, id in _recipients(center):
        used.setdefault(id, set()).update(center.activities[activity].personal_data)
    for id, entry in (center.processors or {}).items():
        if {*entry.personal_data} == used.get(id):
            yield id


def _with_roles(center: PrivacyCenter, other: PrivacyCenter) -> PrivacyCenter:
    """The center with the role of an entry in each activity where the other says one."""
    of_other = _recipients(other)

    def in_activity(place: _Place, recipient: Recipient) -> Recipient:
        stated = of_other[place].role if place in of_other else None
        return _with_role(recipient, center, stated) if stated else recipient

    return _with_recipients(center, in_activity)


def _with_role(recipient: Recipient, center: PrivacyCenter, stated: Role) -> Recipient:
    """The recipient with the role of its entry, unless the stated one is one of several there."""
    entry = (center.processors or {}).get(recipient.id)
    if recipient.role or not entry:
        return recipient
    roles = {service.role for service in entry.services}
    if stated in roles and len(roles) > 1:
        return recipient
    return recipient.model_copy(update={"role": entry.role})
