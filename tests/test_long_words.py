"""Whatever stands in a card stays in it, and no word is broken letter by letter, at any width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from builds import build_cleanly, write_config
from playwright.sync_api import Page
from site_checks.browser import start_browser
from site_checks.server import serve
from worlds import write_files

LABEL = "averyveryverylongsubdomainnamewithoutanybreak0123456789"
DOMAIN = f"{'.'.join([LABEL] * 4)}.{'x' * 14}.example.be"
COOKIE = f"shop_logged_in_{'0123456789abcdef' * 6}_wp_en"
WIDTHS = (280, 320, 414, 600, 720, 959, 960, 1100, 1219, 1220, 1280, 1440, 1600, 2000)
PAPER = (420, 560, 700, 794, 1000)

DATA = f"""\
cookies:
  shop:
    name: {DOMAIN}
    provider: {LABEL}
    category: necessary
    processor: host
    purpose: {{nl: winkel, fr: boutique, en: shop}}
    items:
      {COOKIE}:
        purpose: {{nl: aanmelden bij de winkel, fr: connexion à la boutique, en: sign in}}
        duration: session
        party: third
        domain: {DOMAIN}
      _ga:
        purpose: {{nl: bezoekers, fr: distingue les visiteurs, en: tells visitors apart}}
        duration: P13M
        type: local_storage
      session: {{type: session_storage, duration: persistent, purpose: {{nl: a, fr: b, en: c}}}}
      database: {{type: indexed_db, duration: PT30M, purpose: {{nl: a, fr: b, en: c}}}}
      print: {{type: fingerprint, party: third, purpose: {{nl: a, fr: b, en: c}}}}
      parameter: {{type: url_parameter, purpose: {{nl: a, fr: b, en: c}}}}
processors:
  host:
    name: {LABEL}
    legal_name: {DOMAIN}
    category: hosting
    role: processor
    country: NL
    website: https://www.{DOMAIN}/
"""

MEASURE = """() => {
  const wrong = [], root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) wrong.push(`page: ${root.scrollWidth} wide`);
  for (const card of document.querySelectorAll(".pc-card")) {
    const edge = card.getBoundingClientRect().right + 1;
    for (const element of card.querySelectorAll("*")) {
      const box = element.getBoundingClientRect();
      if (box.width > 1 && box.right > edge) wrong.push(`${element.tagName} leaves its card`);
    }
  }
  for (const cell of document.querySelectorAll(".pc-table :is(th, td), .pc-facts :is(dt, dd)")) {
    const head = cell.closest("thead");
    if (cell.getBoundingClientRect().width <= 1 || head?.offsetWidth === 1) continue;
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const word of text.data.matchAll(/[^\\s-]+/g)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
        const most = word[0].length <= 14 ? 1 : Math.ceil(word[0].length / 9);
        if (lines > most) wrong.push(`${word[0].slice(0, 20)} takes ${lines} lines`);
      }
    }
  }
  return wrong;
}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, str]]:
    folder = tmp_path_factory.mktemp("long")
    write_files(
        folder,
        {
            "privacy/long.yml": DATA,
            "privacy/activities.yml": """\
activities:
  orders:
    title: {nl: Bestellingen, fr: Commandes, en: Orders}
    audiences: [customers]
    purposes: [{nl: te leveren, fr: livrer, en: deliver}]
    personal_data: [name, email]
    legal_basis: contract
    retention: {period: P7Y}
    processors: [host]
""",
        },
    )
    languages = [
        {"locale": code, "name": code, "default": code == "nl"} for code in ("nl", "fr", "en")
    ]
    plugins = ["search", "privacy-center", {"i18n": {"languages": languages}}]
    config = write_config(folder, plugins=plugins)
    build_cleanly(config, folder / "site")
    with serve(folder / "site") as address, start_browser() as browser:
        page = browser.new_page(bypass_csp=True)
        yield page, address
        page.close()


def wrong_at(page: Page, width: int) -> Any:
    page.set_viewport_size({"width": width, "height": 900})
    return page.evaluate(MEASURE)


@pytest.mark.parametrize("language", ["", "fr/", "en/"], ids=["nl", "fr", "en"])
@pytest.mark.parametrize("name", ["cookies", "processors", "policy"])
def test_nothing_leaves_its_card_or_is_broken_letter_by_letter(
    built: tuple[Page, str], name: str, language: str
) -> None:
    page, address = built
    page.goto(f"{address}{language}{name}/")
    page.add_style_tag(content="* { transition: none !important }")  # drawers slide
    page.emulate_media(media="screen")
    on_screen = {width: wrong_at(page, width) for width in WIDTHS}
    page.emulate_media(media="print")
    on_paper = {width: wrong_at(page, width) for width in PAPER}
    page.emulate_media(media="screen")
    assert "\n".join(f"{width}: {wrong}" for width, wrong in on_screen.items() if wrong) == ""
    assert "\n".join(f"{width}: {wrong}" for width, wrong in on_paper.items() if wrong) == ""
