"""How the data of a release is written, and how an older way is read: `center.json`, step by step.

A release is never rewritten. What it says in a former shape, or with a former meaning, is brought
to that of today while it is read, one function for each step.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, TypeAlias

from pydantic import ValidationError
from pydantic_core import from_json

from mkdocs_privacy.characters import unprintable
from mkdocs_privacy.model import Context, PrivacyCenter, without_internal
from mkdocs_privacy.releases.manifest import DATA

Data: TypeAlias = dict[str, Any]
"""A center as it stands in a file: its keys are those that YAML has."""

_KEY = "format"


class UnreadableData(Exception):
    """Why the data of a release cannot be read: the key, and what is wrong with it."""


class NewerFormat(Exception):
    """The data is in a format that a later version of this package brought."""


def _state_what_recipients_receive(data: Data) -> Data:
    """To format 2: a recipient without data of its own received that of all its activities.

    So its page said. Since then it says that nobody stated it, which that release did not mean.
    """
    activities = data["activities"].values()
    processors = {
        id: processor
        if processor.get("personal_data")
        else {**processor, "personal_data": _data_of_activities(activities, id)}
        for id, processor in data.get("processors", {}).items()
    }
    return {**data, "processors": processors}


def _leave_out_what_was_not_stated(data: Data) -> Data:
    """To format 3: an empty list of recipients, or of transfers, said nothing yet."""
    processors = {
        id: {key: value for key, value in entry.items() if (key, value) != ("transfers", [])}
        for id, entry in data.get("processors", {}).items()
    }
    others = {key: value for key, value in data.items() if key != "processors"}
    return {**others, **({"processors": processors} if processors else {})}


def _data_of_activities(activities: Any, processor: str) -> list[str]:
    received = (
        id
        for activity in activities
        if processor in activity.get("processors", ())
        for id in activity["personal_data"]
    )
    return list(dict.fromkeys(received))


STEPS: tuple[Callable[[Data], Data], ...] = (
    _state_what_recipients_receive,
    _leave_out_what_was_not_stated,
)
"""From format 1, which has no number, to 2, and so on: add a function at the end and no more."""

FORMAT = len(STEPS) + 1
"""The format that is written today."""


def as_written(center: PrivacyCenter) -> bytes:
    """The public data of a center as a release keeps it."""
    public = without_internal(center).model_dump(
        mode="json",
        by_alias=True,
        exclude_none=True,
        exclude={"rights": {"fields"}},  # what a form asks is no part of the policy
    )
    content = json.dumps({_KEY: FORMAT, **public}, ensure_ascii=False, indent=1)
    return (content + "\n").encode()


def read_data(content: bytes) -> PrivacyCenter:
    """The data of a release as the model of today has it.

    Raises NewerFormat, or UnreadableData where it is no data of ours.
    """
    try:
        return PrivacyCenter.model_validate(_as_today(from_json(content)), context=Context())
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(map(str, first["loc"])) or DATA
        raise UnreadableData(f"{where}: {first['msg']}") from None
    except ValueError as error:
        raise UnreadableData(f"{DATA}: {error}") from None


def _as_today(written: Any) -> Any:
    number = written.get(_KEY, 1) if isinstance(written, dict) else None
    if not isinstance(number, int) or number < 1:
        return written  # which the model refuses
    if number > FORMAT:
        raise NewerFormat
    data = {key: value for key, value in written.items() if key != _KEY}
    try:
        for step in STEPS[number - 1 :]:
            data = step(data)
    except (AttributeError, KeyError, TypeError):
        return data  # the model has words for what a step stumbles on
    return data


def is_printable(content: bytes) -> bool:
    """Whether pages and feeds can hold every character; no other is written as an escape."""
    escapes = re.search(rb"\\[ubf]", content.replace(rb"\\", b""))
    return not escapes and not unprintable(content.decode())
