"""Every right in every language, with JavaScript and without, from the form to the receipt."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from lxml.html import parse
from playwright.sync_api import Browser, Page, expect
from worlds import LANGUAGES

from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import REFERENCE_PATTERN, find_problems, parse_body
from requests_in_browser.endpoint import Endpoint
from requests_in_browser.visitor import ANSWERS, Answers, fill_in, send, visit
from requests_in_browser.world import Site

ARTICLES = {
    "access": "15",
    "rectification": "16",
    "erasure": "17",
    "restriction": "18",
    "portability": "20",
    "objection": "21(1)",
    "direct-marketing": "21(2)",
    "automated-decisions": "22",
    "withdraw-consent": "7(3)",
}


def test_each_right_has_an_answer_here() -> None:
    assert set(ANSWERS) == set(RequestType)


def asked_in(language: str, *, with_javascript: bool) -> Iterator[tuple[str, Answers]]:
    """Half of the rights: each meets every language, and both a browser with scripts and one
    without, as every language does."""
    for number, (right, answers) in enumerate(ANSWERS.items()):
        if (number + LANGUAGES.index(language)) % 2 == with_javascript:
            yield right, answers


def stated(right: str, language: str, answers: Answers) -> dict[str, object]:
    """What is posted with and without JavaScript: what the site says, and the visitor."""
    article = {"article": ARTICLES[right]} if right in ARTICLES else {}
    return {"schema_version": "1", "right": right, **article, "language": language, **answers}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_words_for_what_may_be_wrong(site: Site, language: str) -> None:
    for right in ANSWERS:
        form = parse(str(site.file(right, language))).find(".//form[@id='request-form']")
        for field in form.findall(".//*[@data-field]"):
            assert field.get("data-missing")
            assert field.get("data-wrong")
            assert field.find("label") is not None or field.find("legend") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_javascript(page: Page, site: Site, endpoint: Endpoint, language: str) -> None:
    for right, answers in asked_in(language, with_javascript=True):
        visit(page, site.form(right, language))
        fill_in(page, answers)
        send(page)
        page.wait_for_url("**/rights/received/", wait_until="commit")
        post = endpoint.received.pop()
        fields = post.json
        assert find_problems(fields, site.schema) == ()
        reference = fields.pop("reference")
        assert re.fullmatch(REFERENCE_PATTERN, reference)
        assert post.headers["Idempotency-Key"] == f'"{reference}"'
        assert post.path == f"/{language}/{right}"
        made = {name: fields.pop(name) for name in ("opened_at", "submitted_at", "expected_by")}
        assert made["opened_at"] < made["submitted_at"] < made["expected_by"]
        assert fields.pop("redirect") == page.url
        assert fields == stated(right, language, answers)
    expect(page.locator("[data-slot=reference]")).to_have_text(reference)
    assert endpoint.received == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript(
    browser: Browser, site: Site, endpoint: Endpoint, language: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for right, answers in asked_in(language, with_javascript=False):
            visit(page, site.form(right, language))
            fill_in(page, answers)
            page.locator("#request-form button[type=submit]").dispatch_event("click")
            page.wait_for_url("**/rights/received/", wait_until="commit")
            post = endpoint.received.pop()
            fields = parse_body(post.body, post.content_type, site.schema)
            assert find_problems(fields, site.schema) == ()
            assert fields.pop("redirect") == page.url
            assert fields == stated(right, language, answers)
        expect(page.locator("#receipt-filled")).to_be_hidden()
        expect(page.locator(".pc-lead.pc-unknown")).to_be_visible()
    assert endpoint.received == []
