"""UT: words of one language that stand on the pages of all."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import told_by

from mkdocs_privacy.lint import untranslated

BOTH = ("nl", "en")
TITLE = "{nl: Pakjes, en: Parcels}"


def told(base: Path, languages: tuple[str, ...] = BOTH, **fields: str) -> list[str]:
    """What is said of an activity with these fields, which stand first."""
    entry = {
        "title": TITLE,
        "purposes": "[{nl: te bezorgen, en: deliver}]",
        "audiences": "[customers]",
        "personal_data": "[name]",
        "legal_basis": "contract",
        "processors": "[]",
        "retention": "{period: P1Y}",
    }
    written = "".join(f"    {name}: {value}\n" for name, value in (fields | entry | fields).items())
    more = f"activities:\n  parcels:\n{written}"
    return told_by(untranslated, base, more, languages)


def test_a_sentence_that_is_written_once_is_told_at_its_line(tmp_path: Path) -> None:
    assert told(tmp_path, summary="We bring your parcel.") == [
        "3: warning: activities.parcels.summary: ‘We bring your parcel.’ is printed so in every "
        "language of the site: write it in each, `{nl: …, en: …}` [written-once]"
    ]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("retention", "{period: P1Y, from: last_contact}"),
        ("retention", "{period: P1Y, from: after delivery}"),
        ("retention", "{until: tot het pakje er is}"),
        ("purposes", "[u uw pakje te bezorgen]"),
        ("title", "Pakjes die wij voor u bezorgen"),
        ("law", "Wet van 8 december 1992"),
        ("description", "See [your rights](rights/index.md)."),
    ],
)
def test_whatever_one_language_has_is_told(field: str, words: str, tmp_path: Path) -> None:
    [said] = told(tmp_path, **{field: words})
    assert said.endswith("[written-once]")


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("title", "Newsletter"),
        ("law", "AVG 6(1)(b)"),
        ("origin", "Graydon"),
        ("summary", "https://www.example.com/the/parcel"),
        ("summary", "'[what is still to be written]'"),
        ("summary", "{nl: Wij bezorgen uw pakje., en: We bring your parcel.}"),
        ("retention", "{period: P1Y, from: {nl: na de levering, en: after delivery}}"),
    ],
)
def test_what_every_language_has_is_not(field: str, words: str, tmp_path: Path) -> None:
    assert told(tmp_path, **{field: words}) == []


def test_with_a_list_or_without_the_line_of_the_event_is_told(tmp_path: Path) -> None:
    stage = "period: P1Y\n      from: after delivery"
    alone = told(tmp_path / "alone", retention=f"\n      {stage}")
    listed = told(tmp_path / "listed", retention=f"\n    - {stage}")
    assert [said.partition(":")[0] for said in (*alone, *listed)] == ["5", "5"]


def test_what_can_be_chosen_in_a_form_has_an_id_and_may_be_a_name(tmp_path: Path) -> None:
    choices = "{app: {label: {nl: Programma, en: App}, kind: choice, options: {one: %s}}}"

    def told_of(words: str, folder: str) -> int:
        more = f"rights: {{fields: {choices % words}}}\n"
        return len(told_by(untranslated, tmp_path / folder, more, BOTH))

    assert told_of("Tuimel App", "name") == 0
    assert told_of("the app on your phone", "words") == 1


def test_a_site_in_one_language_and_its_region_writes_once(tmp_path: Path) -> None:
    entry = {"title": "Pakjes", "purposes": "[te bezorgen]", "summary": "Wij bezorgen uw pakje."}
    assert told(tmp_path / "one", ("nl",), **entry) == []
    assert told(tmp_path / "region", ("nl", "nl-BE"), **entry) == []
