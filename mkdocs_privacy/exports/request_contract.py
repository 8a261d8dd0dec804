"""The contract of the request forms: a JSON Schema and an OpenAPI document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mkdocs_privacy.exports.export import Content, Export, Sources
from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import RequestForm, request_forms
from mkdocs_privacy.requests.published import render_request_openapi, render_request_schema


def _forms(sources: Sources) -> Mapping[RequestType, RequestForm]:
    """The forms that keep to our contract; none where a service wants it otherwise."""
    if not sources.requests.speaks_our_contract:
        return {}
    return request_forms(sources.center.center, sources.languages)


def _schema(sources: Sources) -> Content | None:
    forms = _forms(sources)
    address = sources.here.file(REQUEST_SCHEMA.name) if sources.here else None
    return partial(render_request_schema, forms, sources.requests, address) if forms else None


def _openapi(sources: Sources) -> Content | None:
    forms = _forms(sources)
    if not forms:
        return None
    return partial(render_request_openapi, forms, sources.requests, sources.languages)


REQUEST_SCHEMA = Export(
    "exports/request.schema.json",
    _schema,
    "The fields of requests as a JSON Schema.",
    is_shared=True,
)
REQUEST_OPENAPI = Export(
    "exports/request.openapi.json", _openapi, "The endpoint of requests as OpenAPI.", is_shared=True
)
