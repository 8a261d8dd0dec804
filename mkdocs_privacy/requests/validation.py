"""A post as it comes in: read, and held against the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

if TYPE_CHECKING:  # imported where a request is judged: a build or a command judges none
    from jsonschema import FormatChecker
    from jsonschema.exceptions import ValidationError

LONGEST_BODY = 524_288
"""In bytes: more than the longest request needs in any script, percent-encoded."""
_MOST_VALUES = 500


class Unreadable(ValueError):
    """A post that is no request at all; says why, and `status` is the HTTP status of the answer."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a request."""

    field: str | None
    """The name of the field; nothing where it is the request as a whole."""
    rule: str
    """`missing`, `wrong`, `too_long`, `unknown` (choice), `unexpected` (field), `not_empty`."""
    limit: int | None = None
    """With `too_long`: how many characters there may be."""


def parse_body(body: bytes, content_type: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that were posted: JSON as it is, a form turned into the same.

    In a form an empty value counts as none, a line ends in LF, and a name that `schema` knows as
    an array becomes one. Raises Unreadable.
    """
    if len(body) > LONGEST_BODY:
        raise Unreadable(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            f"the request is longer than {LONGEST_BODY} bytes",
        )
    match content_type.partition(";")[0].strip().lower():
        case "application/json":
            return _read_json(body)
        case "application/x-www-form-urlencoded":
            return _read_form(body, _arrays(schema))
    raise Unreadable(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        "the request must be application/json or application/x-www-form-urlencoded",
    )


def _read_json(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body.decode(), object_pairs_hook=_without_duplicates)
        json.dumps(content, ensure_ascii=False).encode()  # half a surrogate pair is no character
    except (ValueError, RecursionError):
        raise Unreadable(HTTPStatus.BAD_REQUEST, "this is not valid JSON in UTF-8") from None
    if not isinstance(content, dict):
        raise Unreadable(HTTPStatus.BAD_REQUEST, "a request is a JSON object")
    lists = [value for value in content.values() if isinstance(value, list)]
    if len(content) - len(lists) + sum(map(len, lists)) > _MOST_VALUES:
        raise Unreadable(HTTPStatus.BAD_REQUEST, f"a request has at most {_MOST_VALUES} values")
    if any(isinstance(item, list | dict) for value in lists for item in value):
        # `uniqueItems` compares recursively: deep nesting would exhaust the stack
        raise Unreadable(HTTPStatus.BAD_REQUEST, "an array must contain texts")
    return content


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a name occurs twice")
    return fields


def _read_form(body: bytes, arrays: frozenset[str]) -> dict[str, Any]:
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=bool(body),
            errors="strict",
            max_num_fields=_MOST_VALUES,
        )
    except ValueError:
        raise Unreadable(HTTPStatus.BAD_REQUEST, "this is not a form in UTF-8") from None
    fields: dict[str, Any] = {}
    for name, value in pairs:
        if not value.strip():
            continue
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        if name in arrays or name in fields:
            present = fields.setdefault(name, [])
            fields[name] = [*(present if isinstance(present, list) else [present]), text]
        else:
            fields[name] = text
    return fields


def _arrays(schema: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(
        name
        for form in schema["$defs"].values()
        for name, value in form["properties"].items()
        if value.get("type") == "array"
    )


def find_problems(fields: Mapping[str, Any], schema: Mapping[str, Any]) -> tuple[Problem, ...]:
    """What the contract says against a request: at most one problem for each field, in its order.

    `schema` is that of `contract.request_schema`.
    """
    right = fields.get("right")
    known = schema["$defs"]
    if not isinstance(right, str) or right not in known:
        return (Problem("right", "missing" if right is None else "unknown"),)
    from jsonschema import Draft202012Validator

    properties = known[right]["properties"]
    found: dict[str | None, Problem]
    found = {name: Problem(name, "unexpected") for name in fields if name not in properties}
    validator = Draft202012Validator(known[right], format_checker=_formats())
    for error in validator.iter_errors(dict(fields)):
        for problem in _problems(error):
            found.setdefault(problem.field, problem)
    return tuple(found[name] for name in dict.fromkeys((*properties, *fields)) if name in found)


def _problems(error: ValidationError) -> Iterator[Problem]:
    if error.validator == "required":
        required: Any = error.validator_value
        present: Any = error.instance
        yield from (Problem(name, "missing") for name in required if name not in present)
    elif error.validator != "additionalProperties":  # found already
        name = str(error.absolute_path[0])
        yield _problem_of(name, error)


def _problem_of(name: str, error: ValidationError) -> Problem:
    if name == "website":
        return Problem(name, "not_empty")
    is_blank = isinstance(error.instance, str | list) and not (
        error.instance.strip() if isinstance(error.instance, str) else error.instance
    )
    if is_blank:
        return Problem(name, "missing")
    match error.validator:
        case "maxLength":
            return Problem(name, "too_long", int(str(error.validator_value)))
        case "enum" | "const":
            return Problem(name, "unknown")
    return Problem(name, "wrong")


@cache
def _formats() -> FormatChecker:
    from jsonschema import FormatChecker

    formats = FormatChecker(formats=())
    formats.checks("date", raises=ValueError)(_is_date)
    formats.checks("date-time", raises=ValueError)(_is_moment)
    return formats


_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII
)


def _is_date(value: object) -> bool:
    return not isinstance(value, str) or date.fromisoformat(value).isoformat() == value


def _is_moment(value: object) -> bool:
    """A moment with its distance from UTC (RFC 3339)."""
    return not isinstance(value, str) or (
        _MOMENT.fullmatch(value) is not None and bool(datetime.fromisoformat(value))
    )
