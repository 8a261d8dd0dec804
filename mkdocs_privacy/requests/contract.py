"""The contract of a request, as a JSON Schema: the same fields in a form and in JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_privacy.model import FieldKind, RequestType
from mkdocs_privacy.requests.form import FormField, RequestForm
from mkdocs_privacy.requests.request import REFERENCE_PATTERN, TECHNICAL_FIELDS

SCHEMA_VERSION = "1"
"""The version of the contract; a new one where an endpoint that knew the old one would fail."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"

# A `$` of Python's regular expressions ends before a last line feed, that of JavaScript does not.
# So what may not occur is named in a `not`, which means the same in both.
_CONTROL_CHARACTERS = r"[\u0000-\u001f\u007f-\u009f\u2028\u2029]"
_CONTROL_CHARACTERS_BUT_LINE_ENDS = r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]"
_SOMETHING = r"\S"
_EMAIL = r"^[^\s@,;<>()\"]+@[^\s@,;<>()\"]+\.[^\s@,;<>()\".]+$"
_RELEASE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]+)?$"
_LONGEST_ADDRESS = 2000


def request_schema(
    forms: Mapping[RequestType, RequestForm], hidden_fields: Mapping[str, str]
) -> dict[str, Any]:
    """The JSON Schema (2020-12) of every request that the forms of a site can make.

    It is one of several objects, told apart by `right`; each stands under `$defs` by that name.
    """
    return {
        "$schema": DIALECT,
        "title": "A person’s request about their personal data",
        "description": (
            "What a request form of this site posts: as application/json, or with the same names "
            "as application/x-www-form-urlencoded, where an array repeats its name and an empty "
            "value counts as none."
        ),
        "oneOf": [{"$ref": f"#/$defs/{request_type}"} for request_type in forms],
        "$defs": {
            str(request_type): _object(form, hidden_fields) for request_type, form in forms.items()
        },
    }


def _object(form: RequestForm, hidden_fields: Mapping[str, str]) -> dict[str, Any]:
    always = ["schema_version", "right", *(["article"] if form.article else [])]
    asked = [field.name for field in form.fields if field.is_required and not field.audiences]
    conditional = [field for field in form.fields if field.is_required and field.audiences]
    return {
        "title": f"Request: {form.request_type}",
        "type": "object",
        "properties": dict(_properties(form, hidden_fields)),
        "required": always + asked,
        "additionalProperties": False,
        **({"allOf": [_required_of_some(field) for field in conditional]} if conditional else {}),
    }


def _properties(
    form: RequestForm, hidden_fields: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    yield (
        "schema_version",
        {"description": "The version of this contract.", "const": SCHEMA_VERSION},
    )
    yield "right", {"description": "What is asked for.", "const": str(form.request_type)}
    if form.article:
        yield (
            "article",
            {"description": "The article of the GDPR that grants it.", "const": form.article},
        )
    for field in form.fields:
        yield field.name, _described(field)
    yield "policy_release", _POLICY_RELEASE
    for name, value in hidden_fields.items():
        yield name, {"description": "A fixed value that the site adds.", "const": value}
    for name in TECHNICAL_FIELDS:
        yield name, _TECHNICAL[name]


def _described(field: FormField) -> dict[str, Any]:
    described = {"description": _DESCRIPTIONS[field.name]} if field.name in _DESCRIPTIONS else {}
    if field.added:
        label = field.added.label
        described = {"title": label.everywhere or next(iter((label.by_language or {}).values()))}
    return {**described, **_value(field)}


def _value(field: FormField) -> dict[str, Any]:
    if field.name == "email":
        return {"type": "string", "format": "email", "pattern": _EMAIL, **_line(field.longest)}
    something = {"pattern": _SOMETHING} if field.is_required else {}
    match field.kind:
        case FieldKind.TEXT:
            return {"type": "string", **_line(field.longest), **something}
        case FieldKind.LONG_TEXT:
            unfit = {"not": {"pattern": _CONTROL_CHARACTERS_BUT_LINE_ENDS}}
            return {"type": "string", "maxLength": field.longest, **unfit, **something}
        case FieldKind.CHOICE:
            return {"enum": list(field.options)}
        case FieldKind.CHOICES:
            return {
                "type": "array",
                "items": {"enum": list(field.options)},
                "uniqueItems": True,
                **({"minItems": 1} if field.is_required else {}),
            }


def _line(longest: int) -> dict[str, Any]:
    """One line: without control characters nothing breaks out of the head of an e-mail."""
    return {"maxLength": longest, "not": {"pattern": _CONTROL_CHARACTERS}}


def _required_of_some(field: FormField) -> dict[str, Any]:
    """That a field is required of the audiences that it is asked of."""
    concerned = {"properties": {"audience": {"enum": list(field.audiences)}}}
    return {"if": concerned, "then": {"required": [field.name]}}


_POLICY_RELEASE = {
    "description": "The version of the privacy policy in force, by the id of its release.",
    "type": "string",
    "pattern": _RELEASE,
    **_line(20),
}
_TECHNICAL: Mapping[str, dict[str, Any]] = {
    "reference": {
        "description": (
            "The reference number that the visitor was shown, also the Idempotency-Key. "
            "Without JavaScript there is none: the endpoint makes one."
        ),
        "type": "string",
        "pattern": REFERENCE_PATTERN,
        "minLength": 19,
        "maxLength": 19,
    },
    "opened_at": {
        "description": "When the page was opened. Robots send at once, people do not.",
        "type": "string",
        "format": "date-time",
    },
    "submitted_at": {
        "description": "When it was sent, by the visitor’s clock.",
        "type": "string",
        "format": "date-time",
    },
    "expected_by": {
        "description": "The last day on which an answer is in time, as the visitor was told.",
        "type": "string",
        "format": "date",
    },
    "redirect": {
        "description": (
            "Where to send a browser that posted a form: the page of receipt. "
            "Follow it only to an address that you know."
        ),
        "type": "string",
        "format": "uri",
        "pattern": "^https?://",
        **_line(_LONGEST_ADDRESS),
    },
    "website": {
        "description": "Must be empty: people do not see this field, robots fill it in.",
        "type": "string",
        "maxLength": 0,
    },
}
_DESCRIPTIONS = {
    "audience": "Which group the person belongs to, by its id.",
    "on_behalf_of": "Whether the person writes for themselves (`self`) or acts for somebody else.",
    "further_right": "Which right beside those of the GDPR it is about, by its id.",
    "represented": "The name of the person for whom they act.",
    "incorrect": "What is wrong in the data.",
    "correct": "What it should be.",
    "ground": "Which case of GDPR article 18(1) applies: (a) accuracy, (b) unlawful, (c) claims, "
    "(d) objection.",
    "recipient": "To whom the data should be sent; nothing to receive it oneself.",
    "activities": "Which processing it is about, by the ids of activities.",
    "details": "What the person adds.",
    "solution": "What the person who complains asks to be done.",
    "earlier_request": "The reference of an earlier request, where the complaint is about one.",
    "name": "The person’s name.",
    "email": "Where the answer goes.",
    "language": "The language in which an answer is wanted.",
}
