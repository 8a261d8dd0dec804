"""Material's own question for consent, in a real browser: told, opened again, and scanned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from builds import build_cleanly, write_config
from consent_world import center_with, exported, sources_of
from playwright.sync_api import expect
from site_checks.browser import find_chromium, start_browser
from site_checks.server import serve
from worlds import WHAT_ENTRIES_LACK, write_files

from mkdocs_privacy.scan import Phase
from mkdocs_privacy.scan.browser import SiteVisit, controls_of, visit_site

COUNTER = """\
  counting:
    name: Counting
    category: statistics
    purpose: counts visits
    consent: required
    items: {yes: {duration: session, purpose: counts visits}}
"""
COOKIES = f"""\
consent: {{service: choice, how: You choose on your first visit.}}
cookies:
  choice: {{use: mkdocs-material}}
{COUNTER}"""
COUNTING = """\
const accepted = __md_get("__consent");
if (accepted) document.cookie = accepted.counting ? "yes=1; path=/" : "no=1; path=/";
"""
"""As in the how-to."""
EXPORTED = yaml.safe_load(exported(sources_of(center_with(COUNTER)), "material-consent.yml"))
ENGLISH = EXPORTED["plugins"][0]["i18n"]["languages"][-1]["extra"]
"""What the owner of a site in English copies from the export."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("material")
    write_files(folder, {"privacy/cookies.yml": COOKIES, "docs/counting.js": COUNTING})
    ignored = ["no-release", "website-without-https", *WHAT_ENTRIES_LACK]
    config = write_config(
        folder,
        theme={"name": "material", "language": "en"},
        extra={**EXPORTED["extra"], **ENGLISH},
        extra_javascript=["counting.js"],
        plugins=["search", {"privacy-center": {"findings": {"ignore": ignored}}}],
    )
    with serve(build_cleanly(config, folder / "site")) as root:
        yield root


def test_the_choice_is_told_on_the_page_about_cookies_and_opened_again(address: str) -> None:
    with start_browser() as browser, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}cookies/")
        question = page.locator("[data-md-component=consent]")
        expect(question.get_by_text("Tick what you allow.")).to_be_visible()
        expect(question.locator("label", has_text="Counting: yes")).to_be_visible()
        expect(question.locator("input[name=counting]")).not_to_be_checked()
        expect(question.get_by_text("Manage")).to_have_count(0)
        question.get_by_role("button", name="Reject").click()
        expect(page.locator("#cookies-choice .refused")).to_have_text(
            re.compile("Refused in this browser: counting", re.IGNORECASE)
        )
        accept = question.get_by_role("button", name="Accept")
        expect(accept).to_be_hidden()
        page.get_by_role("button", name="Change your choice").click()
        expect(accept).to_be_visible()
        question.locator("label", has_text="Counting: yes").click()
        accept.click()
        expect(page.locator("#cookies-choice .accepted")).to_have_text(
            re.compile("Accepted in this browser: counting", re.IGNORECASE)
        )


def test_a_scan_refuses_and_accepts_all_by_its_boxes_and_buttons(address: str) -> None:
    chromium = find_chromium()
    visit = SiteVisit(
        (address,),
        controls=controls_of("mkdocs-material", None, None),
        phases=(Phase.REFUSED, Phase.ACCEPTED),
        executable=Path(chromium) if chromium else None,
    )
    seen = visit_site(visit, lambda *_: None)
    assert seen.unanswered == ()
    assert {(one.phase, one.name) for one in seen.stored if one.name in ("yes", "no")} == {
        (Phase.REFUSED, "no"),
        (Phase.ACCEPTED, "yes"),
    }
