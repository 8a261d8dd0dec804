"""Which data recipients receive, as it is written: `all` is written out, and every id is found.

Whatever is not as the model wants it stays as it is: the model says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_ALL = "all"


def with_data_written_out(
    content: Mapping[str, Any], usual: Mapping[str, str | Sequence[str]]
) -> dict[str, Any]:
    """The activities and processors with ids in place of `personal_data: all`.

    A processor that is taken from the catalogue, and of which nothing is written, receives what it
    can need (`usual`) of the data that its activities use.
    """
    activities = {
        id: _activity(entry) if isinstance(entry, Mapping) else entry
        for id, entry in _entries(content, "activities").items()
    }
    used = _of_activities(content)
    processors = {
        id: _processor(entry, used.get(id, ()), usual) if isinstance(entry, Mapping) else entry
        for id, entry in _entries(content, "processors").items()
    }
    written_out = {"activities": activities, "processors": processors}
    return {key: entries for key, entries in written_out.items() if entries}


def ids_of_data(content: Mapping[str, Any]) -> Iterator[str]:
    """Every id of personal data that an activity, or anybody who sees or receives it, names."""
    for activity in _entries(content, "activities").values():
        yield from _ids(activity)
        for recipient in _recipients(activity):
            yield from _ids(recipient)
        for department in _entries(activity, "departments").values():
            yield from _ids(department)
    for key in ("processors", "disclosures"):
        for entry in _entries(content, key).values():
            yield from _ids(entry)
    for controller in _entries(content.get("organisation"), "joint_controllers").values():
        yield from _ids(controller)


def _activity(activity: Mapping[str, Any]) -> Mapping[str, Any]:
    recipients = activity.get("processors")
    if not isinstance(recipients, list):
        return activity
    return {
        **activity,
        "processors": [
            {**recipient, "personal_data": list(_ids(activity))}
            if isinstance(recipient, Mapping) and recipient.get("personal_data") == _ALL
            else recipient
            for recipient in recipients
        ],
    }


def _processor(
    entry: Mapping[str, Any],
    used: Sequence[str],
    usual: Mapping[str, str | Sequence[str]],
) -> Mapping[str, Any]:
    if "personal_data" in entry:
        if entry["personal_data"] != _ALL:
            return entry
        return {**entry, "personal_data": list(used)}
    use = entry.get("use")
    needed = usual.get(use, ()) if isinstance(use, str) else ()
    received = [datum for datum in used if needed == _ALL or datum in needed]
    return {**entry, "personal_data": received} if received else entry


def _of_activities(content: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The data of the activities that name a recipient, by the id of the recipient."""
    received: dict[str, dict[str, None]] = {}
    for activity in _entries(content, "activities").values():
        named = [
            recipient.get("id") if isinstance(recipient, Mapping) else recipient
            for recipient in _recipients(activity)
        ]
        for recipient in named:
            if isinstance(recipient, str):
                received.setdefault(recipient, {}).update(dict.fromkeys(_ids(activity)))
    return {recipient: tuple(ids) for recipient, ids in received.items()}


def _entries(content: Any, key: str) -> Mapping[str, Any]:
    entries = content.get(key) if isinstance(content, Mapping) else None
    return entries if isinstance(entries, Mapping) else {}


def _recipients(activity: Any) -> list[Any]:
    recipients = activity.get("processors") if isinstance(activity, Mapping) else None
    return recipients if isinstance(recipients, list) else []


def _ids(entry: Any) -> Iterator[str]:
    named = entry.get("personal_data") if isinstance(entry, Mapping) else None
    if isinstance(named, list):
        yield from (id for id in named if isinstance(id, str))
