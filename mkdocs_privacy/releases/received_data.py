"""What recipients receive and are, at the same place in both centers that are compared.

A recipient can say it once, or each activity of its own. Who goes from one to the other has changed
nothing, so a comparison looks at the activities where either center does.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.model import Activity, PrivacyCenter, Processor, Recipient, Role


def with_data_in_activities(
    before: PrivacyCenter, after: PrivacyCenter
) -> tuple[PrivacyCenter, PrivacyCenter]:
    """Both centers, with the data of a recipient in the activities where one of them has it."""
    told = {*_told_by_activity(before), *_told_by_activity(after)}
    if told:
        before, after = _moved(before, told), _moved(after, told)
    return _with_roles(before, after), _with_roles(after, before)


def _with_roles(center: PrivacyCenter, other: PrivacyCenter) -> PrivacyCenter:
    """The center with the role of an entry in each activity where the other says one."""
    roles = {
        (id, recipient.id): recipient.role
        for id, activity in other.activities.items()
        for recipient in activity.processors or ()
        if recipient.role
    }
    if not roles:
        return center
    activities = {
        id: activity.model_copy(
            update={
                "processors": tuple(
                    _with_role(recipient, center, roles.get((id, recipient.id)))
                    for recipient in activity.processors
                )
            }
        )
        if activity.processors
        else activity
        for id, activity in center.activities.items()
    }
    return center.model_copy(update={"activities": activities})


def _with_role(recipient: Recipient, center: PrivacyCenter, other: Role | None) -> Recipient:
    """The recipient as its entry has it, but where its entry has several roles, the other too."""
    entry = (center.processors or {}).get(recipient.id)
    if recipient.role or not other or not entry:
        return recipient
    roles = {service.role for service in entry.services}
    if other in roles and len(roles) > 1:
        return recipient
    return recipient.model_copy(update={"role": entry.role})


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
