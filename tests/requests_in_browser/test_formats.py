"""What each kind of endpoint gets, from the same form and the same visitor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from site_checks.server import serve

from mkdocs_privacy.requests import find_problems, parse_body
from requests_in_browser.endpoint import (
    ACCESS_KEY,
    Endpoint,
    NetlifyHost,
    fides,
    formspree,
    netlify,
    shows_a_page,
    web3forms,
)
from requests_in_browser.visitor import PERSON, control, expect_receipt, fill_in, send, visit
from requests_in_browser.world import Site, build

ANSWERED = {**PERSON, "action": ["call", "write"], "details": "Rechts:\nlinks"}
SENT = [
    ["Bij welke groep hoort u?", "Leden"],
    ["Toelichting", "Rechts:\nlinks"],
    ["Actie", "Bel mij", "Schrijf mij"],
    ["Uw naam", "Zoë d’Hondt & Co"],
    ["Uw e-mailadres", "zoe@voorbeeld.example"],
]
MADE = {"reference", "opened_at", "submitted_at", "expected_by"}
STATED: Mapping[str, object] = {
    "schema_version": "1",
    "right": "access",
    "article": "15",
    "language": "nl",
    "shop": "antwerpen",
    **ANSWERED,
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, listener: Endpoint) -> Iterator[Any]:
    """A site for each format, in one language, built when it is first asked for."""
    built: dict[str, Site] = {}
    with ExitStack() as hosts:

        def site(format: str) -> Site:
            if format not in built:
                folder = tmp_path_factory.mktemp(format)
                (folder / "site").mkdir()
                host = netlify if format == "netlify" else serve
                root = hosts.enter_context(host(folder / "site"))
                endpoint = {} if format == "netlify" else {"endpoint": f"{listener.address}/in"}
                key = {"access_key": ACCESS_KEY} if format == "web3forms" else {}
                requests = {
                    "format": format,
                    **endpoint,
                    **key,
                    "hidden_fields": {"shop": "antwerpen"},
                }
                build(folder, requests, site_url=root)
                built[format] = Site(root, folder / "site")
            return built[format]

        yield site


def expect_everything_on_the_receipt(page: Page, state: str) -> None:
    expect_receipt(page)
    rows = page.locator("[data-slot=sent] > div")
    expect(rows).to_have_count(len(SENT))
    assert [row.locator("dt, dd").all_inner_texts() for row in rows.all()] == SENT
    expect(page.locator(f"[data-state={state}]")).to_be_visible()
    expect(page.locator("[data-state]:visible")).to_have_count(1)
    expect(page.locator(".pc-unknown:visible")).to_have_count(0)


def without_what_the_browser_made(fields: Mapping[str, object]) -> dict[str, object]:
    assert set(fields) > MADE
    return {name: value for name, value in fields.items() if name not in {*MADE, "redirect"}}


# A form, and the redirect of the endpoint to the page of receipt


def test_a_form_is_posted_as_without_javascript_but_with_a_reference(
    page: Page, sites: Any, endpoint: Endpoint
) -> None:
    site = sites("form")
    visit(page, site.form("access"))
    fill_in(page, ANSWERED)
    page.locator("#request-form button[type=submit]").dblclick()
    page.clock.fast_forward(3000)
    expect_everything_on_the_receipt(page, "sent")
    [post] = endpoint.received
    fields = parse_body(post.body, post.content_type, site.schema)
    assert find_problems(fields, site.schema) == ()
    assert without_what_the_browser_made(fields) == STATED
    expect(page.locator("[data-slot=reference]")).to_have_text(str(fields["reference"]))
    assert page.evaluate("Object.keys(sessionStorage)") == ["privacy-request-receipt"]


def test_on_the_way_back_from_a_page_of_errors_everything_is_there(
    page: Page, sites: Any, endpoint: Endpoint
) -> None:
    endpoint.answer = shows_a_page(500)
    visit(page, sites("form").form("access"))
    fill_in(page, ANSWERED)
    send(page)
    expect(page).to_have_title("Oops")
    page.go_back(wait_until="domcontentloaded")
    expect(control(page, "details")).to_have_value("Rechts:\nlinks")
    send(page)
    expect(page).to_have_title("Oops")
    first, second = (dict(post.pairs)["reference"] for post in endpoint.received)
    assert first == second


# Fides


def test_fides_gets_an_array_with_the_policy_that_carries_the_right_out(
    page: Page, sites: Any, endpoint: Endpoint
) -> None:
    endpoint.answer = fides
    visit(page, sites("fides").form("access"))
    fill_in(page, ANSWERED)
    send(page)
    expect_everything_on_the_receipt(page, "received")
    [[request]] = [post.json for post in endpoint.received]
    custom = request.pop("custom_privacy_request_fields")
    assert request == {
        "identity": {"email": "zoe@voorbeeld.example", "phone_number": None},
        "policy_key": "default_access_policy",
        "property_id": None,
        "source": "Privacy Center",
        "location": None,
    }
    values = {name: one["value"] for name, one in custom.items()}
    assert without_what_the_browser_made(values) == {
        name: value for name, value in STATED.items() if name != "email"
    }
    labels = {name: one["label"] for name, one in custom.items()}
    assert labels["name"] == "Uw naam"
    assert labels["action"] == "Actie"
    assert labels["article"] == "article"


def test_what_fides_answers_200_to_may_have_failed(
    page: Page, sites: Any, endpoint: Endpoint
) -> None:
    endpoint.answer = fides
    visit(page, sites("fides").form("erasure"))
    fill_in(page, ANSWERED)
    send(page)
    expect(page.locator("#request-failure")).to_be_focused()


def test_fides_has_no_trap_for_robots_so_the_browser_is_one(
    page: Page, sites: Any, endpoint: Endpoint
) -> None:
    visit(page, sites("fides").form("access"))
    fill_in(page, {**ANSWERED, "website": "https://spam.example"})
    send(page)
    expect(page.locator("#request-failure")).to_be_focused()
    assert endpoint.received == []


# Services


def test_netlify_gets_a_form_by_its_name(page: Page, sites: Any) -> None:
    NetlifyHost.received.clear()
    visit(page, sites("netlify").form("access"))
    fill_in(page, ANSWERED)
    send(page)
    expect_everything_on_the_receipt(page, "received")
    [post] = NetlifyHost.received
    assert post.path == "/rights/received/"
    pairs = post.pairs
    assert ("form-name", "privacy-access-nl") in pairs
    assert [value for name, value in pairs if name == "action"] == ["call", "write"]
    assert dict(pairs)["details"] == "Rechts:\nlinks"
    assert len([name for name, _ in pairs if name == "reference"]) == 1


def test_a_host_that_is_not_netlify_says_so(page: Page, sites: Any) -> None:
    visit(page, sites("netlify").form("access"))
    fill_in(page, ANSWERED)
    page.locator("[name=form-name]").evaluate("field => field.value = 'unknown'")
    send(page)
    expect(page.locator("#request-failure")).to_be_focused()


def test_formspree_gets_form_data_and_answers_json(
    page: Page, sites: Any, endpoint: Endpoint
) -> None:
    endpoint.answer = formspree
    visit(page, sites("formspree").form("access"))
    fill_in(page, {**ANSWERED, "email": "zoe@voorbeeld.invalid"})
    send(page)
    problem = "Kijk het e-mailadres na. Het moet eruitzien als naam@example.com."
    expect(page.locator("#request-problems a")).to_have_text([problem])
    control(page, "email").fill("zoe@voorbeeld.example")
    send(page)
    expect_everything_on_the_receipt(page, "received")
    pairs = endpoint.received[-1].pairs
    assert [value for name, value in pairs if name == "action"] == ["call", "write"]
    assert dict(pairs)["email"] == "zoe@voorbeeld.example"
    assert "_gotcha" not in dict(pairs)


def test_web3forms_gets_json_with_the_access_key(
    page: Page, sites: Any, endpoint: Endpoint
) -> None:
    endpoint.answer = web3forms
    visit(page, sites("web3forms").form("access"))
    fill_in(page, ANSWERED)
    send(page)
    expect_everything_on_the_receipt(page, "received")
    fields = endpoint.received[0].json
    assert fields["access_key"] == ACCESS_KEY
    assert fields["action"] == "call, write"
    assert "botcheck" not in fields


def test_what_web3forms_answers_200_to_may_have_failed(
    page: Page, sites: Any, endpoint: Endpoint
) -> None:
    endpoint.answer = web3forms
    visit(page, sites("web3forms").form("access"))
    fill_in(page, ANSWERED)
    page.locator("[name=access_key]").evaluate("field => field.value = 'wrong'")
    send(page)
    expect(page.locator("#request-failure")).to_be_focused()


# Our own contract


def test_json_that_has_every_field_is_as_the_published_contract_wants_it(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    visit(page, site.form("access"))
    page.locator("#request-form").evaluate(
        "form => form.setAttribute('data-releases', "
        "'2020-01-01=2020-01-01 2021-01-01-2=2021-01-01 2999-01-01=2999-01-01')"
    )
    fill_in(page, {**ANSWERED, "audience": "customers", "title": "doctor"})
    control(page, "order-number").fill(" A-1\t")
    send(page)
    expect_receipt(page)
    [fields] = [post.json for post in endpoint.received]
    assert find_problems(fields, site.schema) == ()
    assert fields["order-number"] == "A-1"
    assert fields["title"] == "doctor"
    assert fields["policy_release"] == "2021-01-01-2"


def test_a_robot_that_fills_in_the_trap_is_left_to_the_endpoint(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    visit(page, site.form("access"))
    fill_in(page, {**ANSWERED, "website": "https://spam.example"})
    send(page)
    expect_receipt(page)
    [fields] = [post.json for post in endpoint.received]
    assert [problem.rule for problem in find_problems(fields, site.schema)] == ["not_empty"]
