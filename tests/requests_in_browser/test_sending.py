"""A request is sent once and arrives, or the visitor is told that it did not and keeps it all."""

from __future__ import annotations

from threading import Event

import pytest
from playwright.sync_api import Locator, Page, expect

from requests_in_browser.endpoint import (
    REFERENCE,
    Answer,
    Endpoint,
    confirms,
    hangs_up,
    redirects,
    replies,
    shows_a_page,
    waits_for,
)
from requests_in_browser.visitor import (
    ANSWERS,
    control,
    expect_receipt,
    fill_in,
    send,
    visit,
    wait_a_little,
)
from requests_in_browser.world import Site


@pytest.fixture
def form(page: Page, site: Site) -> Page:
    """A form that is filled in."""
    visit(page, site.form("erasure"))
    fill_in(page, ANSWERS["erasure"])
    return page


def button(page: Page) -> Locator:
    return page.get_by_role("button", name="Verzoek versturen")


def failure(page: Page) -> Locator:
    return page.locator("#request-failure")


def references(endpoint: Endpoint) -> list[str]:
    return [post.json["reference"] for post in endpoint.received]


def test_a_double_click_is_one_request(form: Page, endpoint: Endpoint) -> None:
    answered = Event()
    endpoint.answer = waits_for(answered)
    wait_a_little(form)
    button(form).dblclick()
    button(form).press("Enter")
    answered.set()
    expect_receipt(form)
    assert len(endpoint.received) == 1


def test_while_it_is_sent_the_visitor_hears_so_and_keeps_the_focus(
    form: Page, endpoint: Endpoint
) -> None:
    answered = Event()
    endpoint.answer = waits_for(answered)
    wait_a_little(form)
    button(form).click()
    expect(form.get_by_role("status").filter(has_text="Bezig met versturen")).to_be_visible()
    expect(form.locator("#request-form")).to_have_attribute("aria-busy", "true")
    expect(button(form)).to_have_attribute("aria-disabled", "true")
    expect(button(form)).to_be_focused()
    answered.set()
    expect_receipt(form)


def test_who_is_quicker_than_a_person_waits_a_moment_unasked(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    page.clock.pause_at(page.evaluate("new Date(Date.now() + 60_000).toISOString()"))
    visit(page, site.form("erasure"))
    fill_in(page, ANSWERS["erasure"])
    button(page).click()
    expect(page.locator("#request-status")).to_have_text("Bezig met versturen …")
    page.clock.run_for(500)
    assert endpoint.received == []
    page.clock.run_for(3000)
    page.clock.resume()
    expect_receipt(page)


FAILURES: dict[str, Answer] = {
    "an error": replies(500, {}),
    "an error page": shows_a_page(500),
    "a page that looks like success": shows_a_page(200),
    "a connection that drops": hangs_up,
    "a redirect to a page of thanks": redirects(303, "/thanks"),
    "a refusal of the whole": replies(422, {"errors": [{"field": None, "rule": "too_fast"}]}),
    "a refusal of a field that nobody sees": replies(422, {"errors": [{"field": "website"}]}),
    "nonsense": replies(400, {"errors": [None, "?", {"field": ["email"]}]}),
}


def test_after_a_failure_everything_is_there_and_sending_again_works(
    form: Page, endpoint: Endpoint
) -> None:
    for name, answer in FAILURES.items():
        endpoint.answer = answer
        send(form)
        expect(failure(form), name).to_be_focused()
        expect(failure(form)).to_be_in_viewport()
        expect(failure(form)).to_have_role("alert")
        expect(failure(form).locator(".pc-too-many")).to_be_hidden()
        expect(form.locator("#request-status")).to_be_empty()
        expect(control(form, "details")).to_have_value("Alles.\n\nAub.")
    endpoint.answer = confirms
    button(form).click()
    expect_receipt(form)
    assert len(set(references(endpoint))) == 1


def test_a_page_that_may_not_post_there_says_that_it_failed(form: Page, endpoint: Endpoint) -> None:
    endpoint.allows_other_sites = False
    send(form)
    expect(failure(form)).to_be_focused()
    assert endpoint.received == []


def test_who_has_no_connection_keeps_everything_even_after_a_reload(
    form: Page, endpoint: Endpoint
) -> None:
    form.context.set_offline(True)
    send(form)
    expect(failure(form)).to_be_focused()
    form.context.set_offline(False)
    form.reload(wait_until="domcontentloaded")
    send(form)
    expect_receipt(form)
    assert len(endpoint.received) == 1


def test_an_endpoint_without_an_answer_is_given_twenty_seconds(
    form: Page, endpoint: Endpoint
) -> None:
    answered = Event()
    endpoint.answer = waits_for(answered)
    with form.expect_request("**/nl/erasure"):
        send(form)
    form.clock.fast_forward(20_000)
    expect(failure(form)).to_be_focused()
    answered.set()


def test_too_many_requests_are_told_apart(form: Page, endpoint: Endpoint) -> None:
    endpoint.answer = replies(429, {"title": "Too many"}, "application/problem+json")
    send(form)
    expect(failure(form)).to_be_focused()
    expect(failure(form).locator(".pc-too-many")).to_be_visible()


def test_the_ways_beside_the_form_are_one_link_away(form: Page, endpoint: Endpoint) -> None:
    endpoint.answer = replies(503, {})
    send(form)
    failure(form).get_by_role("link").click()
    expect(form.locator("#otherwise")).to_be_in_viewport()
    expect(form.locator("#letter")).to_contain_text("zoe@voorbeeld.example")


@pytest.mark.parametrize("status", [307, 308])
def test_a_redirect_is_followed(form: Page, endpoint: Endpoint, status: int) -> None:
    endpoint.answer = redirects(status, "/moved")
    send(form)
    expect_receipt(form)
    assert [post.path for post in endpoint.received] == ["/nl/erasure", "/moved"]


def test_what_the_endpoint_says_of_the_request_goes_before_what_the_browser_made(
    form: Page, endpoint: Endpoint
) -> None:
    endpoint.answer = replies(201, {"reference": REFERENCE, "expected_by": "2030-01-31"})
    send(form)
    expect_receipt(form)
    expect(form.locator("[data-slot=reference]")).to_have_text(REFERENCE)
    expect(form.locator("#receipt-filled .pc-expected-by")).to_have_text("31 januari 2030")


def test_what_says_something_else_is_another_request(form: Page, endpoint: Endpoint) -> None:
    endpoint.answer = replies(503, {})
    send(form)
    expect(failure(form)).to_be_focused()
    form.reload(wait_until="domcontentloaded")
    send(form)
    expect(failure(form)).to_be_focused()
    control(form, "details").fill("Toch niet alles.")
    button(form).click()
    expect(failure(form)).to_be_focused()
    first, second, third = references(endpoint)
    assert first == second != third


def test_after_a_request_was_received_the_same_words_are_another(
    form: Page, site: Site, endpoint: Endpoint
) -> None:
    send(form)
    expect_receipt(form)
    visit(form, site.form("erasure"))
    fill_in(form, ANSWERS["erasure"])
    send(form)
    expect_receipt(form)
    assert len(set(references(endpoint))) == 2


def test_a_reference_that_belongs_to_another_request_is_not_used_again(
    form: Page, endpoint: Endpoint
) -> None:
    endpoint.answer = replies(409, {})
    send(form)
    expect(failure(form)).to_be_focused()
    button(form).click()
    expect(failure(form)).to_be_focused()
    assert len(set(references(endpoint))) == 2
