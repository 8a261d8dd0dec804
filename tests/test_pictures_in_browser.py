"""Pictures as a browser shows them: no word is cut, in any world, and everything can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from test_pictures import center_of, pages_of

PHONE = {"width": 390, "height": 844}
LONG = "Verwerkingsverantwoordelijkheidsverklaring_van-de-gemeenschappelijkeinspectiedienst"
HEBREW = "חברת המשלוחים הלאומית של ירושלים בע״מ"

CUT = """() => {
  const cut = [];
  for (const picture of document.querySelectorAll("svg.pc-picture")) {
    const {width, height} = picture.viewBox.baseVal;
    for (const words of picture.querySelectorAll("text")) {
      const box = words.getBBox();
      const isWithin = box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height;
      if (box.width && !isWithin) cut.push(`${picture.firstElementChild.id}: ${words.textContent}`);
    }
  }
  return cut;
}"""
"""The words that reach out of their picture."""

SHOWING = ("who-has-your-data/", "data/", "processors/", "cookies/", "versions/")
"""The pages with a picture."""

GATHER = """async pages => {
  for (const page of pages) {
    const html = await (await fetch(page)).text();
    const found = new DOMParser().parseFromString(html, "text/html");
    document.body.append(...found.querySelectorAll("svg.pc-picture"));
  }
  return document.querySelectorAll("svg.pc-picture").length;
}"""
"""Puts the pictures of other pages into this one."""

FAINT = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const light = colour => {
    canvas.fillStyle = colour;
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const faint = new Set();
  for (const shape of document.querySelectorAll(".pc-picture > :not(title, desc)")) {
    const style = getComputedStyle(shape), isWords = shape.localName === "text";
    const other = light(isWords ? style.fill : style.stroke);
    const contrast = (Math.max(paper, other) + 0.05) / (Math.min(paper, other) + 0.05);
    const isDecoration = shape.classList.contains("pc-drawn-faint");
    if (!isDecoration && contrast < (isWords ? 4.5 : 3)) {
      faint.add(`${shape.getAttribute("class")}: ${contrast.toFixed(2)}`);
    }
  }
  return [...faint];
}"""
"""The shapes that stand out too little from the page."""


def world(recipients: int, name: str) -> dict[str, Any]:
    """A center with so many recipients, and everything in it called so."""
    register = {
        f"one-{number}": {"name": f"{name} {number}", "category": "other", "country": "BE"}
        for number in range(recipients)
    }
    activity = {
        "title": name,
        "audiences": ["customers"],
        "purposes": [name],
        "processors": [*register],
        "personal_data": ["name"],
        "retention": {"period": "P7Y", "from": name, "law": name},
    }
    item = {"duration": "P13M", "purpose": name}
    shop = {"name": name, "category": "necessary", "purpose": name, "items": {name: item}}
    return {
        "personal_data": {"name": {"title": name}},
        "activities": {"one": activity},
        "processors": register,
        "cookies": {"shop": shop},
    }


WORLDS = {
    "200 recipients": (200, "Bedrijf"),
    "one": (1, "Bedrijf"),
    "none": (0, "Bedrijf"),
    "long names": (3, LONG),
    "from right to left": (3, HEBREW),
}


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE)
    yield page
    page.close()


@pytest.fixture
def phone(opened: Page) -> Page:
    """The same page each time, which opens nothing and has the colours of the day."""
    opened.goto("about:blank")
    opened.emulate_media(color_scheme="light", forced_colors="none")
    return opened


@pytest.mark.parametrize("name", WORLDS)
def test_no_word_is_cut_in_any_world(phone: Page, name: str) -> None:
    pages = pages_of(center_of(world(*WORLDS[name]), "nl"))
    shown = (pages[one].body for one in ("whereabouts", "data", "processors", "cookies"))
    phone.set_content(f"<body>{''.join(shown).replace('<details', '<details open')}")
    assert phone.locator("svg.pc-picture").count() >= 4
    assert phone.evaluate(CUT) == []


def test_no_picture_makes_a_page_wider_than_a_phone(phone: Page, address: str) -> None:
    for name in SHOWING:
        phone.goto(f"{address}{name}")
        phone.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        assert phone.locator("svg.pc-picture").count()
        assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_no_word_is_cut_in_any_language(phone: Page, address: str) -> None:
    phone.goto(f"{address}en/contact/")
    pages = [f"{address}{language}{name}" for language in ("", "fr/", "en/") for name in SHOWING]
    assert phone.evaluate(GATHER, pages) > 3 * 25
    assert phone.evaluate(CUT) == []


def test_who_has_my_address_is_answered_within_two_screens(phone: Page, address: str) -> None:
    phone.goto(f"{address}en/")
    phone.get_by_role("link", name="Who has my address?").click()
    answer = phone.locator("details[open] > figure")
    expect(answer).to_be_in_viewport()
    phone.goto(f"{address}en/who-has-your-data/")
    phone.locator("summary:has(#ways-of-postal-address)").click()
    place = phone.evaluate(
        "document.querySelector('details[open] > figure').getBoundingClientRect().top + scrollY"
    )
    assert place < 2 * PHONE["height"]


def test_somebody_chooses_a_recipient_and_sees_which_data_it_has(phone: Page, address: str) -> None:
    phone.goto(f"{address}en/who-has-your-data/")
    phone.select_option("#show-recipient", "mailchimp")
    expect(phone.locator("#show [role=status]")).to_contain_text("of 25 shown")
    shown = phone.locator(".pc-activity:visible")
    shown.first.locator("summary").click()
    rows = shown.first.locator(".pc-way:visible")
    assert {"Mailchimp" in words for words in rows.all_inner_texts()} == {True}


def test_without_a_script_a_link_shows_the_way_of_one_kind_of_data(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(f"{address}en/who-has-your-data/#ways-of-postal-address")
    figures = page.locator("details:has(#ways-of-postal-address) > figure")
    expect(figures).to_be_visible()
    expect(page.locator("details:has(#ways-of-name) > figure")).to_be_hidden()
    page.close()


@pytest.mark.parametrize(
    ("scheme", "forced"), [("light", "none"), ("dark", "none"), ("dark", "active")]
)
def test_everything_stands_out_in_light_in_dark_and_in_forced_colours(
    phone: Page, address: str, scheme: Any, forced: Any
) -> None:
    phone.emulate_media(color_scheme=scheme, forced_colors=forced)
    phone.goto(f"{address}en/versions/")
    assert phone.evaluate(GATHER, [f"{address}en/{name}" for name in SHOWING[:4]]) > 25
    assert phone.evaluate(FAINT) == []
