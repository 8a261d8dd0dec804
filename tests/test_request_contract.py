"""What is published for who writes an endpoint: the JSON Schema and the OpenAPI document."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator
from worlds import LANGUAGES, small_center

from mkdocs_privacy.model import PrivacyCenter, RequestType
from mkdocs_privacy.requests import RequestOptions, find_problems, parse_body, request_forms
from mkdocs_privacy.requests.published import render_request_openapi, render_request_schema

ADDRESS = "https://www.tuimelkous.example/exports/request.schema.json"
ENDPOINT = "https://requests.example.be/privacy/{language}/{right}"
RIGHTS = [str(one) for one in RequestType]


def center() -> PrivacyCenter:
    """The small center with a newsletter, two audiences and fields of its own."""
    content = small_center()
    content["personal_data"] = {one: {"title": one} for one in ("name", "email")}
    content["audiences"]["members"] = {"title": {"nl": "Leden", "fr": "Membres", "en": "Members"}}
    content["activities"]["newsletter"] = {
        **content["activities"]["orders"],
        "title": {"nl": "Nieuwsbrief", "fr": "Lettre", "en": "Newsletter"},
        "legal_basis": "consent",
        "direct_marketing": "true",
    }
    number = {"nl": "Bestelnummer", "fr": "Numéro de commande", "en": "Order number"}
    shops = {one: {"nl": one, "fr": one, "en": one} for one in ("putte", "gent", "mechelen")}
    card = {"label": number, "required": "true", "audiences": ["members"]}
    content["rights"] = {
        "complaints": {},
        "fields": {
            "order": {"label": number, "rights": ["access", "rectification"]},
            "shops": {"label": number, "kind": "choices", "options": shops, "required": "true"},
            "member-card": card,
        },
    }
    return PrivacyCenter.model_validate(content)


FORMS = request_forms(center(), LANGUAGES)
OPTIONS = RequestOptions(endpoint=ENDPOINT, hidden_fields={"brand": "tuimelkous"})


def schema(address: str | None = ADDRESS) -> dict[str, Any]:
    published: dict[str, Any] = json.loads(render_request_schema(FORMS, OPTIONS, address))
    return published


def openapi(options: RequestOptions = OPTIONS) -> dict[str, Any]:
    published: dict[str, Any] = json.loads(render_request_openapi(FORMS, options, LANGUAGES))
    return published


SCHEMA = schema()
OPENAPI = openapi()
[OPERATION] = [path["post"] for path in OPENAPI["paths"].values()]
EXAMPLES = {one["right"]: one for one in SCHEMA["examples"]}


# The JSON Schema


def test_the_schema_is_one_and_says_where_it_stands() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert list(SCHEMA) == [
        *("$schema", "$id", "title", "description", "oneOf", "$defs", "examples"),
    ]
    assert SCHEMA["$id"] == ADDRESS
    assert "$id" not in schema(None)


def test_there_is_an_example_for_each_right_as_a_browser_posts_it() -> None:
    assert list(EXAMPLES) == RIGHTS
    assert EXAMPLES["rectification"] == {
        "schema_version": "1",
        "right": "rectification",
        "article": "16",
        "audience": "customers",
        "incorrect": "You write to me at Kerkstraat 1 in Putte.",
        "correct": "I live at Kerkstraat 10 in Putte.",
        "details": "It is about my order of last spring.\nI have changed my name since.",
        "order": "2026-0042",
        "shops": ["putte", "gent"],
        "name": "An Peeters",
        "email": "an.peeters@example.com",
        "language": "nl",
        "policy_release": "2026-01-01",
        "reference": "7K3F-9QXZ-W2M4-6H8T",
        "opened_at": "2026-11-22T19:57:30Z",
        "submitted_at": "2026-11-22T20:00:00Z",
        "expected_by": "2026-12-22",
        "brand": "tuimelkous",
    }


@pytest.mark.parametrize("right", RIGHTS)
def test_every_example_keeps_to_the_schema(right: str) -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(EXAMPLES[right])] == []
    assert find_problems(EXAMPLES[right], SCHEMA) == ()


@pytest.mark.parametrize("right", RIGHTS)
def test_a_form_says_the_same_as_json(right: str) -> None:
    content_type = "application/x-www-form-urlencoded; charset=utf-8"
    lines = {
        name: value.replace("\n", "\r\n") if isinstance(value, str) else value
        for name, value in EXAMPLES[right].items()
    }
    empty = {"website": "", "redirect": ""}
    posted = urlencode({**lines, **empty}, doseq=True).encode()
    assert parse_body(posted, content_type, SCHEMA) == EXAMPLES[right]
    as_json = json.dumps(EXAMPLES[right]).encode()
    assert parse_body(as_json, "application/json", SCHEMA) == EXAMPLES[right]


# The OpenAPI document


def test_the_openapi_document_is_one() -> None:
    assert list(OpenAPIV31SpecValidator(OPENAPI).iter_errors()) == []
    assert OPENAPI["info"]["version"] == "1"


def test_a_status_has_the_name_of_rfc_9110_whichever_python_writes_it() -> None:
    titles = {
        status: answer["content"]["application/problem+json"]["example"]["title"]
        for status, answer in OPERATION["responses"].items()
        if status >= "400"
    }
    assert titles["404"] == "Not Found"
    assert titles["413"] == "Content Too Large"
    assert titles["422"] == "Unprocessable Content"


def test_it_has_the_schemas_and_examples_of_the_json_schema() -> None:
    known = OPENAPI["components"]["schemas"]
    assert {right: known[right] for right in RIGHTS} == SCHEMA["$defs"]
    json_body, form = OPERATION["requestBody"]["content"].values()
    for body in (json_body, form):
        assert {right: one["value"] for right, one in body["examples"].items()} == EXAMPLES
        assert body["schema"]["oneOf"] == [
            {"$ref": f"#/components/schemas/{right}"} for right in RIGHTS
        ]
    repeated = {"style": "form", "explode": True}
    assert form["encoding"] == {"shops": repeated, "activities": repeated}
    assert "encoding" not in json_body


def test_it_says_where_requests_go() -> None:
    assert OPENAPI["servers"] == [{"url": "https://requests.example.be"}]
    assert list(OPENAPI["paths"]) == ["/privacy/{language}/{right}"]
    right, language, key = OPERATION["parameters"]
    assert right == {
        "name": "right",
        "in": "path",
        "description": "The right, as in the body.",
        "required": True,
        "schema": {"type": "string", "enum": RIGHTS},
    }
    assert (language["name"], language["schema"]["enum"]) == ("language", [*LANGUAGES])
    assert (key["name"], key["in"], key.get("required")) == ("Idempotency-Key", "header", None)
    assert Draft202012Validator(key["schema"]).is_valid('"7K3F-9QXZ-W2M4-6H8T"')
    assert not Draft202012Validator(key["schema"]).is_valid("7K3F-9QXZ-W2M4-6H8T")


def where(**options: Any) -> dict[str, Any]:
    """The servers of a document, and of each path its servers, parameters and rights."""
    document = openapi(RequestOptions(**options))
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []
    paths = {}
    for path, item in document["paths"].items():
        bodies = item["post"]["requestBody"]["content"]
        paths[path] = {
            "servers": [one["url"] for one in item.get("servers", [])],
            "parameters": {
                f"{one['in']}.{one['name']}": one["schema"]["enum"]
                for one in item["post"]["parameters"]
                if one["in"] != "header"
            },
            "rights": [*bodies["application/json"]["examples"]],
        }
    return {"servers": [one["url"] for one in document["servers"]], "paths": paths}


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"format": "netlify"},
        {"format": "formspree", "endpoint": "https://formspree.io/f/xyzabcde"},
    ],
)
def test_without_an_endpoint_of_the_contract_it_is_at_the_root_of_any_server(
    options: dict[str, Any],
) -> None:
    assert where(**options) == {
        "servers": ["/"],
        "paths": {"/": {"servers": [], "parameters": {}, "rights": RIGHTS}},
    }


def test_an_endpoint_for_one_right_and_for_one_language_have_paths_of_their_own() -> None:
    others = [right for right in RIGHTS if right != "erasure"]
    assert where(
        endpoint="https://requests.example.be/privacy/{right}",
        endpoint_by_language={"fr": "https://demandes.example.be/{right}"},
        endpoint_by_right={"erasure": "https://requests.example.be/erase"},
    ) == {
        "servers": ["https://requests.example.be", "https://demandes.example.be"],
        "paths": {
            "/privacy/{right}": {
                "servers": ["https://requests.example.be"],
                "parameters": {"path.right": others},
                "rights": others,
            },
            "/{right}": {
                "servers": ["https://demandes.example.be"],
                "parameters": {"path.right": others},
                "rights": others,
            },
            "/erase": {
                "servers": ["https://requests.example.be"],
                "parameters": {},
                "rights": ["erasure"],
            },
        },
    }


def test_what_stands_behind_a_question_mark_is_a_parameter() -> None:
    assert where(endpoint="https://requests.example.be?site=shop&page={language}") == {
        "servers": ["https://requests.example.be"],
        "paths": {
            "/": {
                "servers": [],
                "parameters": {"query.site": ["shop"], "query.page": [*LANGUAGES]},
                "rights": RIGHTS,
            }
        },
    }


def test_it_has_every_answer_with_an_example_that_keeps_to_its_schema() -> None:
    kept, problem, page = "application/json", "application/problem+json", "text/html"
    answers = OPERATION["responses"].items()
    assert {status: tuple(one.get("content", ())) for status, one in answers} == {
        **dict.fromkeys(("200", "201"), (kept, page)),
        "303": (),
        **dict.fromkeys(("400", "403", "404", "408", "409", "413", "415", "422"), (problem, page)),
        **dict.fromkeys(("429", "503"), (problem, page)),
    }
    for status, answer in answers:
        for type in {kept, problem} & {*answer.get("content", {})}:
            [name] = [answer["content"][type]["schema"]["$ref"].rpartition("/")[2]]
            example = answer["content"][type]["example"]
            component = OPENAPI["components"]["schemas"][name]
            assert [*Draft202012Validator(component).iter_errors(example)] == []
            assert example.get("status", int(status)) == int(status)
    named = {status: [*one.get("headers", {})] for status, one in answers}
    assert {status: names for status, names in named.items() if names} == {
        "303": ["Location"],
        "429": ["Retry-After"],
        "503": ["Retry-After"],
    }


def test_the_same_site_has_the_same_bytes() -> None:
    again = request_forms(center(), LANGUAGES)
    assert render_request_schema(again, OPTIONS, ADDRESS) == render_request_schema(
        FORMS, OPTIONS, ADDRESS
    )
    assert render_request_openapi(again, OPTIONS, LANGUAGES) == render_request_openapi(
        FORMS, OPTIONS, LANGUAGES
    )
