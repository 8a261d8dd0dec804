"""Names of any direction in sentences: the words beside them stay where they are."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.localization.isolation import isolated

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
