"""Nothing that was typed is lost, nothing of it stays once it was received, nor in an address."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from requests_in_browser.endpoint import Endpoint
from requests_in_browser.visitor import (
    ANSWERS,
    PERSON,
    control,
    expect_receipt,
    fill_in,
    send,
    visit,
)
from requests_in_browser.world import Site

ANSWERED = {
    **ANSWERS["objection"],
    "audience": "customers",
    "order-number": "A-1",
    "action": ["write"],
    "title": "doctor",
    "language": "fr",
}


def expect_answered(page: Page) -> None:
    expect(control(page, "audience", "customers")).to_be_checked()
    expect(control(page, "order-number")).to_be_visible()
    expect(control(page, "order-number")).to_have_value("A-1")
    expect(control(page, "action", "call")).not_to_be_checked()
    expect(control(page, "action", "write")).to_be_checked()
    expect(control(page, "title")).to_have_value("doctor")
    expect(control(page, "language")).to_have_value("fr")
    expect(control(page, "details")).to_have_value("Ik sta op de foto.")
    expect(control(page, "email")).to_have_value("zoe@voorbeeld.example")


def test_what_was_typed_is_there_after_a_reload_and_on_the_way_back(page: Page, site: Site) -> None:
    visit(page, site.form("objection"))
    fill_in(page, ANSWERED)
    page.reload(wait_until="domcontentloaded")
    expect_answered(page)
    visit(page, site.form("access"))
    expect(control(page, "email")).to_have_value("")
    visit(page, site.form("objection"))
    expect_answered(page)


def test_it_stays_in_the_tab_and_only_until_it_was_received(page: Page, site: Site) -> None:
    visit(page, site.form("objection"))
    fill_in(page, ANSWERED)
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == []
    assert page.evaluate("Object.keys(sessionStorage)") == ["privacy-request:/rights/objection/"]
    send(page)
    expect_receipt(page)
    expect(page.locator("#receipt-filled")).to_be_visible()
    assert page.evaluate("Object.keys(sessionStorage)") == ["privacy-request-receipt"]
    page.go_back()
    expect(control(page, "email")).to_have_value("")
    expect(page.locator("#letter")).not_to_contain_text("zoe@voorbeeld.example")


NO_STORAGE = "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('no') }})"


def test_a_browser_that_keeps_nothing_sends_all_the_same(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    visit(page, site.form("objection"))
    page.evaluate(NO_STORAGE)
    fill_in(page, ANSWERED)
    send(page)
    expect_receipt(page)
    expect(page.locator(".pc-lead.pc-unknown")).to_be_visible()
    assert len(endpoint.received) == 1


def test_a_link_fills_in_what_the_owner_allows_and_nothing_else(page: Page, site: Site) -> None:
    asked = (
        "order-number=A-7&action=write&action=burn&email=eve@evil.example&right=erasure&from=mail"
    )
    visit(page, f"{site.form('access')}?{asked}#request")
    assert page.url == f"{site.form('access')}?from=mail#request"
    control(page, "audience", "customers").check()
    expect(control(page, "order-number")).to_have_value("A-7")
    expect(control(page, "action", "write")).to_be_checked()
    expect(control(page, "action", "call")).not_to_be_checked()
    expect(control(page, "email")).to_have_value("")
    expect(page.locator("#request-form [name=right]")).to_have_value("access")
    page.reload(wait_until="domcontentloaded")
    expect(control(page, "order-number")).to_have_value("A-7")


def test_what_a_link_fills_in_is_never_markup_and_never_too_long(page: Page, site: Site) -> None:
    page.on("dialog", lambda dialog: dialog.dismiss())
    script = "%22%3E%3Cimg src=x onerror=alert(1)%3E"
    visit(page, f"{site.form('access')}?order-number={script}")
    control(page, "audience", "customers").check()
    expect(control(page, "order-number")).to_have_value('"><img src=x onerror=alert(1)>')
    expect(page.locator("#letter")).to_contain_text('"><img src=x onerror=alert(1)>')
    expect(page.locator("#request-form img, #letter img")).to_have_count(0)
    visit(page, f"{site.form('erasure')}?order-number={'9' * 201}")
    expect(control(page, "order-number")).to_have_value("")


def test_no_address_ever_holds_what_was_typed(page: Page, site: Site, endpoint: Endpoint) -> None:
    visited: list[str] = []
    page.on("request", lambda request: visited.append(request.url))
    page.on("framenavigated", lambda frame: visited.append(frame.url))
    visit(page, site.form("access"))
    fill_in(page, PERSON)
    send(page)
    expect_receipt(page)
    expect(page.locator("#receipt-filled")).to_be_visible()
    assert [one for one in visited if "zoe" in one.lower() or "?" in one or "#" in one] == []
    assert endpoint.received[0].path == "/nl/access"
