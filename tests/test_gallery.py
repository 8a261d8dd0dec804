"""Pages whose facts are long, many, one or none: nothing is cut, nothing empty, nothing made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from building_here import build_here
from gallery import write_world
from lxml import html
from playwright.sync_api import Page
from site_checks.accessibility import AXE, DRESS, STAND_STILL, Onlooker
from site_checks.browser import start_browser
from site_checks.nu import find_markup_errors
from site_checks.server import serve
from test_pictures_in_browser import CUT

SEEN: Mapping[str, str] = {
    "names": "home for/customers data who-has-your-data processors cookies contact",
    "many": "data processors",
    "one": "processors cookies",
    "none": "home data who-has-your-data policy",
}
"""The pages of each site that a browser looks at."""

LANGUAGE_OF = {"names": "nl", "many": "nl", "one": "fr", "none": "en"}
"""One for each, for the sake of time: `python tests/gallery.py` builds them in all."""

OPEN = "for (const one of document.querySelectorAll('article details')) one.open = true"
WIDER = """() => {
  const root = document.documentElement;
  const wider = root.scrollWidth > root.clientWidth ? ["the page"] : [];
  for (const one of document.querySelectorAll("article *:not(svg *, .pc-beyond)")) {
    const isClipped = getComputedStyle(one).overflowX !== "visible" && one.clientWidth > 1;
    if (isClipped && one.scrollWidth > one.clientWidth + 1) wider.push(one.className);
  }
  return wider;
}"""
"""What somebody must scroll sideways to read, but the one picture that scrolls by itself."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each site of the gallery."""
    written, sites = tmp_path_factory.mktemp("written"), tmp_path_factory.mktemp("gallery")
    for name, language in LANGUAGE_OF.items():
        config = write_world(written / name, name, (language,))
        result = build_here(config, "--site-dir", str(sites / name))
        assert (result.exit_code, result.output) == (0, ""), result.output
    return sites


@pytest.fixture(scope="module")
def address(sites: Path) -> Iterator[str]:
    with serve(sites) as address:
        yield address


@pytest.fixture(scope="module")
def phone() -> Iterator[Page]:
    with start_browser() as browser, browser.new_context(reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def onlooker() -> Onlooker:
    return Onlooker()


@pytest.mark.parametrize("name", SEEN)
def test_nothing_is_cut_or_wider_than_a_phone_or_a_barrier(
    phone: Page, address: str, onlooker: Onlooker, name: str
) -> None:
    found = {}
    for page in SEEN[name].split():
        phone.goto(f"{address}{name}/{page}/".replace("/home/", "/"))
        phone.evaluate(DRESS, STAND_STILL)
        phone.evaluate(AXE)
        phone.set_viewport_size({"width": 320, "height": 844})
        if name != "many":  # what unfolds of one recipient unfolds of each
            phone.evaluate(OPEN)
        wrong = [*phone.evaluate(WIDER), *phone.evaluate(CUT)]
        wrong += onlooker.look_at(phone, "light, phone")
        phone.set_viewport_size({"width": 390, "height": 844})
        wrong += phone.evaluate(WIDER)
        if wrong:
            found[page] = wrong
    assert found == {}


def test_the_markup_of_the_gallery_is_valid(sites: Path) -> None:
    assert find_markup_errors(sites) == []


def article(sites: Path, name: str, page: str) -> html.HtmlElement:
    text = (sites / name / page / "index.html").read_text("utf-8")
    [found] = html.fromstring(text).cssselect("article.md-content__inner")
    return found


@pytest.mark.parametrize("name", SEEN)
def test_no_heading_stands_above_nothing(sites: Path, name: str) -> None:
    for path in (sites / name).rglob("index.html"):
        page = article(sites, name, str(path.parent.relative_to(sites / name)))
        for heading in page.cssselect(":is(h2, h3, h4):not([hidden] *)"):
            [top] = heading.xpath("parent::summary | self::*[not(parent::summary)]")
            [below] = top.xpath("following-sibling::*[1]") or [html.fromstring("<p></p>")]
            has_more = below.text_content().strip() or below.cssselect("svg, input")
            assert has_more, (path, heading.text_content())


def test_where_nothing_is_stated_nothing_good_is_claimed(sites: Path) -> None:
    label = article(sites, "none", "").cssselect(".pc-label dl > div")[1:-1]
    said = {fact[0].text_content(): fact[1].text_content().strip() for fact in label}
    assert said == {
        "Recipients": "Not stated",
        "Retention period": "No entirely fixed period stated",
        "Cookies that need consent": "Not stated",
        "Automated decisions": "not stated for 1 use",
    }
    way_in = article(sites, "none", "").cssselect("a[href^='who-has']")
    assert [link.text_content() for link in way_in] == ["Who has my data?"]


@pytest.mark.parametrize("page", ["data", "for/customers"])
def test_a_line_says_how_many_receive_data_where_nobody_would_read_all(
    sites: Path, page: str
) -> None:
    [line] = [
        link
        for link in article(sites, "many", page).cssselect(".pc-lines a, td a")
        if link.text_content() == "200 ontvangers"
    ]
    assert line.get("href", "").endswith("#activity-orders")


def test_two_hundred_recipients_are_folded_where_they_are_abroad_and_found_by_category(
    sites: Path,
) -> None:
    page = article(sites, "many", "processors")
    [line] = page.cssselect("details:has(> summary > #outside):not([open]) + .pc-lines")
    told = "Bij 125 kunnen gegevens de Europese Economische Ruimte verlaten"
    assert line.text_content().strip() == told
    ways = [link.get("href") for link in page.cssselect(".pc-contents a")]
    assert ways == [f"#{one.get('id')}" for one in page.cssselect(".pc-category > h2")]
    assert len(ways) == 7
    few = article(sites, "names", "processors")
    assert few.cssselect("section.pc-note > #outside")
    assert not few.cssselect(".pc-contents")
