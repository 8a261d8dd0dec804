"""The desk in a real browser: to see, to hear, on a phone, by keyboard, and on paper."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desks import RunningDesk, running_desk
from playwright.sync_api import Browser, Page, ViewportSize, expect
from site_checks.accessibility import AXE, COLOR_SCHEMES, VIEWPORTS, ColorScheme, Onlooker
from site_checks.browser import visit_and_watch
from site_checks.nu import find_markup_errors
from worlds import LANGUAGES

from mkdocs_privacy.requests.extension import Extension, ExtensionReason
from mkdocs_privacy.requests.outcome import Decision, Ground, Outcome
from mkdocs_privacy.requests.request import Channel
from mkdocs_privacy.requests.store import EntryKind, MailKind

HOSTILE = "\u202e<script>alert(1)</script> " + "w" * 400 + "\n\n“q” مرحبا"
TODAY = datetime.now(UTC).date()
WIDTHS: dict[str, ViewportSize] = {
    **VIEWPORTS,
    "tablet": {"width": 1024, "height": 700},
    "reflow": {"width": 320, "height": 256},
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    with running_desk(tmp_path_factory.mktemp("desk"), key="k" * 32, sends_mail=True) as running:
        yield running


@pytest.fixture(scope="module")
def pages(desk: RunningDesk) -> Sequence[str]:
    """Every page of a desk, with a request in each state."""
    late = desk.receive(
        40, mails=(MailKind.OWNER,), details=HOSTILE, order=HOSTILE, reach=["post", "phone"]
    )
    desk.at_store(lambda store: store.assign(late, HOSTILE, desk.sign()))
    desk.at_store(lambda store: store.note(late, EntryKind.NOTE, HOSTILE, desk.sign()))
    extended = desk.receive(27, right="erasure", article="17", language="fr")
    extension = Extension(TODAY + timedelta(40), ExtensionReason.COMPLEX, TODAY, "Trois archives.")
    desk.at_store(lambda store: store.extend(extended, extension, desk.sign(), by_mail=True))
    closed = desk.receive(20, right="portability", article="20")
    refusal = Decision(Outcome.PARTLY_GRANTED, TODAY, Ground.NOT_PORTABLE, "Niet alles.", "Note.")
    desk.at_store(lambda store: store.close(closed, refusal, desk.sign()))
    by_post = desk.receive(
        1, channel=Channel.LETTER, without=("email",), postal_address="Kerkstraat 1\n2580 Putte"
    )
    return (
        "?status=all&by=An",
        "?reference=none",
        "figures",
        "add",
        "add?right=access",
        "add?right=direct-marketing&by=An",
        f"requests/{late}",
        f"requests/{extended}?by=An&done=1",
        f"requests/{closed}",
        f"requests/{by_post}",
        "requests/0000-0000-0000-0000",
    )


def in_language(path: str, language: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}language={language}"


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(form => form.open = true)")


def look_at(
    page: Page, name: str, onlooker: Onlooker, only_colors: Container[str] = ()
) -> Iterator[str]:
    """What axe finds, and what sticks out, on a wide screen, a tablet, a phone, and at 400 %."""
    page.evaluate(AXE)
    for width, viewport in WIDTHS.items():
        page.set_viewport_size(viewport)
        barriers = onlooker.look_at(page, width, only_colors=width in only_colors)
        yield from (f"{name} [{width}]: {found}" for found in barriers)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            yield f"{name} [{width}]: scrolls sideways"


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_can_read_every_page(
    desk: RunningDesk, pages: Sequence[str], browser: Browser, language: str
) -> None:
    """Other languages have other words in the same places: two widths tell whether they do."""
    known = () if language == LANGUAGES[0] else ("tablet", "phone")
    assert (
        barriers_on(desk, browser, "light", [in_language(path, language) for path in pages], known)
        == []
    )


def test_everybody_can_read_every_page_in_the_dark(
    desk: RunningDesk, pages: Sequence[str], browser: Browser
) -> None:
    """Nothing but colours differs from light, and no colour from language to language."""
    assert (
        barriers_on(desk, browser, "dark", [in_language(path, "nl") for path in pages], WIDTHS)
        == []
    )


def barriers_on(
    desk: RunningDesk,
    browser: Browser,
    color_scheme: ColorScheme,
    paths: Sequence[str],
    only_colors: Container[str],
) -> list[str]:
    """What stands in the way of somebody on these pages, with all that can be opened open."""
    onlooker = Onlooker()
    barriers: list[str] = []
    with browser.new_context(color_scheme=color_scheme, bypass_csp=True) as context:
        page = context.new_page()
        for path in paths:
            page.goto(f"{desk.root}/{path}")
            open_all(page)
            barriers += look_at(page, path, onlooker, only_colors)
    return barriers


def test_a_form_that_failed_can_be_read_too_and_has_the_focus(
    desk: RunningDesk, browser: Browser
) -> None:
    reference = desk.receive(3)
    barriers: list[str] = []
    for color_scheme in COLOR_SCHEMES:
        onlooker = Onlooker()
        only_colors = WIDTHS if color_scheme == "dark" else ()
        with browser.new_context(color_scheme=color_scheme, bypass_csp=True) as context:
            page = context.new_page()
            page.goto(f"{desk.root}/requests/{reference}?language=fr")
            open_all(page)
            form = page.locator("form[action*='/close']")
            form.get_by_label("Refusée").check()
            form.locator("[name=by]").fill("An")
            form.locator("button").last.click()
            expect(page.locator("[role=alert]")).to_be_focused()
            page.locator("[role=alert] a").click()
            expect(page.locator("#close-ground")).to_be_focused()
            expect(form.get_by_label("Refusée")).to_be_checked()
            barriers += look_at(page, "failed", onlooker, only_colors)
            page.goto(f"{desk.root}/add?right=objection")
            page.locator("form").evaluate("form => form.noValidate = true")
            page.locator("form button").click()
            barriers += look_at(page, "failed to add", onlooker, only_colors)
    assert barriers == []


def test_what_an_officer_does_works_under_our_own_policy(
    desk: RunningDesk, browser: Browser
) -> None:
    reference = desk.receive(3)
    with browser.new_context() as context:
        page = context.new_page()
        assert visit_and_watch(page, f"{desk.root}/?language=en") == []
        page.get_by_role("link", name=reference).click()
        page.get_by_text("Assign", exact=True).first.click()
        page.locator("form[action*='/assign'] [name=assignee]").fill("Jan")
        page.locator("form[action*='/assign'] [name=by]").fill("An")
        page.get_by_role("button", name="Assign").click()
        expect(page.locator("[role=status]")).to_have_text("Stored.")
        page.get_by_text("Close", exact=True).first.click()
        form = page.locator("form[action*='/close']")
        form.get_by_label("Granted", exact=True).check()
        with context.expect_page() as opened:
            form.get_by_role("button", name="Letter to print").click()
        assert "Geachte" in opened.value.inner_text("body")
        assert (
            opened.value.locator(".letter").evaluate(
                "letter => getComputedStyle(letter).backgroundColor"
            )
            == "rgb(255, 255, 255)"
        ), "the letter has its own style"
        with page.expect_navigation():
            form.locator("button").last.click()
        expect(page.locator("[role=status]")).to_have_text("Stored.")
        assert context.cookies() == []
    decision = desk.stored(reference).decision
    assert decision
    assert decision.outcome is Outcome.GRANTED
    assert desk.stored(reference).assignee == "Jan"


def test_no_page_asks_for_anything_else_or_complains(
    desk: RunningDesk, pages: Sequence[str], browser: Browser
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        assert [
            problem for path in pages for problem in visit_and_watch(page, f"{desk.root}/{path}")
        ] == []


def test_on_paper_there_is_the_request_and_nothing_to_click(
    desk: RunningDesk, pages: Sequence[str], browser: Browser
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{desk.root}/{pages[7]}")
        page.emulate_media(media="print")
        assert page.locator("button:visible, input:visible, nav:visible").count() == 0
        assert "Trois archives." in page.inner_text("main")


def test_the_markup_is_valid(desk: RunningDesk, pages: Sequence[str], tmp_path: Path) -> None:
    reference = desk.receive(3)
    for number, path in enumerate(pages):
        for language in LANGUAGES:
            html = desk.open(in_language(path, language)).answer.text
            (tmp_path / f"{number}-{language}.html").write_text(html, encoding="utf-8")
    failed = desk.send(reference, "close", outcome="refused", by="")
    (tmp_path / "failed.html").write_text(failed.answer.text, encoding="utf-8")
    assert find_markup_errors(tmp_path) == []
