"""One name for one thing: nothing that is shipped uses a word that docs/words.md forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest
from shipped_texts import ROOT, ShippedText, prose_of, shipped_texts
from worlds import LANGUAGES

HEADINGS = {"Dutch": "nl", "French": "fr", "English": "en"}
SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n\s*\n")


class Concept(NamedTuple):
    """A row of a table: a thing, and what it is not called."""

    language: str
    name: str
    word: str
    forbidden: tuple[str, ...]
    source: str


def tables() -> Iterator[tuple[str, list[str]]]:
    """The rows of each table, with the heading above it."""
    heading = ""
    for line in (ROOT / "docs" / "words.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line.startswith("|") and not line.startswith(("| ---", "| concept", "| language")):
            yield heading, [cell.strip() for cell in line.strip("|").split("|")]


def concepts() -> tuple[Concept, ...]:
    return tuple(
        Concept(HEADINGS[heading], name, word, tuple(re.findall(r"`([^`]+)`", forbidden)), source)
        for heading, (name, word, forbidden, source) in (
            (heading, cells) for heading, cells in tables() if heading in HEADINGS
        )
    )


def apart() -> tuple[tuple[str, str, str], ...]:
    """Pairs of words of a language that no sentence has both."""
    return tuple(
        (language, word.strip("`"), other)
        for heading, cells in tables()
        if heading == "Never in one sentence"
        for language, word, others in [cells]
        for other in re.findall(r"`([^`]+)`", others)
    )


@cache
def whole(word: str) -> re.Pattern[str]:
    """A word that stands alone: a hyphen or an apostrophe before or after it makes it another."""
    spaced = re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r"\w*")
    before = r"(?<![\w-])" if word[0].isalpha() else ""
    return re.compile(before + spaced + r"(?![\w-])", re.IGNORECASE)


NOT_OURS = (".sought", "docs/reference/messages.md")
"""What people type into the search, in their own words, never shown; and a list that repeats it."""


@cache
def texts_of(language: str) -> tuple[ShippedText, ...]:
    return tuple(
        text._replace(words=prose_of(text.words))
        for text in shipped_texts()
        if text.language == language and not text.place.endswith(NOT_OURS)
    )


CONCEPTS = concepts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_shipped_uses_a_word_that_another_has_taken(language: str) -> None:
    found = [
        f"{text.place}: {word}, which is called {concept.word}"
        for concept in CONCEPTS
        if concept.language == language
        for word in concept.forbidden
        for text in texts_of(language)
        if whole(word).search(text.words)
    ]
    assert found == []


def test_withdrawal_of_consent_and_from_a_contract_never_share_a_word() -> None:
    found = [
        f"{text.place}: {word} with {other}: {sentence}"
        for language, word, other in apart()
        for text in texts_of(language)
        for sentence in SENTENCE.split(text.words)
        if whole(word).search(sentence) and whole(other).search(sentence)
    ]
    assert found == []


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda one: f"{one.language} {one.name}")
def test_a_concept_has_one_row_and_its_word_is_not_forbidden(concept: Concept) -> None:
    same = [other for other in CONCEPTS if other[:2] == concept[:2]]
    assert same == [concept]
    assert concept.forbidden, "say what it is not called, or leave the row out"
    words = [part.strip() for part in re.split(r"[;,]", re.sub(r"[(*].*?[)*]", "", concept.word))]
    assert not set(words) & {
        word for other in CONCEPTS if other.language == concept.language for word in other.forbidden
    }


@pytest.mark.parametrize(
    ("word", "sentence", "is_found"),
    [
        ("mail", "Stuur een mail.", True),
        ("mail", "Stuur een e-mail.", False),
        ("dit beleid", "Dit\u00a0beleid geldt.", True),
        ("herroep*", "De herroeping", True),
        ("grondslag", "rechtsgrondslag", False),
    ],
)
def test_a_word_is_found_whole(word: str, sentence: str, is_found: bool) -> None:
    assert bool(whole(word).search(sentence)) is is_found
