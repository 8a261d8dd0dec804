"""What recipients receive, at the same place in both centers that are compared.

A recipient can say it once, or each activity of its own. Who goes from one to the other has changed
nothing, so a comparison looks at the activities where either center does.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.model import Activity, PrivacyCenter, Processor, Recipient


def with_data_in_activities(
    before: PrivacyCenter, after: PrivacyCenter
) -> tuple[PrivacyCenter, PrivacyCenter]:
    """Both centers, with the data of a recipient in the activities where one of them has it."""
    told = {*_told_by_activity(before), *_told_by_activity(after)}
    return (_moved(before, told), _moved(after, told)) if told else (before, after)


def _told_by_activity(center: PrivacyCenter) -> Iterator[str]:
    for activity in center.activities.values():
        yield from (one.id for one in activity.processors or () if one.personal_data)


def _moved(center: PrivacyCenter, told: set[str]) -> PrivacyCenter:
    activities = {id: _activity(entry, center, told) for id, entry in center.activities.items()}
    processors = {
        id: _without_what_moved(entry, _named(id, activities)) if id in told else entry
        for id, entry in (center.processors or {}).items()
    }
    return center.model_copy(update={"activities": activities, "processors": processors})


def _activity(activity: Activity, center: PrivacyCenter, told: set[str]) -> Activity:
    if activity.processors is None:
        return activity
    recipients = tuple(
        recipient.model_copy(update={"personal_data": center.received(activity, recipient)})
        if recipient.id in told
        else recipient
        for recipient in activity.processors
    )
    return activity.model_copy(update={"processors": recipients})


def _named(processor: str, activities: dict[str, Activity]) -> Iterator[Recipient]:
    for activity in activities.values():
        yield from (one for one in activity.processors or () if one.id == processor)


def _without_what_moved(processor: Processor, recipients: Iterator[Recipient]) -> Processor:
    """The entry with that data only that is in none of its activities."""
    moved = {id for recipient in recipients for id in recipient.personal_data}
    left = tuple(id for id in processor.personal_data if id not in moved)
    return processor.model_copy(update={"personal_data": left})
