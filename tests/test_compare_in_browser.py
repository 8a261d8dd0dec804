"""The page with all versions in a real browser: which one applied on a day, what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copytree

import psutil
import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from patience import PATIENCE
from playwright.sync_api import Browser, Page, expect
from site_checks.browser import visit_and_watch
from site_checks.server import serve

from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.releases import fold, redline
from mkdocs_privacy.shipped import shipped

ASSETS = shipped("site_template") / "theme" / "assets" / "privacy-center"

ITEMS = "".join(f"<li>{item}</li>" for item in ("name", "e-mail", "address", "orders", "R&amp;D"))
ITEMS_LEFT_OUT = ["name", "e-mail", "address", "orders"]
WORDS = {
    "2018-05-12": f"<h1>Privacy</h1><ul>{ITEMS}</ul><p>We keep data for 5 years.</p><h2>Mail</h2>",
    "2021-01-07": f"<h1>Privacy</h1><ul>{ITEMS}</ul><p>We keep data for 7 years<br>(&lt; 8).</p>",
    "2021-01-07-2": f"<h1>Privacy</h1>\n<ul>{ITEMS}</ul>We <b>keep</b> data for 7 years (&lt; 8).",
    "2026-03-01": "<h1>Privacy</h1><p>&lt;img src=x onerror=alert(1)&gt; «\u202foui\u202f»</p>",
}
GONE = "2019-09-09"
NEWEST_FIRST = ("2026-03-01", "2021-01-07-2", "2021-01-07", GONE, "2018-05-12")


@dataclass(frozen=True)
class Version:
    id: str
    url: str
    label: str


def page_of(title: str, body: str, head: str = "") -> str:
    head = f'<meta charset="utf-8"><title>{title}</title><link rel="icon" href="data:,">{head}'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}'


def write_site(folder: Path, directory_urls: bool = True) -> Path:
    """A site with the forms, the script and the styles as shipped, and four frozen versions."""
    ending = "/" if directory_urls else ".html"
    start = "versions/" if not directory_urls else ""
    versions = [Version(id, f"{start}{id}{ending}", f"Version {id}") for id in NEWEST_FIRST]
    timeline = "".join(
        f'<li data-id="{one.id}" data-effective="{one.id[:10]}">'
        f'<a class="pc-version-link" href="{one.url}">{one.label}</a></li>'
        for one in versions
    )
    assets = "../assets/privacy-center" if directory_urls else "assets/privacy-center"
    head = "".join(
        f'<link rel="stylesheet" href="{assets}/{name}.css">'
        for name in ("privacy-center", "center", "versions")
    )
    forms = templates().get_template("parts/version_forms.html").module
    body = (
        f'<main><h1>All versions</h1><ol class="pc-timeline" id="timeline">{timeline}</ol>'
        f"{forms.applied_on(date(2018, 5, 12))}{forms.compare_versions(versions)}</main>"
        f'<script type="module" src="{assets}/versions.js"></script>'
    )
    pages = {"versions/": page_of("All versions", body, head)}
    for id, words in WORDS.items():
        frozen = f'<nav>Home</nav><div id="frozen-words">{words}</div><footer>{id}</footer>'
        pages[f"versions/{id}/"] = page_of(f"Version {id}", frozen)
    for address, page in pages.items():
        name = f"{address}index.html" if directory_urls else f"{address[:-1]}.html"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(page, encoding="utf-8")
    copytree(ASSETS, folder / "assets" / "privacy-center")
    return folder


def templates() -> Environment:
    localization = Localization("en", load_catalog("en"))
    environment = Environment(
        loader=FileSystemLoader(shipped("site_template")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = localization.message
    environment.filters["date"] = localization.date
    return environment


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page with all versions, in a site below a path."""
    with serve(write_site(tmp_path_factory.mktemp("site")), "/privacy/") as root:
        yield f"{root}versions/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(locale="en-US") as context:
        page = context.new_page()
        assert visit_and_watch(page, address) == []
        yield page


def compare(page: Page, older: str, newer: str) -> None:
    page.get_by_label("Earlier version").select_option(older)
    page.get_by_label("Later version").select_option(newer)
    page.get_by_role("button", name="Compare").click()


# Without JavaScript


def test_without_javascript_there_is_the_list_and_no_form(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        expect(page.locator("form")).to_have_count(2)
        expect(page.locator("form:visible")).to_have_count(0)
        page.get_by_role("link", name="Version 2018-05-12").click()
        expect(page).to_have_title("Version 2018-05-12")


# What applied on a day


@pytest.mark.parametrize(
    ("day", "version"),
    [
        ("2018-05-12", "2018-05-12"),
        ("2018-12-31", "2018-05-12"),
        ("2021-01-07", "2021-01-07-2"),  # the one that was replaced on its first day never applied
        ("2026-02-28", "2021-01-07-2"),
        ("2026-03-01", "2026-03-01"),
        ("2999-01-01", "2026-03-01"),
    ],
)
def test_a_day_leads_to_the_version_that_applied(page: Page, day: str, version: str) -> None:
    page.get_by_label("Day").fill(day)
    page.get_by_role("button", name="Show that version").click()
    page.wait_for_url(f"**/privacy/versions/{version}/")
    expect(page).to_have_title(f"Version {version}")


def test_before_the_first_version_nothing_applied(page: Page) -> None:
    page.get_by_label("Day").fill("2018-05-11")
    page.get_by_role("button", name="Show that version").click()
    expect(page.locator("#applied-on [role=status]")).to_have_text(
        "On that day none of these versions applied yet. The first one applies from 12 May 2018."
    )
    expect(page).to_have_title("All versions")


# Two versions compared


def test_two_versions_are_compared_as_on_the_pages_of_the_changes(page: Page) -> None:
    compare(page, "2018-05-12", "2021-01-07")
    region = page.get_by_role("region")
    expect(region).to_have_accessible_name(
        "What changed between ‘Version 2018-05-12’ and ‘Version 2021-01-07’"
    )
    expect(page.locator("#comparison-title")).to_be_focused()
    expect(page.locator("#compare [role=status]")).to_be_empty()
    passages = redline(WORDS["2018-05-12"], WORDS["2021-01-07"])
    module = templates().get_template("parts/redline.html").module
    printed = module.redline(fold(passages), [None] * 3, "2021-01-07/", below=3)
    assert plain(region.inner_html().partition("</h3>")[2]) == plain(str(printed))
    expect(page.locator("details > .pc-passage")).to_have_text(ITEMS_LEFT_OUT)


def plain(html: str) -> str:
    """The same HTML without line feeds between elements; what did not change is but counted."""
    html = re.sub(r"<details.*?(\d)</span> .*?</details>", r"<b>\1</b>", html, flags=re.DOTALL)
    html = re.sub(r'<p class="pc-left-out">.*?(\d) .*?</p>', r"<b>\1</b>", html, flags=re.DOTALL)
    return re.sub(r">\n+<", "><", html.replace(' lang="en"', "")).strip()


def test_an_older_version_is_always_compared_with_a_newer_one(page: Page) -> None:
    compare(page, "2021-01-07", "2018-05-12")
    expect(page.get_by_role("heading", name="What changed")).to_have_text(
        "What changed between ‘Version 2018-05-12’ and ‘Version 2021-01-07’"
    )
    expect(page.locator("ins").last).to_contain_text("(< 8)")


def test_versions_with_other_markup_have_the_same_words(page: Page) -> None:
    compare(page, "2021-01-07", "2021-01-07-2")
    expect(page.get_by_role("region")).to_contain_text("The text is the same in both versions.")
    expect(page.locator("ins, del")).to_have_count(0)


def test_words_that_look_like_markup_stay_words(page: Page) -> None:
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    compare(page, "2018-05-12", "2026-03-01")
    expect(page.locator("ins")).to_contain_text("<img src=x onerror=alert(1)> «\u202foui\u202f»")
    expect(page.locator("img")).to_have_count(0)


def test_a_version_is_not_compared_with_itself(page: Page) -> None:
    compare(page, "2018-05-12", "2021-01-07")
    expect(page.get_by_role("region")).to_be_visible()
    compare(page, "2021-01-07", "2021-01-07")
    expect(page.locator("#compare [role=status]")).to_have_text(
        "This is the same version twice. Please choose two different ones."
    )
    expect(page.locator("#comparison")).to_be_empty()


def test_a_version_that_cannot_be_fetched_is_named(page: Page) -> None:
    unreadable = (
        "Could not be loaded: Version {}. Please check your internet connection and try again."
    )
    compare(page, GONE, "2021-01-07")
    status = page.locator("#compare [role=status]")
    expect(status).to_have_text(unreadable.format(GONE))

    page.context.set_offline(True)
    compare(page, "2018-05-12", "2026-03-01")
    expect(status).to_have_text(re.compile(r"Could not be loaded"))
    expect(page.locator("#comparison")).to_be_empty()

    page.context.set_offline(False)
    compare(page, "2018-05-12", "2026-03-01")
    expect(page.get_by_role("region")).to_be_visible()


def test_nothing_is_fetched_from_elsewhere(page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.locator("option").evaluate_all(
        "options => options.forEach(one => one.dataset.url = 'https://elsewhere.example/')"
    )
    compare(page, "2018-05-12", "2021-01-07")
    expect(page.locator("#compare [role=status]")).to_contain_text("Could not be loaded")
    assert requests == []


def test_both_forms_work_with_the_keyboard_alone(page: Page) -> None:
    page.get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.type("05112018")
    page.keyboard.press("Enter")
    expect(page.locator("#applied-on [role=status]")).to_contain_text("none of these versions")

    page.get_by_role("button", name="Show that version").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("Version 2018")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#comparison-title")).to_be_focused()
    expect(page.locator("#comparison-title")).to_contain_text(
        "‘Version 2018-05-12’ and ‘Version 2021-01-07-2’"
    )
    page.keyboard.press("Tab")
    expect(page.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("e-mail")).to_be_visible()


def test_both_forms_work_without_directory_urls(browser: Browser, tmp_path: Path) -> None:
    with (
        serve(write_site(tmp_path, directory_urls=False), "/privacy/") as root,
        browser.new_context() as context,
    ):
        page = context.new_page()
        (tmp_path / "versions.html").replace(tmp_path / "all.html")
        assert visit_and_watch(page, f"{root}all.html") == []
        compare(page, "2018-05-12", "2021-01-07")
        expect(page.get_by_role("region")).to_be_visible()
        page.get_by_label("Day").fill("2018-12-31")
        page.get_by_role("button", name="Show that version").click()
        page.wait_for_url("**/privacy/versions/2018-05-12.html")


SLOWEST = {
    "every other word": (" ".join, lambda place, word: word if place % 2 else f"x{place}"),
    "every other block": ("<p>".join, lambda place, word: word if place % 2 else f"x{place}"),
    "nothing in common": ("<p>".join, lambda place, word: f"{word.upper()}"),
}


@pytest.mark.parametrize("case", SLOWEST)
def test_two_policies_of_60_kb_are_compared_in_a_few_seconds(page: Page, case: str) -> None:
    join, change = SLOWEST[case]
    words = [f"word{number}" for number in range(7_000)]
    before = "<p>" + join(words)
    after = "<p>" + join(change(place, word) for place, word in enumerate(words))
    compare_words(page, before, after)


def test_no_break_spaces_after_a_word_take_no_time(page: Page) -> None:
    spaces = "\N{NO-BREAK SPACE}" * 200_000
    compare_words(page, f"<p>before{spaces}", f"<p>after{spaces}")


def compare_words(page: Page, before: str, after: str) -> None:
    for id, policy in (("2018-05-12", before), ("2026-03-01", after)):
        answer = page_of(id, f'<div id="frozen-words">{policy}</div>')
        page.route(f"**/{id}/", lambda route, _, answer=answer: route.fulfill(body=answer))
    start = time_of_browsers()
    compare(page, "2018-05-12", "2026-03-01")
    expect(page.locator("#comparison-title")).to_be_focused(timeout=1000 * PATIENCE)
    assert time_of_browsers() - start < 30


def time_of_browsers() -> float:
    """Seconds of processor time, which do not pass while the machine does other work."""
    times = [one.cpu_times() for one in psutil.Process().children(recursive=True)]
    return sum(one.user + one.system for one in times)
