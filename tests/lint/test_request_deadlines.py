"""RD: the time to answer a request, as words say it and as the data does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import request_deadlines

NUMBERS = (1, 2, 3, 4, 5, 6, 8, 10, 14)
WORDS = {
    "nl": "één twee drie vier vijf zes acht tien veertien",
    "fr": "un deux trois quatre cinq six huit dix quatorze",
    "en": "one two three four five six eight ten fourteen",
}
SENTENCES = {
    "nl": "We antwoorden binnen {} {} op uw verzoek.",
    "fr": "Nous répondons à votre demande dans un délai de {} {}.",
    "en": "We respond to your request within {} {}.",
}
DAYS = {"nl": "dagen", "fr": "jours", "en": "days"}
SPELLED = [
    (language, word, number)
    for language, words in WORDS.items()
    for word, number in zip(words.split(), NUMBERS, strict=True)
]
MORE = [("nl", "een", 1), ("fr", "une", 1), ("en", "a", 1)]


def said(folder: Path, language: str, term: str, unit: str) -> list[str]:
    sentence = SENTENCES[language].format(term, unit)
    written = f"notice: {{introduction: {{{language}: {sentence!r}}}}}\n"
    return told_by(request_deadlines, folder, written, (language,))


@pytest.mark.parametrize(("language", "word", "number"), [*SPELLED, *MORE])
def test_a_number_in_words_is_that_number(
    language: str, word: str, number: int, tmp_path: Path
) -> None:
    (told,) = said(tmp_path, language, word, DAYS[language])
    assert re.findall(r"deadline: (\w+)", told) == [f"P{number}D"]


@pytest.mark.parametrize(
    ("language", "term"),
    [
        *[(language, term) for language in WORDS for term in ("29", "30", "60")],
        *[("nl", "dertig"), ("nl", "zestig"), ("fr", "trente"), ("fr", "soixante")],
        *[("en", "thirty"), ("en", "sixty")],
    ],
)
def test_more_days_than_february_has_may_exceed_the_month(
    language: str, term: str, tmp_path: Path
) -> None:
    (told,) = said(tmp_path, language, term, DAYS[language])
    assert told.endswith("[deadline-exceeds-month]")


@pytest.mark.parametrize(
    ("term", "unit", "slug"),
    [
        ("28", "days", "deadline-differs"),
        ("4", "weeks", "deadline-differs"),
        ("5", "weeks", "deadline-exceeds-month"),
        ("2", "months", "deadline-exceeds-month"),
    ],
)
def test_the_longest_time_that_no_month_is_shorter_than(
    term: str, unit: str, slug: str, tmp_path: Path
) -> None:
    (told,) = said(tmp_path, "en", term, unit)
    assert told.endswith(f"[{slug}]")


def test_a_month_is_what_the_pages_say(tmp_path: Path) -> None:
    assert said(tmp_path, "en", "one", "month") == []
