"""Both examples, built as their owners would and looked at as their visitors would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from builds import ENVIRONMENT, EXAMPLES, BuildOnce, build_cleanly
from playwright.sync_api import Browser
from site_checks.accessibility import COLOR_SCHEMES, ColorScheme, Onlooker, find_barriers
from site_checks.links import find_broken_links
from site_checks.nu import find_markup_errors
from site_checks.server import list_addresses, serve
from worlds import LANGUAGES

_RIGHTS_SEEN = ("/rights/", "/rights/objection/", "/rights/complaint/", "/rights/received/")
_LONG_WORDS = ("/data/", "/cookies/", "/rights/", "/rights/objection/", "/contact/", "/versions/")
_VERSION = re.compile(r"/versions/([0-9-]+)/")


class Example(NamedTuple):
    """A built example, served on this machine."""

    name: str
    site: Path
    address: str

    @property
    def pages(self) -> list[str]:
        return list_addresses(self.site, self.address)

    def one_page_of_each_kind(self, language: str) -> list[str]:
        """The pages in one language; of forms, old texts, redlines and pages for an audience one.

        A browser takes its time. One redline is like another, the words of a version are those of
        the whole policy, and tests/test_everything.py looks at every form. Of the pages for an
        audience, which one template makes, the longest has all that the others have. Of a second
        language, whose pages differ in words, a few are enough, and of the second example, which
        has the same templates.
        """
        pages = [page for page in self.pages if self.language_of(page) == language]
        if language != "nl" or self.name == "saas":
            return [page for page in pages if page.endswith(_LONG_WORDS)]
        redlines = [page for page in pages if page.endswith("/changes/") and "/versions/" in page]
        versions = [page for page in pages if _VERSION.search(page) and page not in redlines]
        old_texts = [page for page in versions if "2019-05-01" in page]
        forms = [page for page in pages if "/rights/" in page and not page.endswith(_RIGHTS_SEEN)]
        audiences = sorted((page for page in pages if "/for/" in page), key=self.length_of)
        left_out = {*redlines[:-1], *versions, *forms, *audiences[:-1]} - {*old_texts}
        return [page for page in pages if page not in left_out]

    def length_of(self, page: str) -> int:
        return (self.site / page.removeprefix(self.address) / "index.html").stat().st_size

    def language_of(self, page: str) -> str:
        first = page.removeprefix(self.address).partition("/")[0]
        return first if first in ("fr", "en") else "nl"


@pytest.fixture(scope="module", params=["webshop", "saas"])
def example(request: pytest.FixtureRequest, build_once: BuildOnce) -> Iterator[Example]:
    name: str = request.param
    site = build_once(EXAMPLES / name / "mkdocs.yml")
    with serve(site) as address:
        yield Example(name, site, address)


def test_the_markup_of_every_page_is_valid(example: Example) -> None:
    assert find_markup_errors(example.site) == []


def test_every_link_and_anchor_within_the_site_leads_somewhere(example: Example) -> None:
    assert find_broken_links(example.site) == []


@pytest.fixture(scope="module")
def onlooker() -> Onlooker:
    """One for all languages and both examples, which have the same style sheets."""
    return Onlooker()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_puts_up_a_barrier_or_asks_another_host_or_sets_a_cookie_or_complains(
    example: Example, browser: Browser, onlooker: Onlooker, language: str
) -> None:
    pages = example.one_page_of_each_kind(language)
    assert len(pages) > 5
    colors: Sequence[ColorScheme] = COLOR_SCHEMES if language == "nl" else ("light",)
    problems = find_barriers(browser, pages, color_schemes=colors, onlooker=onlooker, watches=True)
    assert problems == []


def test_nothing_is_kept_on_the_device_before_the_visitor_chooses_a_palette(
    example: Example, browser: Browser
) -> None:
    kept = "JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage)])"
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(example.address, wait_until="load")
        page.wait_for_function("document.body.dataset.mdColorScheme == 'slate'")
        assert page.evaluate(kept) == "[[],[]]"
        page.locator(".privacy-center-palette").click()
        page.wait_for_function("document.body.dataset.mdColorScheme == 'default'")
        assert page.evaluate(kept) == '[["/.__palette"],[]]'


def test_every_page_says_what_it_is_and_in_which_language(example: Example) -> None:
    for path in example.site.rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        folder = path.relative_to(example.site).parts[0]
        language = folder if folder in ("fr", "en") else "nl"
        assert re.search(rf'<html lang="{language}"', html), path
        assert re.search(r'<meta name="description" content="[^"]{20,}">', html), path
        assert re.search(r'<link rel="canonical" href="https://[^"]+">', html), path
        assert re.search(r'<link rel="icon" href="[^"]+favicon.svg">', html), path


def test_nothing_internal_reaches_the_site(example: Example) -> None:
    data = [path.read_text("utf-8") for path in (EXAMPLES / example.name).glob("privacy/*.yml")]
    assert sum(words.count("INTERNAL-") for words in data) > 10
    for path in example.site.rglob("*"):
        assert not path.is_file() or b"INTERNAL-" not in path.read_bytes(), path


def test_the_same_data_makes_the_same_bytes_elsewhere_and_in_another_time_zone(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENVIRONMENT, "TZ", "Pacific/Kiritimati")
    monkeypatch.setitem(ENVIRONMENT, "PYTHONHASHSEED", "7")
    again = build_cleanly(EXAMPLES / example.name / "mkdocs.yml", tmp_path / "elsewhere")
    pages_and_feeds = (*example.site.rglob("*.html"), *example.site.rglob("*.atom"))
    for path in sorted((*pages_and_feeds, *example.site.rglob("*.json"))):
        same = again / path.relative_to(example.site)
        assert path.read_bytes() == same.read_bytes(), path
