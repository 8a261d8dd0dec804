"""A request that came another way than by the form, as somebody writes it down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from mkdocs_privacy.clock import midnight
from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import (
    CHANNELS_BY_HAND,
    REFERENCE_PATTERN,
    FormField,
    Problem,
    RequestForm,
    RightsRequest,
    make_reference,
)
from mkdocs_privacy.requests.deadline import FIRST_DAY
from mkdocs_privacy.requests.desk.form_reading import FormReader
from mkdocs_privacy.requests.intake import Intake, Teller, write_down
from mkdocs_privacy.requests.request import Channel

OF_THE_SITE = "field."
"""What the names of fields begin with that the site added."""
_WHO = ("name", "email", "postal_address")
_ASKED_FIRST = ("audience", "language", *_WHO)


@dataclass(frozen=True, slots=True)
class WrittenDown:
    """A request, and how it came in."""

    request: RightsRequest
    channel: Channel


def fields_asked(form: RequestForm) -> tuple[FormField, ...]:
    """What is asked beside who it is, whom it concerns and in which language."""
    return tuple(asked for asked in form.fields if asked.name not in _ASKED_FIRST)


def posted_name(asked: FormField) -> str:
    """What a field is called in the form of the desk: one that the site added may have the name of
    one of ours, such as `channel`."""
    return f"{OF_THE_SITE}{asked.name}" if asked.added else asked.name


def asks_name(form: RequestForm) -> bool:
    """Whether a name belongs to what is asked: an address is enough to stop messages."""
    return any(asked.name == "name" for asked in form.fields)


def read_request(
    reader: FormReader, form: RequestForm, intake: Intake, now: datetime, today: date
) -> WrittenDown | None:
    """The request that was typed in; whatever somebody did not say may stay empty, for no request
    needs a form (GDPR article 12(2))."""
    teller = Teller(intake, reader.localization, form.request_type)
    channel = reader.choice("channel", "mail.field.channel", CHANNELS_BY_HAND)
    day = reader.day("received", "receiver.received_on", today)
    if day and day < FIRST_DAY:
        reader.refuse_day("received", "desk.flaw.before_law", FIRST_DAY)
    fields = {"right": str(form.request_type), **dict(_asked(form, reader))}
    at = now if day in (None, now.date()) else midnight(day or today)
    written = write_down(fields, at, intake)
    if not isinstance(written, RightsRequest):
        names = {asked.name: posted_name(asked) for asked in form.fields}
        for problem in written:
            field = problem.field or ""
            _refuse(reader, problem, names.get(field, field), teller.label_for_us(field))
        return None
    if not any(fields.get(name) for name in _WHO):
        reader.refuse("name" if asks_name(form) else "email", "desk.flaw.nobody")
    if channel is None or reader.flaws:
        return None
    return WrittenDown(replace(written, reference=_reference(reader.typed)), channel)


def _asked(form: RequestForm, reader: FormReader) -> Iterator[tuple[str, Any]]:
    """What was filled in, by the names of the contract."""
    for asked in form.fields:
        if value := reader.typed.get(posted_name(asked)):
            is_single = asked.kind.takes_several and isinstance(value, str)
            yield asked.name, [value] if is_single else value
    if postal_address := reader.typed.get("postal_address"):
        yield "postal_address", postal_address


def _refuse(reader: FormReader, problem: Problem, name: str, label: str) -> None:
    match problem.rule:
        case "missing" | "unknown":
            reader.refuse(name, "form.missing_choice", field=label)
        case "too_long":
            reader.refuse(name, "form.too_long", field=label, number=problem.limit or 0)
        case _ if name == "email":
            reader.refuse(name, "form.wrong_email")
        case _:
            reader.refuse(name, "form.wrong", field=label)


def _reference(typed: Mapping[str, Any]) -> str:
    """The one that was made with the form: who sends it twice writes one request down."""
    made = typed.get("reference")
    is_ours = isinstance(made, str) and re.fullmatch(REFERENCE_PATTERN, made)
    return str(made) if is_ours else make_reference()


def form_of(intake: Intake, right: object) -> RequestForm | None:
    """The form for what is asked; nothing where nobody can ask it."""
    known = {str(request_type): request_type for request_type in RequestType}
    return intake.forms.get(known[right]) if isinstance(right, str) and right in known else None
