"""CS: what is said of the words of a center."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import found_by, load_world

from mkdocs_privacy.lint import texts


def found(base: Path, introduction: str) -> list[str]:
    words = f"notice: {{introduction: {introduction!r}, promises: [Nothing.]}}\n"
    loaded = load_world(base, {"privacy/notice.yml": words})
    return [str(finding) for finding in found_by(texts, loaded)]


def test_names_words_in_brackets_at_their_line(tmp_path: Path) -> None:
    assert found(tmp_path, "Ask [your name] or write.") == [
        "privacy/notice.yml:1: warning: notice.introduction: ‘[your name]’ is still to be filled "
        "in: readers see it as it is [placeholder-left]"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "See [your rights](rights/index.md).",
        "See [your rights][1].",
        "As it was said [1], and […], and so on.",
        "The list `[one, two]` of a program.",
    ],
)
def test_a_link_a_note_and_code_are_no_placeholders(words: str, tmp_path: Path) -> None:
    assert found(tmp_path, words) == []


def test_internal_notes_may_hold_anything(tmp_path: Path) -> None:
    notes = "organisation:\n  internal: {note: '[to be filled in]'}\n"
    loaded = load_world(tmp_path, {"privacy/more.yml": notes})
    assert not any(finding.rule.slug == "placeholder-left" for finding in found_by(texts, loaded))


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("“De Mat”", "De Mat"),
        ("‘40012345’", "40012345"),
        ("„De Mat”", "De Mat"),
        ("« De Mat »", "De Mat"),
        ("Judoclub “De Mat”", ""),
        ("“De Mat” en “De Band”", ""),
        ("’t Kofschip", ""),
    ],
)
def test_marks_of_a_word_processor_around_a_value_are_told(
    name: str, printed: str, tmp_path: Path
) -> None:
    written = f"organisation: {{registration: {{number: {name}}}}}\n"
    loaded = load_world(tmp_path, {"privacy/more.yml": written})
    told = [one.message for one in found_by(texts, loaded) if one.rule.slug == "printed-marks"]
    wanted = f"readers see the curly quotation marks around ‘{printed}’: remove them"
    assert told == ([wanted] if printed else [])
