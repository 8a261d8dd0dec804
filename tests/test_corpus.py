"""Rules about wording over passages of policies: what they find must be there."""

from __future__ import annotations

import pytest
from worlds import LANGUAGES

from bench.corpus import (
    HELD_OUT,
    LEFT_TO_DATA,
    WORDING_RULES,
    Labelled,
    Score,
    held_out_score,
    labelled_passages,
    scores,
)
from mkdocs_privacy.findings import Severity


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_twenty_passages_are_labelled_sound_ones_and_others(language: str) -> None:
    passages = labelled_passages(language)
    assert len(passages) >= 20
    assert len([one for one in passages if one.finds]) >= 10
    assert len([one for one in passages if not one.finds]) >= 10
    assert len({one.words for one in passages}) == len(passages)


def test_a_label_names_a_rule_and_every_rule_has_one() -> None:
    labels = {slug for code in LANGUAGES for one in labelled_passages(code) for slug in one.finds}
    assert labels == {one.rule.slug for one in WORDING_RULES} - {LEFT_TO_DATA}


@pytest.mark.parametrize("score", [*scores()], ids=lambda score: score.slug)
def test_a_rule_above_a_note_gives_no_false_alarm(score: Score) -> None:
    if score.severity is not Severity.INFO:
        assert score.precision == 1.0
    assert score.recall >= 0.8


@pytest.mark.parametrize("language", LANGUAGES)
def test_passages_that_no_rule_was_written_with_are_held_out(language: str) -> None:
    passages = labelled_passages(language, HELD_OUT)
    known = {one.words for one in labelled_passages(language)}
    assert len({one.words for one in passages} - known) == len(passages) >= 8
    assert any(one.finds for one in passages)
    assert any(not one.finds for one in passages)


def test_no_rule_gives_a_false_alarm_on_what_was_held_out() -> None:
    """What it misses is printed by the benchmark, and no reason to fit a rule to these."""
    assert [one.slug for one in scores(HELD_OUT) if one.false_alarms] == []
    assert held_out_score().precision == 1.0


def test_a_false_alarm_and_a_miss_count() -> None:
    score = Score("some-rule", Severity.WARNING, right=3, false_alarms=1, missed=2)
    assert (score.precision, score.recall) == (0.75, 0.6)


def test_a_passage_tells_what_the_rules_find_in_it() -> None:
    passage = Labelled("en", "We keep your data indefinitely.", frozenset())
    assert passage.found == {"kept-forever"}
