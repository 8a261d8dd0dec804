"""pydantic's errors as findings: at the line of the key, in words that say what right looks like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.model import PrivacyCenter, Record, suggestion

_RULES = {"missing": "missing-key", "extra_forbidden": "unknown-key"}
_SHAPES = {
    "dict_type": "a mapping is expected here: `key: value` lines, indented",
    "model_type": "a mapping is expected here: `key: value` lines, indented",
    "model_attributes_type": "a mapping is expected here: `key: value` lines, indented",
    "tuple_type": "a list is expected here: `[one, two]`, or lines that begin with `- `",
    "string_type": "a single text is expected here",
    "bool_parsing": "write `true` or `false`",
    "bool_type": "write `true` or `false`",
    "int_parsing": "a whole number is expected here",
    "int_type": "a whole number is expected here",
    "too_short": "at least one is needed here",
    "string_too_short": "the text is empty: write it or remove the key",
}


def explain(error: ValidationError, places: Mapping[KeyPath, Place]) -> list[Finding]:
    """One finding for each error, at the nearest key that the owner wrote."""
    return [_explain(details, places) for details in error.errors(include_url=False)]


def _explain(details: ErrorDetails, places: Mapping[KeyPath, Place]) -> Finding:
    kind = details["type"]
    path = _written_path(details["loc"], places, keep_last=kind == "missing")
    return Finding(
        _RULES.get(kind, kind.replace("_", "-")),
        _message(details),
        path=path,
        place=_place(path, places),
    )


def _written_path(
    location: Sequence[int | str], places: Mapping[KeyPath, Place], keep_last: bool
) -> KeyPath:
    """The location without what pydantic adds for unions and keys."""
    path: KeyPath = ()
    for index, step in enumerate(location):
        if (*path, step) in places or (keep_last and index == len(location) - 1):
            path = (*path, step)
    return path


def _place(path: KeyPath, places: Mapping[KeyPath, Place]) -> Place | None:
    while path:
        if path in places:
            return places[path]
        path = path[:-1]
    return None


def _message(details: ErrorDetails) -> str:
    kind, location, context = details["type"], details["loc"], details.get("ctx", {})
    if kind == "missing":
        field = _fields(location[:-1]).get(str(location[-1]))
        description = f": {_lower(field.description)}" if field and field.description else ""
        return f"`{location[-1]}` is missing{description}"
    if kind == "extra_forbidden":
        known = _fields(location[:-1])
        hint = suggestion(str(location[-1]), known)
        listed = "" if hint or not known else f"; known are {', '.join(sorted(known))}"
        return f"the key ‘{location[-1]}’ is not known here{hint}{listed}"
    if kind in ("enum", "literal_error"):
        expected = str(context["expected"]).replace("'", "")
        options = expected.replace(" or ", ", ").split(", ")
        hint = suggestion(str(details["input"]), options)
        return f"‘{details['input']}’ is not one of {expected}{hint}"
    if details["input"] is None and kind in _SHAPES:
        return "the key is empty: fill it in or remove it"
    return _SHAPES.get(kind, details["msg"])


def _lower(description: str) -> str:
    sentence = description.rstrip(".")
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence


def _fields(location: Sequence[int | str]) -> dict[str, FieldInfo]:
    """The fields, by the name they have in YAML, of the record at a location."""
    annotation: Any = PrivacyCenter
    for step in location:
        annotation = _inside(annotation, step)
    for record in _records(annotation):
        return {field.alias or name: field for name, field in record.model_fields.items()}
    return {}


def _inside(annotation: Any, step: int | str) -> Any:
    """The annotation one step further: a field, an entry, an item; or the same for a union's tag."""
    for record in _records(annotation):
        for name, field in record.model_fields.items():
            if step in (name, field.alias):
                return field.annotation
    for part in _parts(annotation):
        if get_origin(part) is dict:
            return get_args(part)[1]
        if get_origin(part) is tuple:
            return get_args(part)[0]
    return annotation


def _records(annotation: Any) -> Iterator[type[Record]]:
    for part in _parts(annotation):
        if isinstance(part, type) and not get_origin(part) and issubclass(part, Record):
            yield part


def _parts(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        for part in get_args(annotation):
            yield from _parts(part)
    elif origin is Annotated:
        yield from _parts(get_args(annotation)[0])
    else:
        yield annotation
