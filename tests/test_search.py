"""What the search finds: words apart, one's own language, and the page that people look for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builds import EXAMPLES, BuildOnce, build_cleanly
from lxml import html
from node import run_node
from patience import until
from playwright.sync_api import Page, Route, expect
from questions import QUESTIONS
from site_checks.browser import start_browser
from site_checks.server import serve
from test_neighbours import PATH, i18n, write_guest

from mkdocs_privacy.pages import PAGE_KINDS, SearchPassage, read_passages

WORDS = re.compile(r"\w+")


def test_a_page_is_cut_at_its_headings_and_its_words_stay_apart() -> None:
    page = """
        <h1>Recipients</h1><p role="note" data-search-exclude>A new version applies.</p>
        <p>Who <em>gets</em> them<br>and why.</p>
        <article><details><summary><h2 id="host">Host &amp; Co</h2></summary>
        <dl><div><dt>Organisation</dt><dd>Host NV<br>Skaldenstraat 121, Belgium</dd></div>
        <div><dt>Data</dt><dd><ul><li>Name</li><li>Address</li></ul></dd></div></dl>
        <table><tr><th>Name</th><th>Stays</th></tr><tr><td>_ga</td><td>1 year</td></tr></table>
        <form><p>Not sent yet</p></form><p hidden>Nothing chosen</p><svg><title>Map</title></svg>
        </details></article>
        <h3 id="empty">Nothing here</h3>
    """
    assert read_passages(page, "Recipients") == (
        SearchPassage("", "Recipients", ("Who gets them", "and why.")),
        SearchPassage(
            "host",
            "Host & Co",
            (
                "Organisation: Host NV",
                "Skaldenstraat 121, Belgium",
                "Data: Name; Address",
                "Name; Stays",
                "_ga; 1 year",
            ),
        ),
        SearchPassage("empty", "Nothing here", ()),
    )


@pytest.fixture(scope="module", params=["webshop", "saas"])
def site(request: pytest.FixtureRequest, build_once: BuildOnce) -> Path:
    return build_once(EXAMPLES / request.param / "mkdocs.yml")


def test_a_term_has_the_colon_of_its_language(site: Path) -> None:
    said = " ".join(entry["text"] for entry in index_of(site, "fr")["docs"])
    colons = re.findall(
        r"\w(?:\u00a0|\u202f| )?: ", html.fromstring(f"<div>{said}</div>").text_content()
    )
    assert len(colons) > 50
    assert {colon[1:] for colon in colons} == {"\u00a0: "}


def index_of(site: Path, language: str = "") -> dict[str, Any]:
    name = f"search_index.{language}.json" if language else "search_index.json"
    index: dict[str, Any] = json.loads((site / "search" / name).read_text("utf-8"))
    return index


def languages_of(site: Path) -> list[str]:
    return sorted(path.name.split(".")[1] for path in site.glob("search/search_index.*.json"))


def by_page(index: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    pages: dict[str, list[dict[str, Any]]] = {}
    for entry in index["docs"]:
        pages.setdefault(entry["location"].partition("#")[0], []).append(entry)
    yield from pages.items()


def test_no_words_are_glued_and_every_passage_has_a_title_and_a_place(site: Path) -> None:
    for address, entries in by_page(index_of(site)):
        page = html.fromstring((site / address / "index.html").read_text("utf-8"))
        words = {word for text in page.xpath("//text()") for word in WORDS.findall(text)}
        places = {*page.xpath("//@id"), ""}
        for entry in entries:
            said = html.fromstring(f"<div>{entry['title']} {entry['text']}</div>")
            found = {word for text in said.xpath("//text()") for word in WORDS.findall(text)}
            assert found <= words, (entry["location"], found - words)
            assert entry["title"]
            assert entry["location"].partition("#")[2] in places


def test_a_reader_finds_all_pages_of_her_language_and_no_others_and_no_old_versions(
    site: Path,
) -> None:
    default, *_ = (code for code in languages_of(site) if not (site / code).exists())
    assert languages_of(site) == ["en", "fr", "nl"]
    whole = index_of(site)
    for language in languages_of(site):
        index = index_of(site, language)
        assert index["config"]["lang"] == [language]
        locations = [entry["location"] for entry in index["docs"]]
        start = "" if language == default else f"{language}/"
        others = {f"{code}/" for code in languages_of(site)} - {start}
        assert locations == [
            entry["location"]
            for entry in whole["docs"]
            if entry["location"].startswith(start)
            and not entry["location"].startswith(tuple(others))
        ]
        assert any(re.fullmatch(rf"{start}(privacy/)?data/", one) for one in locations)
        assert not [one for one in locations if re.search(r"versions/\d|policy/|received/", one)]


@pytest.mark.parametrize("language", QUESTIONS)
def test_the_right_page_is_first_for_what_people_ask(language: str, build_once: BuildOnce) -> None:
    """In the worker of Material's search, as in a browser."""
    site = build_once(EXAMPLES / "webshop" / "mkdocs.yml")
    [worker] = site.glob("assets/javascripts/workers/search.*.js")
    questions = QUESTIONS[language]
    asked = {"index": index_of(site, language), "queries": list(questions)}
    result = run_node("search_worker.mjs", str(worker), capture=True, given=json.dumps(asked))
    assert result.returncode == 0, result.stderr

    start = "" if language == "nl" else f"{language}/"
    addresses = {f"{start}{kind.source}/".removesuffix("index/"): kind.name for kind in PAGE_KINDS}
    first = {
        query: addresses.get(found[0].partition("#")[0]) if found else None
        for query, found in json.loads(result.stdout).items()
    }
    wrong = {
        query: page for query, page in first.items() if page not in questions[query].split(" ")
    }
    assert wrong == {}


FEATURES = {"name": "material", "font": False, "features": ["search.highlight", "search.share"]}


@pytest.fixture(scope="module")
def guest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in two languages that has a privacy center below a path."""
    folder = tmp_path_factory.mktemp("guest")
    config = write_guest(folder, plugins={"i18n": i18n()}, theme=FEATURES)
    return build_cleanly(config, folder / "site")


def test_what_the_search_needs_is_fetched_when_somebody_searches(guest: Path) -> None:
    with serve(guest) as root, start_browser() as browser:
        context = browser.new_context()
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(root)))
        held: list[Route] = []
        page.route("**/search_index.fr.json", lambda route: held.append(route))

        page.goto(f"{root}fr/{PATH}/", wait_until="networkidle")
        assert not [one for one in asked if "search_index" in one or "/workers/" in one]
        page.keyboard.press("/")
        page.keyboard.type("cookies")  # before the index is there
        expect(page.locator(".md-search__input")).to_have_value("cookies")
        until(lambda: held, doing=lambda: page.wait_for_timeout(20))
        held.pop().continue_()
        expect(first_result(page)).to_be_visible()
        links = page.locator(".md-search-result__link")
        found = [link.get_attribute("href") or "" for link in links.all()]
        assert all(one.startswith(f"{root}fr/") for one in found)
        assert [one for one in asked if "search_index" in one] == ["search/search_index.fr.json"]

        page.keyboard.press("Enter")
        page.wait_for_url(f"{root}fr/{PATH}/cookies/?h=cookies")
        until(lambda: held, doing=lambda: page.wait_for_timeout(20))
        held.pop().continue_()
        expect(page.locator("article mark").first).to_have_text(
            re.compile("cookies", re.IGNORECASE)
        )
        context.close()

        phone = browser.new_context(viewport={"width": 390, "height": 844})
        page = phone.new_page()
        page.goto(f"{root}{PATH}/")
        page.locator(".md-header__button[for=__search]").click()
        page.keyboard.type("cookies")
        expect(first_result(page)).to_be_visible()
        page.goto(f"{root}{PATH}/?q=cookies")  # a link that was shared
        expect(first_result(page)).to_be_visible()
        page.goto(root)  # a page of the host's own, which is left alone
        page.keyboard.press("/")
        page.keyboard.type("cookies")
        expect(first_result(page)).to_be_visible()
        phone.close()


def first_result(page: Page) -> Any:
    return page.locator(".md-search-result__item").first
