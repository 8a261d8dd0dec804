"""Pictures show what the data says and no more, as a table too, where their owner wants them."""

from __future__ import annotations

import csv
import re
from datetime import date
from math import fsum
from pathlib import Path
from typing import Any

import pytest
import yaml
from everything_world import ANNOUNCED, pages
from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring
from worlds import LANGUAGES, small_center

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.catalogue.choosing import in_form
from mkdocs_privacy.exports import Sources, find_exports
from mkdocs_privacy.exports.pictures import PICTURES
from mkdocs_privacy.exports.whereabouts_csv import WHEREABOUTS_CSV
from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import Context, PrivacyCenter
from mkdocs_privacy.pages import Page, Site, render_pages
from mkdocs_privacy.pictures import Picture, PictureOptions
from mkdocs_privacy.pictures.drawing import Gallery, flow
from mkdocs_privacy.pictures.drawing.flow import _COLUMNS
from mkdocs_privacy.pictures.drawing.lettering import width_of, wrap
from mkdocs_privacy.pictures.drawing.scene import SIZES
from mkdocs_privacy.requests import RequestOptions

WORLD = """\
personal_data:
  name: {title: Name}
  email: {title: E-mail address}
activities:
  orders:
    title: Orders
    audiences: [customers]
    purposes: [deliver]
    personal_data: [name, email]
    legal_basis: contract
    retention:
      - {what: invoices, period: P7Y, from: after the sale, law: the Act}
      - {what: parcels, minimum: P1Y, maximum: P2Y, our_choice: complaints}
      - {what: notes, criteria: as long as needed}
    processors: [{id: carrier, personal_data: [name]}, host]
  support:
    title: Support
    audiences: [customers]
    purposes: [help]
    personal_data: [email]
    processors: []
  talks: {title: Talks, audiences: [customers], purposes: [meet], personal_data: [name]}
processors:
  carrier: {name: Carrier, category: delivery, country: BE}
  host:
    name: Host
    category: hosting
    country: NL
    transfers: [{countries: [US], mechanism: scc}]
  lost: {name: Lost, category: other}
disclosures:
  court: {title: A court order, personal_data: [name]}
cookies:
  shop:
    name: Shop
    category: necessary
    purpose: sells
    items:
      cart: {duration: P1D, purpose: your cart}
      open: {duration: persistent, purpose: your cart}
  counter:
    name: Counter
    category: statistics
    purpose: counts
    consent: required
    items: {_ga: {duration: P13M, purpose: counts}, seen: {duration: session, purpose: counts}}
"""


def center_of(changes: dict[str, Any], language: str = "en") -> LocalizedCenter:
    center = PrivacyCenter.model_validate({**small_center(), **changes}, context=Context())
    return LocalizedCenter(center, Localization(language, load_catalog(language)))


def world() -> LocalizedCenter:
    return center_of(yaml.load(WORLD, Loader=yaml.BaseLoader))


def pages_of(center: LocalizedCenter, pictures: PictureOptions | None = None) -> dict[str, Page]:
    site = Site(pictures=pictures or PictureOptions())
    return {page.kind.name: page for page in render_pages(center, site)}


def files_of(center: LocalizedCenter, pictures: PictureOptions | None = None) -> dict[str, str]:
    options = pictures or PictureOptions()
    day, languages = date(2026, 1, 1), (center.language,)
    sources = Sources(center, (), {}, languages, RequestOptions(), day, pictures=options)
    found = find_exports((WHEREABOUTS_CSV, *PICTURES), sources)
    return {export.name: str(render()) for export, render in found.items()}


def parsed(page: Page) -> HtmlElement:
    return fragment_fromstring(page.body, create_parent="div")


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def rows(table: HtmlElement) -> list[str]:
    return [" | ".join(map(words, row)) for row in table.cssselect("tbody tr")]


def folded(page: Page, id: str) -> HtmlElement:
    [fold] = parsed(page).xpath(f"//details[summary//*[@id='{id}']]")
    return fold


def test_each_kind_of_data_has_its_uses_recipients_countries_and_times() -> None:
    page = pages_of(world())["whereabouts"]
    kept = "Invoices: 7 years after the saleParcels: at least one year, at most 2 years"
    kept += "Notes: as long as needed"
    unstated = "Hostreceives data for this use; which data is not stated"
    nobody = "Nobody outside our organisation"
    unknown = "Who receives the data is not stated yet; ask us."
    how_long = "The retention period is not stated yet; ask us."
    name, email = (folded(page, f"ways-of-{kind}") for kind in ("name", "email"))
    assert rows(name) == [
        f"Orders | Carrier | Belgium | {kept}",
        f"Orders | {unstated} | Netherlands and United States | {kept}",
        f"Talks | {unknown} | – | {how_long}",
    ]
    circumstances = "In certain circumstances, others may receive this data too: A court order"
    assert circumstances in words(name)
    assert rows(email) == [
        f"Orders | {unstated} | Netherlands and United States | {kept}",
        f"Support | {nobody} | – | {how_long}",
    ]
    assert "A court order" not in words(email)


def test_the_ways_of_data_are_a_csv_file_too() -> None:
    written = files_of(world())["exports/whereabouts.csv"]
    found = [" | ".join(row) for row in csv.reader(written.splitlines())]
    kept = "Invoices: 7 years after the sale; Parcels: at least one year, at most 2 years; "
    kept += "Notes: as long as needed"
    how_long = "The retention period is not stated yet; ask us."
    unstated = "receives data for this use; which data is not stated"
    column, unknown = (
        "Retention period for this use",
        "Who receives the data is not stated yet; ask us.",
    )
    host = f"Host | Netherlands and United States | {kept} | {unstated}"
    assert found == [
        f"Data | Use | Used to | Recipients | Countries | {column} | Remark",
        f"Name | Orders | deliver | Carrier | Belgium | {kept} | ",
        f"Name | Orders | deliver | {host}",
        f"Name | Talks | meet | {unknown} |  | {how_long} | ",
        "Name |  |  | A court order |  |  | only in this circumstance",
        f"E-mail address | Orders | deliver | {host}",
        f"E-mail address | Support | help | nobody outside our organisation |  | {how_long} | ",
    ]


def test_times_tell_stages_apart_and_what_sets_them() -> None:
    picture = folded(pages_of(world())["data"], "picture-times")
    assert rows(picture) == [
        "Orders | Invoices: 7 years after the sale | Set by law",
        "Orders | Parcels: at least one year, at most 2 years | Our own choice",
        "Orders | Notes: as long as needed | Not stated",
        "Support | The retention period is not stated yet; ask us. | Not stated",
        "Talks | The retention period is not stated yet; ask us. | Not stated",
    ]


def test_a_bar_is_as_long_as_its_time_and_none_is_drawn_for_what_is_unstated() -> None:
    shapes = Gallery(world()).scene(Picture.TIMES).shapes
    bars = [
        (shape.look, round(shape.width))
        for shape in shapes
        if hasattr(shape, "width") and shape.x + shape.width > 60
    ]
    year, further = ("bar-our_choice", 113), ("bar-our_choice", 47)  # the axis grows with the root
    assert bars == [("bar-law", 300), year, further]
    assert [shape.look for shape in shapes].count("open") == 1


def test_countries_stand_by_region_with_what_protects_the_data_there() -> None:
    picture = folded(pages_of(world())["processors"], "picture-countries")
    clauses = "Standard contractual clauses, Implementing Decision (EU) 2021/914, "
    clauses += "Article 46(2)(c) GDPR"
    assert rows(picture) == [
        "Belgium (in our own country) | Carrier | –",
        "Netherlands (in the European Economic Area) | Host | –",
        f"United States (outside the European Economic Area) | Host | {clauses}",
        "Country not stated | Lost | –",
    ]


def test_cookies_show_whether_they_need_consent() -> None:
    told = [
        (group.title, one.what, one.words, one.sort_in_words)
        for group in Gallery(world()).cookies
        for one in group.each
    ]
    assert told == [
        ("Strictly necessary", "cart:", "one day", "Also without consent"),
        ("Strictly necessary", "open:", "until you delete it", "Also without consent"),
        ("Statistics", "_ga:", "13 months", "Only with consent"),
        ("Statistics", "seen:", "until you close the browser", "Only with consent"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_table_says_is_drawn_word_for_word(language: str) -> None:
    seen = set()
    for page in pages(language, day=ANNOUNCED).values():
        for figure in parsed(page).cssselect("figure.pc-figure:not(.pc-wide)"):
            drawn = letters("".join(figure.xpath(".//*[local-name()='text']/text()")))
            cells = figure.getparent().xpath(".//tbody//th | .//tbody//td[position() < 3]")
            seen.add(figure.cssselect("svg")[0].get("aria-labelledby"))
            for cell in cells:
                for fact in re.split(r" \(|, | et | en | and |\n|;", cell.text_content()):
                    said = letters(fact.strip(" –)."))
                    assert said in drawn, (page.kind.name, fact)
    assert len(seen) > 8


def letters(drawn: str) -> str:
    """Words without what differs where lines end, and at their beginning."""
    return re.sub(r"[\W_]", "", drawn).lower()


def test_an_owner_places_a_picture_or_leaves_it_out() -> None:
    options = PictureOptions.model_validate({"times": "home", "countries": "none"})
    of, files = pages_of(world(), options), files_of(world(), options)
    assert 'id="picture-times"' in of["home"].body
    assert 'id="picture-times"' not in of["data"].body
    assert "picture-countries" not in "".join(page.body for page in of.values())
    assert sorted(name for name in files if name.startswith("exports/pictures/")) == [
        "exports/pictures/cookies.svg",
        "exports/pictures/times.svg",
        "exports/pictures/ways.svg",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_a_picture_is_whole_by_itself(language: str) -> None:
    changes = yaml.load(WORLD.replace("Carrier", "<b>& ‘Car’"), Loader=yaml.BaseLoader)
    for name, content in files_of(center_of(changes, language)).items():
        if not name.endswith(".svg"):
            continue
        picture = etree.fromstring(content.encode())
        assert picture.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        title, description = picture[0].text, picture[1].text
        assert title
        assert description
        assert letters(title) in letters("".join(picture.itertext("{*}text")))
        drawn = picture.iter("{*}rect", "{*}text", "{*}line", "{*}path")
        assert all(one.get("fill") for one in drawn)
        assert "href" not in content
        assert "style" not in content
        assert "<b>" not in content


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_catalogue_is_broken_between_its_letters_in_the_ways_of_data(
    language: str,
) -> None:
    catalogue = shipped_catalogue()
    columns = (catalogue.personal_data, catalogue.activities)
    for entries, (_, width) in zip(columns, _COLUMNS, strict=False):
        titles = [in_form(one["title"][language], informal=False) for one in entries.values()]
        words = {part for title in titles for part in re.split(r"[\s/-]+", title)}
        assert [word for word in words if len(wrap(word, width - 12, SIZES["small"])) > 1] == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("one two three", ("one two", "three")),
        ("Verwerkingsverantwoordelijke", ("Verwer-", "kingsve-", "rantwoo-", "rdelijke")),
        ("shop_logged_in_wp", ("shop_", "logged_", "in_wp")),
        ("", ("",)),
        ("durée\u00a0: «\u202fmai\u202f»", ("durée\u00a0:", "«\u202fmai\u202f»")),
    ],
)
def test_words_are_broken_where_a_line_ends_and_none_is_lost(
    said: str, lines: tuple[str, ...]
) -> None:
    assert wrap(said, 60, 12) == lines
    assert all(width_of(line, 12) <= 60 for line in lines)


def test_widths_are_added_alike_by_every_python() -> None:
    """Since 3.12 `sum` rounds floats once, before it did at each step: lines ended elsewhere."""
    letters = [width_of(letter, 1) for letter in "Verwerkingsverantwoordelijke"]
    assert width_of("Verwerkingsverantwoordelijke", 1) == fsum(letters)
    drawing = Path(flow.__file__).parent
    added = [
        found
        for file in drawing.glob("*.py")
        for found in re.findall(r"\bsum\((.{4})", file.read_text("utf-8"))
    ]
    assert added == ["len("]  # whole numbers
