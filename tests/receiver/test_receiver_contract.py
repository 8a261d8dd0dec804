"""The receiver keeps to the contract that the site publishes, as schemathesis reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import settings
from requests_world import an_intake
from running import Running, receiver, settings_in

from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import RequestOptions
from mkdocs_privacy.requests.published.openapi import render_request_openapi

WITH_PLACEHOLDERS = "/ask/{language}/{right}"


def published(path: str, *rights: RequestType) -> schemathesis.BaseSchema:
    """What the site publishes about an endpoint; of a few rights, or it would take a minute."""
    intake = an_intake()
    options = RequestOptions(endpoint=f"https://requests.example.be{path}")
    forms = {one: intake.forms[one] for one in rights}
    document = render_request_openapi(forms, options, tuple(intake.localizations))
    return schemathesis.openapi.from_dict(json.loads(document))


# fixtures, or every process of the tests would make up cases when it collects tests;
# between them they have every kind of field
@pytest.fixture(scope="module")
def document_at_the_root() -> schemathesis.BaseSchema:
    return published("/", RequestType.ACCESS, RequestType.WITHDRAW_CONSENT)


@pytest.fixture(scope="module")
def document_below_a_path() -> schemathesis.BaseSchema:
    return published(WITH_PLACEHOLDERS, RequestType.RESTRICTION)


at_the_root = schemathesis.pytest.from_fixture("document_at_the_root")
below_a_path = schemathesis.pytest.from_fixture("document_below_a_path")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("receiver")
    with receiver(settings_in(folder, paths=("/", WITH_PLACEHOLDERS))) as one:
        yield one


@at_the_root.parametrize()
@settings(max_examples=50)
def test_every_answer_is_one_of_the_contract(case: schemathesis.Case, running: Running) -> None:
    _say_what_no_schema_can(case)
    case.call_and_validate(base_url=running.address)


@below_a_path.parametrize()
@settings(max_examples=50)
def test_so_is_every_answer_at_an_address_with_placeholders(
    case: schemathesis.Case, running: Running
) -> None:
    _say_what_no_schema_can(case)
    case.call_and_validate(base_url=running.address)


def _say_what_no_schema_can(case: schemathesis.Case) -> None:
    """The header and the path repeat what the body says, and nobody fills in a form in less than
    two seconds.

    Only where the whole case is meant to be right; schemathesis then still writes `0` into the
    header.
    """
    assert case.meta
    if not case.meta.generation.mode.is_positive or not isinstance(case.body, dict):
        return
    case.headers.pop("Idempotency-Key", None)
    if reference := case.body.get("reference"):
        case.headers["Idempotency-Key"] = f'"{reference}"'
    if "right" in case.path_parameters:
        case.path_parameters["right"] = case.body["right"]
    if "opened_at" in case.body and "submitted_at" in case.body:
        case.body["opened_at"] = "2026-01-01T00:00:00Z"
        case.body["submitted_at"] = "2026-01-01T00:01:00Z"
