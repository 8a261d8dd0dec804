"""The endpoint of a site's request forms, for who writes or tries one: `request.openapi.json`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import (
    REFERENCE_PATTERN,
    SCHEMA_VERSION,
    RequestOptions,
    request_schema,
)
from mkdocs_privacy.requests.published.responses import COMPONENTS, responses
from mkdocs_privacy.requests.published.schema import Forms, as_file, request_examples

_ABOUT = """\
Where the request forms of this site post to. The site writes this document; the endpoint is the \
organisation’s own.

A browser posts JSON, or a form where the site wants that; without JavaScript it always posts a \
form. Then nothing is in it that the page would have filled in, such as the `reference`. Who posts \
a form is a person in front of a browser: send them to the page of receipt, or answer with a page.

The endpoint stands at another origin than the site, so it answers `OPTIONS` and every `POST` with \
`Access-Control-Allow-Origin`, and allows the headers `Content-Type` and `Idempotency-Key`.

What a browser posts can be made up: hold it against the schema again.
"""


def render_request_openapi(
    forms: Forms, options: RequestOptions, languages: tuple[str, ...]
) -> str:
    """The file `request.openapi.json` (OpenAPI 3.1), with an example for each right.

    Without an endpoint of the contract it describes one at the root of any server. `info.version`
    is that of the contract.
    """
    places = _places(forms, options, languages)
    origins = _distinct(origin for place in places.values() for origin in place.origins)
    schema = request_schema(forms, options.hidden_fields)
    examples = request_examples(forms, options)
    paths = {}
    for path, place in places.items():
        servers = [] if place.origins == origins else _servers(place.origins)
        paths[path] = {
            **({"servers": servers} if servers else {}),
            "post": _operation(place, schema, examples),
        }
    components = {**COMPONENTS, "schemas": {**schema["$defs"], **COMPONENTS["schemas"]}}
    return as_file(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "Requests of persons about their personal data",
                "version": SCHEMA_VERSION,
                "description": _ABOUT,
            },
            "servers": _servers(origins),
            "paths": paths,
            "components": components,
        }
    )


@dataclass
class _Place:
    """A path that requests are posted to."""

    origins: list[str] = field(default_factory=list)
    rights: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    query: dict[str, list[str]] = field(default_factory=dict)
    """The values of each name behind the `?`."""
    names_right: bool = False
    names_language: bool = False


def _places(
    forms: Forms, options: RequestOptions, languages: tuple[str, ...]
) -> Mapping[str, _Place]:
    """Every path, as the options write it, with what is posted there."""
    places: dict[str, _Place] = {}
    for request_type in forms:
        for language in languages:
            stated = (
                options.endpoint_for(language, request_type)
                if options.speaks_our_contract
                else None
            )
            address = urlsplit(stated or "/")
            path = address.path or "/"
            place = places.setdefault(path, _Place())
            place.names_right = "{right}" in path
            place.names_language = "{language}" in path
            place.rights = _distinct([*place.rights, str(request_type)])
            place.languages = _distinct([*place.languages, language])
            if address.netloc:
                place.origins = _distinct([*place.origins, f"{address.scheme}://{address.netloc}"])
            for name, value in parse_qsl(address.query):
                filled = value.replace("{language}", language).replace("{right}", request_type)
                place.query[name] = _distinct([*place.query.get(name, []), filled])
    return places


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _servers(origins: list[str]) -> list[Mapping[str, str]]:
    return [{"url": origin} for origin in origins or ["/"]]


def _operation(
    place: _Place, schema: Mapping[str, Any], examples: Mapping[RequestType, dict[str, Any]]
) -> Mapping[str, Any]:
    references = {right: f"#/components/schemas/{right}" for right in place.rights}
    arrays = _distinct(
        name
        for right in place.rights
        for name, value in schema["$defs"][right]["properties"].items()
        if value.get("type") == "array"
    )
    body = {
        "schema": {
            "oneOf": [{"$ref": reference} for reference in references.values()],
            "discriminator": {"propertyName": "right", "mapping": references},
        },
        "examples": {
            right: {"value": example} for right, example in examples.items() if right in references
        },
    }
    repeated = {name: {"style": "form", "explode": True} for name in arrays}
    return {
        "summary": "Make a request",
        "parameters": _parameters(place),
        "requestBody": {
            "description": (
                "Both types have the same fields. In a form an array repeats its name, a value "
                "that is empty counts as none, and lines end in CR LF."
            ),
            "required": True,
            "content": {
                "application/json": body,
                "application/x-www-form-urlencoded": {
                    **body,
                    **({"encoding": repeated} if repeated else {}),
                },
            },
        },
        "responses": responses(has_path_parameters=place.names_right or place.names_language),
    }


def _parameters(place: _Place) -> list[dict[str, Any]]:
    parameters = []
    if place.names_right:
        parameters.append(_parameter("path", "right", "The right, as in the body.", place.rights))
    if place.names_language:
        described = "The language of the page that the form stands on."
        parameters.append(_parameter("path", "language", described, place.languages))
    for name, values in place.query.items():
        parameters.append(_parameter("query", name, "As the site writes it.", values))
    return [
        *parameters,
        {
            "name": "Idempotency-Key",
            "in": "header",
            "description": (
                "The `reference` in quotation marks (draft-ietf-httpapi-idempotency-key-header); "
                "pages send it with JSON. A request that comes twice is one."
            ),
            "schema": {
                "type": "string",
                "pattern": f'^"{REFERENCE_PATTERN.strip("^$")}"$',
            },
        },
    ]


def _parameter(place: str, name: str, description: str, values: list[str]) -> dict[str, Any]:
    return {
        "name": name,
        "in": place,
        "description": description,
        "required": True,
        "schema": {"type": "string", "enum": values},
    }
