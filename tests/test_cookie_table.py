"""The table of all that is stored or read: its rows, their addresses, where a name may break."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement, fragment_fromstring
from worlds import load_world

from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.pages import render_pages
from mkdocs_privacy.pages.cookie_rows import breakable
from mkdocs_privacy.pages.site import Site

OURS = "Our own website"
SHOP = f"Shop | Tuimelkous | Strictly necessary | {OURS}"
COUNTER = f"Counter | Count & Co. | Statistics | {OURS}"
COOKIES = """\
cookies:
  counter:
    name: Counter
    category: statistics
    purpose: counts
    provider: Count & Co.
    consent: required
    items:
      _ga_*: {duration: P13M, purpose: counts}
      _ga~*: {duration: PT30M, purpose: counts}
      ad:
        {duration: persistent, purpose: sells, category: marketing, party: third, domain: ad.io}
      dot: {type: pixel, purpose: counts}
  shop:
    name: Shop
    category: necessary
    purpose: sells
    items:
      wp_cart: {duration: session, purpose: your cart}
      lost: {purpose: something}
  silent: {name: Silent, category: statistics, purpose: counts, stores_nothing: true}
"""


def page_of(folder: Path, cookies: str, language: str = "en") -> HtmlElement:
    center = load_world(folder, {"privacy/cookies.yml": cookies}, ("en",)).center
    assert center
    localized = LocalizedCenter(center, Localization(language, load_catalog(language)))
    pages = {page.kind.name: page.body for page in render_pages(localized, Site())}
    return fragment_fromstring(pages["cookies"], create_parent="div")


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_item_is_one_row_with_what_is_known_of_it(tmp_path: Path) -> None:
    page = page_of(tmp_path, COOKIES)
    [table] = page.cssselect("#cookies-table")
    rows = [" | ".join(map(words, row)) for row in table.cssselect("tr")]
    assert rows == [
        "Name | Service | Provider | Category | Set by | Duration | Consent",
        f"wp_cart | {SHOP} | Until you close the browser | Not needed",
        f"lost | {SHOP} | Not stated yet | Not needed",
        f"_ga_* | {COUNTER} | 13 months | Needed",
        f"_ga~* | {COUNTER} | 30 minutes | Needed",
        "ad | Counter | Count & Co. | Marketing | Another website (ad.io)"
        " | Until you delete it | Needed",
        f"dot | {COUNTER} | Nothing is stored | Needed",
    ]


def test_durations_sort_as_they_last_and_what_is_not_stated_has_no_place(tmp_path: Path) -> None:
    cells = page_of(tmp_path, COOKIES).cssselect("td[data-rank]")
    assert [cell.get("data-rank") for cell in cells] == [
        "0",
        "",
        "34187400",
        "1800",
        "Infinity",
        "-1",
    ]


def test_every_row_has_an_address_of_its_own_that_needs_no_encoding(tmp_path: Path) -> None:
    page = page_of(tmp_path, COOKIES)
    rows = page.cssselect("#cookies-table tbody tr")
    assert [row.get("id") for row in rows] == [
        "item-shop.wp_cart",
        "item-shop.lost",
        "item-counter._ga_~2A",
        "item-counter._ga~7E~2A",
        "item-counter.ad",
        "item-counter.dot",
    ]
    links = [row.cssselect("th a")[0].get("href") for row in rows]
    assert links == [f"#{row.get('id')}" for row in rows]


def test_a_service_is_a_line_that_opens(tmp_path: Path) -> None:
    page = page_of(tmp_path, COOKIES)
    summaries = page.cssselect("section details:not([open]) > summary")
    assert [words(one) for one in summaries] == ["Shop", "Counter", "Silent"]


def test_what_has_one_value_only_is_no_filter(tmp_path: Path) -> None:
    page = page_of(tmp_path, COOKIES)
    labels = [words(one) for one in page.cssselect("#cookies-filter label")]
    assert labels == ["Search", "Category", "Set by", "Provider", "Consent"]
    alone = COOKIES[: COOKIES.index("      _ga~*")] + "".join(
        f"      more{number}: {{duration: P1D, purpose: counts}}\n" for number in range(5)
    )
    labels = [words(one) for one in page_of(tmp_path, alone).cssselect("#cookies-filter label")]
    assert labels == ["Search"]


def test_a_table_of_five_rows_is_read_and_not_searched(tmp_path: Path) -> None:
    five = COOKIES.replace("      lost: {purpose: something}\n", "")
    page = page_of(tmp_path, five)
    assert len(page.cssselect("#cookies-table tbody tr")) == 5
    assert page.cssselect("#cookies-filter, #cookies-shown, #cookies-shown-words") == []
    assert page.cssselect("#cookies-device") != []


def test_controls_are_hidden_until_a_script_runs(tmp_path: Path) -> None:
    page = page_of(tmp_path, COOKIES)
    for name in ("filter", "shown", "device"):
        [control] = page.cssselect(f"#cookies-{name}")
        assert control.get("hidden") is not None


def test_without_items_there_is_no_table_and_nothing_to_look_for(tmp_path: Path) -> None:
    silent = COOKIES[: COOKIES.index("  counter")] + COOKIES[COOKIES.index("  silent") :]
    for cookies in (silent, "cookies: {}\n"):
        page = page_of(tmp_path, cookies)
        assert page.cssselect("#cookies-table, #cookies-device, #cookies-filter") == []


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("nl", {"one": "rij van 6", "other": "rijen van 6"}),
        ("fr", {"one": "ligne sur 6", "other": "lignes sur 6"}),
        ("en", {"one": "row of 6", "other": "rows of 6"}),
    ],
)
def test_the_number_of_rows_has_a_sentence_for_each_form(
    language: str, forms: dict[str, str], tmp_path: Path
) -> None:
    [template] = page_of(tmp_path, COOKIES, language).cssselect("#cookies-shown-words")
    assert {one.get("data-form"): words(one) for one in template} == forms


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("_ga", "_ga"),
        ("_ga_*", "_ga_*"),
        ("wp-settings-time-*", "wp-|settings-|time-*"),
        ("wp_woocommerce_session_", "wp_|woocommerce_|session_"),
        ("__Host-a.b", "__Host-|a.|b"),
        ("/.__palette", "/.__palette"),
        ("track/open.php", "track/|open.|php"),
        ("a*b", "a*|b"),
        ("averylongname", "averylongname"),
        ("<b>_&", "&lt;b&gt;_|&amp;"),
    ],
)
def test_a_name_breaks_behind_what_separates_its_parts(name: str, broken: str) -> None:
    assert breakable(name) == broken.replace("|", "<wbr>")
