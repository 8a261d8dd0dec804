"""What an endpoint of the contract answers, in terms of OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from mkdocs_privacy.requests import LONGEST_BODY, REFERENCE_PATTERN, name_of_status

_ACCEPTANCE = {
    "title": "A request that is kept",
    "type": "object",
    "properties": {
        "reference": {
            "description": "That of the request; one that the endpoint made where it had none.",
            "type": "string",
            "pattern": REFERENCE_PATTERN,
        },
        "received_at": {"type": "string", "format": "date-time"},
        "expected_by": {
            "description": "The last day on which an answer is in time, counted by the endpoint.",
            "type": "string",
            "format": "date",
        },
    },
    "required": ["reference", "received_at", "expected_by"],
}
_PROBLEM = {
    "title": "Why a post is refused (RFC 9457)",
    "type": "object",
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"description": "In English. Holds nothing that was posted.", "type": "string"},
        "errors": {
            "description": "What is wrong with the fields, in the order of the form.",
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "field": {
                        "description": "Its name; null where it is the request as a whole.",
                        "type": ["string", "null"],
                    },
                    "rule": {
                        "description": (
                            "`missing`, `wrong`, `too_long`, `unknown` (no such choice), "
                            "`unexpected` (no such field), `not_empty` (the field for robots), "
                            "`too_fast` (sent sooner than a person can); there may be others."
                        ),
                        "type": "string",
                    },
                    "message": {
                        "description": "What to tell the visitor, in the language of the request.",
                        "type": "string",
                    },
                },
                "required": ["field", "rule", "message"],
            },
        },
    },
    "required": ["type", "title", "status"],
}
COMPONENTS: Mapping[str, Mapping[str, Any]] = {
    "schemas": {"Acceptance": _ACCEPTANCE, "Problem": _PROBLEM},
    "headers": {
        "RetryAfter": {
            "description": "In how many seconds to try again.",
            "required": True,
            "schema": {"type": "integer", "minimum": 0},
        },
    },
}
"""What the answers refer to."""


def responses(*, has_path_parameters: bool) -> Mapping[str, Any]:
    """The answers to a `POST`, by status."""
    return {
        "200": _accepted("The same request was kept before: it is one and the same."),
        "201": _accepted("The request is kept."),
        "303": {
            "description": (
                "The request is kept, and a browser that posted a form is sent to the page of "
                "receipt: `redirect`, if that is an address of the site."
            ),
            "headers": {
                "Location": {"required": True, "schema": {"type": "string", "format": "uri"}}
            },
        },
        "400": _refused(HTTPStatus.BAD_REQUEST, "It cannot be read: no JSON, or no form."),
        "403": _refused(
            HTTPStatus.FORBIDDEN, "A browser says that the page of another site made it post."
        ),
        **(
            {"404": _refused(HTTPStatus.NOT_FOUND, "There is no such right or language.")}
            if has_path_parameters
            else {}
        ),
        "408": _refused(HTTPStatus.REQUEST_TIMEOUT, "The body took too long to come in."),
        "409": _refused(
            HTTPStatus.CONFLICT, "Another request was kept with the same reference number."
        ),
        "413": _refused(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"It is longer than {LONGEST_BODY} bytes."
        ),
        "415": _refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "It is neither JSON nor a form."),
        "422": _refused(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "It does not keep to the schema.",
            {
                "field": "email",
                "rule": "missing",
                "message": "‘Your e-mail address’ is still empty.",
            },
        ),
        "429": _later(HTTPStatus.TOO_MANY_REQUESTS, "Too many posts from one address."),
        "503": _later(HTTPStatus.SERVICE_UNAVAILABLE, "It could not be kept: nothing is lost yet."),
    }


_PAGE = {"schema": {"description": "A page for a person.", "type": "string"}}


def _accepted(description: str) -> dict[str, Any]:
    example = {
        "reference": "7K3F-9QXZ-W2M4-6H8T",
        "received_at": "2026-11-22T20:00:00Z",
        "expected_by": "2026-12-22",
    }
    acceptance = {"schema": {"$ref": "#/components/schemas/Acceptance"}, "example": example}
    return {
        "description": f"{description} Who wants a page (`Accept: text/html`) gets the receipt.",
        "content": {"application/json": acceptance, "text/html": _PAGE},
    }


def _refused(status: HTTPStatus, description: str, *errors: Mapping[str, str]) -> dict[str, Any]:
    example = {
        "type": "about:blank",
        "title": name_of_status(status),
        "status": int(status),
        "detail": description,
        "errors": list(errors),
    }
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}
    return {
        "description": description,
        "content": {"application/problem+json": problem, "text/html": _PAGE},
    }


def _later(status: HTTPStatus, description: str) -> dict[str, Any]:
    again = {"$ref": "#/components/headers/RetryAfter"}
    return {**_refused(status, description), "headers": {"Retry-After": again}}
