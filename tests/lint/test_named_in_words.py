"""NW: what is said where the words of an activity name somebody, and its recipients do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.lint import named_in_words, register
from mkdocs_privacy.lint.wording import find_said
from mkdocs_privacy.lint.wordings import JOINTLY, NAMES_OTHERS

PAGES = "activities:\n  pages: {use: social-media-pages%s}\n"
OWN = """\
activities:
  figures:
    title: Figures
    summary: We and the city are jointly responsible for these figures.
    audiences: [customers]
    purposes: [see how many came]
    personal_data: [name]
    legal_basis: contract
    processors: [city]
processors:
  city: {name: City, category: other, role: %s}
"""
SHARED = {
    "payments": "payment service",
    "delivery": "carrier",
    "embedded-media": "from other services",
    "authority-requests": "to an authority",
}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "responsible jointly"),
        ("fr-BE", "responsables conjointement"),
        ("nl", "samen met het platform verantwoordelijk"),
    ],
)
def test_who_decides_too_is_a_recipient(language: str, said: str, tmp_path: Path) -> None:
    denied = PAGES % ", processors: []"
    assert told_by(named_in_words, tmp_path, denied, (language,)) == [
        f"2: warning: activities.pages.processors: its words say ‘{said}’, but none of its "
        "recipients is a joint controller: take `processors: []` out, and run `mkdocs-privacy add "
        "processor ID` with one of facebook-page, instagram-page, linkedin-page, tiktok-page, or "
        "name who that is in `processors`, with `role: joint_controller` in its entry "
        "[joint-controller-missing]"
    ]


def test_an_activity_without_recipients_is_told_once_and_not_to_deny_them(tmp_path: Path) -> None:
    [told] = told_by(named_in_words, tmp_path, PAGES % "")
    assert "joint controller: run `mkdocs-privacy add processor ID` with one of" in told
    assert told_by(register, tmp_path / "again", PAGES % "") == []


@pytest.mark.parametrize("id", ["facebook-page", "instagram-page", "linkedin-page", "tiktok-page"])
def test_the_advice_can_be_followed(id: str, tmp_path: Path) -> None:
    written = f"{PAGES % ''}processors: {{{id}: {{use: {id}}}}}\n"
    assert told_by(named_in_words, tmp_path, written) == []


def test_a_recipient_that_decides_alone_is_not_the_one_that_is_meant(tmp_path: Path) -> None:
    [told] = told_by(named_in_words, tmp_path, OWN % "independent_controller")
    assert told.startswith("2: warning: activities.figures: its words say ‘jointly responsible’")
    assert "name who that is in `processors` of this activity and under `processors`" in told
    assert told_by(named_in_words, tmp_path / "again", OWN % "joint_controller") == []


def test_who_decides_on_everything_is_not_the_platform_of_the_catalogue(tmp_path: Path) -> None:
    sister = (
        "organisation:\n  joint_controllers: {sister: {name: Sister, arrangement: We help%s}}\n"
    )
    for number, recipients in enumerate(("", ", processors: []")):
        written = f"{PAGES % recipients}  data: {{use: customer-service}}\n"
        everything, these = written + sister % ".", written + sister % ", activities: [pages]"
        [told] = told_by(named_in_words, tmp_path / f"all-{number}", everything)
        assert (
            "if `sister` of `joint_controllers` is meant, write `activities: [pages]` there" in told
        )
        assert told_by(named_in_words, tmp_path / f"these-{number}", these) == []
        assert "activities.pages" not in str(
            told_by(register, tmp_path / f"once-{number}", everything)
        )


def test_who_decides_on_everything_is_not_the_carrier_of_the_catalogue(tmp_path: Path) -> None:
    sister = "organisation:\n  joint_controllers: {sister: {name: Sister, arrangement: We help.}}\n"
    two = "  delivery: {use: delivery, processors: []}\n  data: {use: customer-service}\n"
    [told] = told_by(named_in_words, tmp_path, f"activities:\n{two}{sister}")
    assert told.endswith("[recipients-denied]")


def test_who_decides_on_everything_may_be_meant_by_words_of_ones_own(tmp_path: Path) -> None:
    city = "organisation:\n  joint_controllers: {city: {name: City, arrangement: It helps.}}\n"
    more = "  data: {use: customer-service}\nprocessors:\n  city:"
    written = (OWN % "independent_controller").replace("processors:\n  city:", more) + city
    assert told_by(named_in_words, tmp_path, written) == []


@pytest.mark.parametrize("use", SHARED)
def test_words_of_the_catalogue_that_name_somebody_do_not_go_with_nobody(
    use: str, tmp_path: Path
) -> None:
    denied = f"activities:\n  it: {{use: {use}, processors: []}}\n"
    [told] = told_by(named_in_words, tmp_path, denied)
    assert "activities.it.processors: its words say ‘" in told
    assert told.endswith(
        "and this says that nobody receives the data: take it out and name who that is, or write "
        "the words of the activity yourself [recipients-denied]"
    )
    [told] = told_by(register, tmp_path / "again", f"activities:\n  it: {{use: {use}}}\n")
    assert "its words say ‘" in told
    assert "processors: []" not in told


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_they_are_found_in_every_language_and_nowhere_else(language: str) -> None:
    catalogue = shipped_catalogue()
    found = {
        name: list(
            dict.fromkeys(
                id
                for id, entry in catalogue.activities.items()
                for country in ("BE", "NL", "FR", "LU")
                for field in ("summary", "description")
                if (words := catalogue.chosen(entry, country).get(field))
                and any(find_said(wordings, words[language], language))
            )
        )
        for name, wordings in (("jointly", JOINTLY), ("others", NAMES_OTHERS))
    }
    assert found == {
        "jointly": ["social-media-pages"],
        "others": [
            *("payments", "delivery", "embedded-media", "authority-requests"),
            "guest-registration",
        ],
    }


def test_what_is_denied_names_nobody(tmp_path: Path) -> None:
    alone = OWN.replace("We and the city are jointly", "The city and we are not jointly")
    assert told_by(named_in_words, tmp_path, alone % "processor") == []


@pytest.mark.parametrize(
    ("language", "words", "is_about_data"),
    [
        ("nl", "Wij zijn samen met de gemeente verantwoordelijk voor het jeugdhuis.", False),
        ("nl", "Wij zijn samen met de stad verantwoordelijk voor deze gegevens.", True),
        ("fr", "Les époux sont conjointement responsables du paiement.", False),
        ("fr", "Vous êtes responsable conjoint de votre compte.", False),
        ("fr", "La ville et nous sommes conjointement responsables du traitement.", True),
        ("en", "Parents are jointly responsible for the fees.", False),
        ("en", "The city and we are jointly responsible for the data.", True),
    ],
)
def test_who_answers_together_for_something_else_is_no_controller(
    language: str, words: str, is_about_data: bool
) -> None:
    assert any(find_said(JOINTLY, words, language)) == is_about_data
