"""Names of any direction in sentences: the words beside them stay where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from everything_world import ENDPOINT, QUIET, everything
from lxml.html import fragment_fromstring
from markupsafe import Markup
from worlds import LANGUAGES

from mkdocs_privacy.localization import (
    Localization,
    LocalizedCenter,
    isolated_where_printed,
    load_catalog,
)
from mkdocs_privacy.localization.isolation import isolated
from mkdocs_privacy.model import Markdown, Record, Text
from mkdocs_privacy.pages import Site, find_standing, render_pages
from mkdocs_privacy.releases import History
from mkdocs_privacy.requests import RequestOptions

ENGLISH = Localization("en", load_catalog("en"))
HEBREW = "\u05d7\u05e0\u05d5\u05ea"


@pytest.mark.parametrize("value", ["Café 🙂 Ελλάς", "a & b", 5, None, "می"[:0], "l’été\u202f!"])
def test_what_does_not_turn_a_sentence_is_left_alone(value: object) -> None:
    assert isolated(value) is value


@pytest.mark.parametrize(
    "value, alone",
    [
        (HEBREW, f"\u2068{HEBREW}\u2069"),
        ("\u202egpj.exe", "\u2068\u202egpj.exe\u2069"),
        ("a\u2069\u202eb", "\u2068a\u202eb\u2069"),
        ("\u2067a", "\u2068\u2067a\u2069\u2069"),
        (f"\u2068{HEBREW}\u2069", f"\u2068{HEBREW}\u2069"),
    ],
)
def test_what_turns_a_sentence_stands_alone_in_it(value: str, alone: str) -> None:
    assert isolated(value) == alone


def test_html_stays_html_and_text_is_escaped() -> None:
    assert isolated(Markup(f"<b>{HEBREW}</b>")) == Markup(f"\u2068<b>{HEBREW}</b>\u2069")
    heading = ENGLISH.message("policy.heading", organisation=f"<{HEBREW}>")
    assert f"\u2068&lt;{HEBREW}&gt;\u2069" in heading


def test_each_name_of_a_list_stands_alone() -> None:
    assert ENGLISH.listed([HEBREW, "b"]) == f"\u2068{HEBREW}\u2069 and b"


TURNS = "\u202e\u05d7\u05e0"
NOT_TURNED = ("internal", "use", "verified", "reviewed")
BLOCKS = {
    *("address", "button", "caption", "dd", "div", "dl", "dt", "fieldset", "form", "label"),
    *("h1", "h2", "h3", "h4", "legend", "li", "main", "nav", "ol", "option", "p", "section"),
    *("select", "summary", "table", "tbody", "td", "textarea", "th", "thead", "tr", "ul"),
}


def turned(value: Any, name: str = "") -> Any:
    """A value in which each text, and each name, turns the direction of what follows."""
    if isinstance(value, Markdown) or name in NOT_TURNED:
        return value
    if isinstance(value, Text):
        is_address = "https:" in str(value.as_written())
        return value if is_address else Text(f"{TURNS}{name}")
    if isinstance(value, Record):
        fields = {key: turned(getattr(value, key), key) for key in type(value).model_fields}
        return value.model_copy(update=fields)
    if isinstance(value, dict):
        return {key: turned(entry, name) for key, entry in value.items()}
    if isinstance(value, tuple):
        return tuple(turned(entry, name) for entry in value)
    is_word = type(value) is str and name in ("name", "legal_name", "street", "city")
    return f"{TURNS}{name}" if is_word else value


def test_each_name_on_a_page_stands_alone_among_the_words_beside_it() -> None:
    center = LocalizedCenter(turned(everything()), ENGLISH)
    site = Site(requests=RequestOptions(endpoint=ENDPOINT), languages=LANGUAGES)
    for page in render_pages(center, site, find_standing(center.center, History(), QUIET), ()):
        tree = fragment_fromstring(str(page.body), create_parent="div")
        for block in tree.iter(*BLOCKS):
            words = "".join(_words_of(block))
            for found in re.finditer(f"{TURNS}[a-z_]+", words):
                before, after = words[: found.start()], words[found.end() :]
                is_alone = not (before + after).strip()
                is_isolated = before.count("\u2068") > before.count("\u2069")
                assert is_alone or is_isolated, (page.kind.name, words)
        for element in tree.iter():
            for name in ("href", "id", "for", "name", "value", "action"):
                assert "\u2068" not in (element.get(name) or ""), (page.kind.name, name)


def _words_of(block: Any) -> Iterator[str]:
    """The words that stand on the lines of a block itself."""
    yield block.text or ""
    for child in block:
        if child.tag not in BLOCKS | {"script"}:
            yield from _words_of(child)
        yield child.tail or ""


@pytest.mark.parametrize(
    "address", ["https://example.be/\u05d7", "/\u05d7", "#\u05d7", "a@\u05d7.il"]
)
def test_an_address_stays_as_it_is(address: str) -> None:
    assert isolated_where_printed(address) is address
