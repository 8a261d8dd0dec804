"""The contract of a site's request forms, for who writes an endpoint: `request.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_privacy.model import FieldKind, RequestType
from mkdocs_privacy.requests import (
    SCHEMA_VERSION,
    FormField,
    RequestForm,
    RequestOptions,
    request_schema,
)

Forms = Mapping[RequestType, RequestForm]


def render_request_schema(forms: Forms, options: RequestOptions, address: str | None) -> str:
    """The file `request.schema.json`: a JSON Schema (2020-12) with an example for each right.

    `address` is where it will stand, if that is known: its `$id`.
    """
    schema = request_schema(forms, options.hidden_fields)
    id = {"$id": address} if address else {}
    examples = list(request_examples(forms, options).values())
    return as_file({"$schema": schema.pop("$schema"), **id, **schema, "examples": examples})


def request_examples(forms: Forms, options: RequestOptions) -> Mapping[RequestType, dict[str, Any]]:
    """A request for each right as a browser with JavaScript posts it, every field filled in."""
    return {
        request_type: dict(_example(form, options.hidden_fields))
        for request_type, form in forms.items()
    }


def as_file(content: Mapping[str, Any]) -> str:
    """JSON that is read in a browser as well: the same bytes for the same content."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _example(form: RequestForm, hidden_fields: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    yield "schema_version", SCHEMA_VERSION
    yield "right", str(form.request_type)
    if form.article:
        yield "article", form.article
    audience = next(field.options[0] for field in form.fields if field.name == "audience")
    for field in form.fields:
        if not field.audiences or audience in field.audiences:
            yield field.name, _value(field)
    yield from _FILLED_IN_BY_THE_PAGE.items()
    yield from hidden_fields.items()


def _value(field: FormField) -> str | list[str]:
    match field.kind:
        case FieldKind.CHOICE:
            return field.options[0]
        case FieldKind.CHOICES:
            return list(field.options[:2])
    return _TYPED.get(field.name, "2026-0042")


_TYPED = {
    "represented": "Lotte Peeters",
    "incorrect": "You write to me at Kerkstraat 1 in Putte.",
    "correct": "I live at Kerkstraat 10 in Putte.",
    "recipient": "Another Shop",
    "details": "It is about my order of last spring.\nI have changed my name since.",
    "solution": "Please use my new name in every letter.",
    "earlier_request": "2B4D-6F8H-3J5K-7M9N",
    "name": "An Peeters",
    "email": "an.peeters@example.com",
}
_FILLED_IN_BY_THE_PAGE = {
    "policy_release": "2026-01-01",
    "reference": "7K3F-9QXZ-W2M4-6H8T",
    "opened_at": "2026-11-22T19:57:30Z",
    "submitted_at": "2026-11-22T20:00:00Z",
    "expected_by": "2026-12-22",
}
