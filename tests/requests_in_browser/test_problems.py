"""What a visitor is told of a form that is not in order: at the top, at each field, read out."""

from __future__ import annotations

from collections.abc import Iterable

from playwright.sync_api import Locator, Page, expect

from requests_in_browser.endpoint import Endpoint, replies
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


def summary(page: Page) -> Locator:
    return page.locator("#request-problems")


def words(page: Page, name: str, rule: str) -> str:
    """What the page says of a field that breaks a rule."""
    return page.locator(f"[data-field={name}]").get_attribute(f"data-{rule}") or ""


def expect_problems(page: Page, problems: Iterable[str]) -> None:
    expect(summary(page).get_by_role("link")).to_have_text(list(problems))
    expect(page.locator("#request-form .pc-problem")).to_have_text(list(problems))


def test_an_empty_form_says_everything_that_it_needs(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    visit(page, site.form("objection"))
    expect(summary(page)).to_be_hidden()
    send(page)
    expect(summary(page)).to_be_focused()
    expect(summary(page)).to_be_in_viewport()
    expect(summary(page)).to_have_role("alert")
    expect_problems(
        page,
        [
            "Kies een antwoord bij ‘Bij welke groep hoort u?’.",
            "Kies een antwoord bij ‘Tegen welk gebruik maakt u bezwaar?’.",
            "‘Toelichting’ is nog leeg.",
            "‘Uw naam’ is nog leeg.",
            "‘Uw e-mailadres’ is nog leeg.",
        ],
    )
    assert endpoint.received == []


def test_a_problem_describes_its_field_beside_what_already_did(page: Page, site: Site) -> None:
    visit(page, site.form("objection"))
    send(page)
    email = control(page, "email")
    expect(email).to_have_attribute("aria-invalid", "true")
    expect(email).to_have_attribute("aria-describedby", "request-email-hint request-email-problem")
    group = page.locator("fieldset[data-field=activities]")
    expect(group).to_have_accessible_description(
        "Meer dan één antwoord mag. Kies een antwoord bij ‘Tegen welk gebruik maakt u bezwaar?’."
    )
    audience = page.locator("fieldset[data-field=audience]")
    expect(audience).to_have_attribute("aria-describedby", "request-audience-customers-problem")


def test_a_link_in_the_summary_leads_to_the_field(page: Page, site: Site) -> None:
    visit(page, site.form("objection"))
    send(page)
    for name in ("audience", "activities", "details", "name", "email"):
        field = page.locator(f"[data-field={name}]")
        summary(page).get_by_role("link", name=field.locator(".pc-problem").inner_text()).click()
        expect(control(page, name).first).to_be_focused()
        expect(field.locator("label, legend").first).to_be_in_viewport()
        assert page.url == site.form("objection")


def test_a_mended_problem_vanishes_at_once_and_the_summary_with_the_last(
    page: Page, site: Site
) -> None:
    visit(page, site.form("access"))
    send(page)
    expect(summary(page).get_by_role("listitem")).to_have_count(3)
    control(page, "audience", "members").check()
    expect(summary(page).get_by_role("listitem")).to_have_count(2)
    expect(page.locator("fieldset[data-field=audience]")).not_to_have_attribute(
        "aria-describedby", ""
    )
    control(page, "name").fill("Zoë")
    control(page, "email").fill("zoe")
    expect(summary(page).get_by_role("link")).to_have_text([words(page, "email", "missing")])
    control(page, "name").focus()
    expect_problems(page, [words(page, "email", "wrong")])
    control(page, "email").fill("zoe@voorbeeld.example")
    expect(summary(page)).to_be_hidden()
    expect(page.locator(".pc-problem, [aria-invalid], .pc-invalid")).to_have_count(0)
    expect(control(page, "email")).to_have_attribute("aria-describedby", "request-email-hint")


WRONG = [
    ("email", "zoe@voorbeeld", "wrong"),
    ("email", "zoe(thuis)@voorbeeld.be", "wrong"),
    ("name", " \u00a0 ", "missing"),
    ("name", "😀" * 201, "long"),
    ("details", "a" * 10_001, "long"),
]


def test_what_is_typed_is_checked(page: Page, site: Site, endpoint: Endpoint) -> None:
    visit(page, site.form("erasure"))
    for name, typed, rule in WRONG:
        fill_in(page, {**ANSWERS["erasure"], name: typed})
        send(page)
        expect_problems(page, [words(page, name, rule)])
        expect(control(page, name)).to_have_value(typed)
    assert endpoint.received == []


def test_characters_are_counted_as_people_see_them(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    visit(page, site.form("erasure"))
    fill_in(page, {**ANSWERS["erasure"], "name": "😀" * 200, "details": "é\n" * 5_000})
    send(page)
    expect_receipt(page)
    assert endpoint.received[0].json["name"] == "😀" * 200


def test_a_field_of_one_audience_is_asked_of_nobody_else(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    visit(page, site.form("access"))
    expect(control(page, "order-number")).to_be_hidden()
    fill_in(page, {**PERSON, "audience": "customers"})
    send(page)
    expect_problems(page, ["‘Bestelnummer’ is nog leeg."])
    control(page, "order-number").fill("A-1")

    control(page, "audience", "members").check()
    expect(control(page, "order-number")).to_be_hidden()
    send(page)
    expect_receipt(page)
    assert "order-number" not in endpoint.received[0].json


def test_where_another_is_responsible_that_is_told_and_nothing_is_sent(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    visit(page, site.form("access"))
    fill_in(page, PERSON)
    control(page, "audience", "shoppers").check()
    expect(page.locator("#request-audience-shoppers-elsewhere")).to_be_visible()
    expect(page.locator("#request-form button[type=submit]")).to_be_hidden()
    control(page, "audience", "shoppers").press("Enter")
    page.locator("#request-form").evaluate("form => form.requestSubmit()")
    assert endpoint.received == []
    control(page, "audience", "members").check()
    send(page)
    expect_receipt(page)


REFUSAL = {
    "type": "about:blank",
    "title": "Invalid",
    "status": 422,
    "errors": [
        {"field": "email", "rule": "wrong", "message": "Dit domein bestaat niet."},
        {"field": "action", "rule": "unknown", "message": "Deze keuze bestaat niet <meer>."},
    ],
}


def test_what_the_endpoint_refuses_is_told_at_the_fields(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    endpoint.answer = replies(422, REFUSAL, "application/problem+json")
    visit(page, site.form("erasure"))
    fill_in(page, ANSWERS["erasure"])
    send(page)
    expect(summary(page)).to_be_focused()
    expect(summary(page).get_by_role("link")).to_have_text(
        ["Dit domein bestaat niet.", "Deze keuze bestaat niet <meer>."]
    )
    expect(page.locator("#request-failure")).to_be_hidden()
    control(page, "email").fill("zoe@ander.example")
    expect(summary(page).get_by_role("link")).to_have_count(1)
    control(page, "action", "call").check()
    expect(summary(page)).to_be_hidden()


def test_a_new_problem_takes_the_place_of_a_failure(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    endpoint.answer = replies(503, {})
    visit(page, site.form("erasure"))
    fill_in(page, ANSWERS["erasure"])
    send(page)
    expect(page.locator("#request-failure")).to_be_focused()
    control(page, "email").fill("")
    send(page)
    expect(summary(page)).to_be_focused()
    expect(page.locator("#request-failure")).to_be_hidden()


def test_an_endpoint_that_answers_in_another_language_is_told_in_that_of_the_page(
    page: Page, site: Site, endpoint: Endpoint
) -> None:
    endpoint.answer = replies(422, REFUSAL, "application/problem+json")
    visit(page, site.form("erasure"))
    fill_in(page, {**ANSWERS["erasure"], "language": "fr"})
    send(page)
    expect(summary(page).get_by_role("link").first).to_contain_text("Kijk het e-mailadres na")
