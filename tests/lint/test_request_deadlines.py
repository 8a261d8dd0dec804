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


OTHER_REQUESTS = {
    "nl": (
        "Vraagt u een offerte aan, dan antwoorden wij binnen 2 weken.",
        "Je ontvangt binnen drie dagen een ontvangstbevestiging van je verzoek.",
        "Op een klacht reageren wij binnen twee weken.",
        "Uw reactie op een vacature beantwoorden wij binnen zes weken.",
    ),
    "fr": (
        "Nous répondons à vos questions dans un délai de deux jours.",
        "Votre demande de devis est traitée sous 3 jours.",
        "Vous recevez un remboursement dans un délai de 14 jours après votre demande.",
        "Nous accusons réception de votre demande sous huit jours.",
        "Une demande d’adhésion est traitée sous 15 jours.",
    ),
    "en": (
        "We answer support requests within two days.",
        "Requests for a quote are answered within 3 working days.",
        "We acknowledge your request within five days and answer within one month.",
        "We reply to job applications within six weeks.",
    ),
}


@pytest.mark.parametrize(
    ("language", "words"),
    [(language, words) for language, said in OTHER_REQUESTS.items() for words in said],
)
def test_a_request_of_another_kind_has_a_time_of_its_own(
    language: str, words: str, tmp_path: Path
) -> None:
    written = f"notice: {{introduction: {{{language}: {words!r}}}}}\n"
    assert told_by(request_deadlines, tmp_path, written, (language,)) == []


ACTIVITY = """\
activities:
  sales:
    title: Sales
    summary: {}
    audiences: [customers]
    purposes: [sell houses]
    personal_data: [name]
    legal_basis: contract
    processors: []
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("We respond to your request within two weeks.", 0),
        ("We respond to your request within six weeks.", 0),
        ("We respond to your request for access within two weeks.", 1),
        ("We respond to your request for access within six weeks.", 1),
    ],
)
def test_an_activity_answers_what_it_is_about(words: str, found: int, tmp_path: Path) -> None:
    written = ACTIVITY.format(words)
    assert len(told_by(request_deadlines, tmp_path, written, ("en",))) == found
