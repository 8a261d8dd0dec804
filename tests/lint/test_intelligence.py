"""AI: what is said where artificial intelligence is used."""

from __future__ import annotations

from pathlib import Path

from worlds import SMALL_CENTER, found_by, load_world

from mkdocs_privacy.lint import intelligence

ACTIVITIES = SMALL_CENTER["privacy/activities.yml"]
ASSISTANT = """\
    artificial_intelligence:
      kind: assistant
      description: Hij beantwoordt vragen.
"""


def told(folder: Path, written: str) -> list[str]:
    loaded = load_world(folder, {"privacy/activities.yml": ACTIVITIES + written})
    return [str(finding) for finding in found_by(intelligence, loaded)]


def test_says_nothing_where_there_is_none_or_where_training_is_stated(tmp_path: Path) -> None:
    assert told(tmp_path / "none", "") == []
    assert told(tmp_path / "stated", f"{ASSISTANT}      training: ours\n") == []


def test_whether_the_data_trains_models_must_be_said(tmp_path: Path) -> None:
    assert told(tmp_path, ASSISTANT) == [
        "privacy/activities.yml:12: info: activities.orders.artificial_intelligence: say whether "
        "the data trains models: `training: none`, `ours` or `provider` [training-unstated]"
    ]


def test_a_provider_that_trains_its_models_is_named(tmp_path: Path) -> None:
    assert told(tmp_path, f"{ASSISTANT}      training: provider\n") == [
        "privacy/activities.yml:12: warning: activities.orders.artificial_intelligence: the "
        "provider trains its models with the data: name it in `provider` [training-by-nobody]"
    ]


def test_who_is_advised_by_a_machine_says_what_it_advises_and_who_decides(tmp_path: Path) -> None:
    advises = ASSISTANT.replace("assistant", "decision_support") + "      training: none\n"
    [said] = told(tmp_path / "unsaid", advises)
    assert said.endswith("[advice-unexplained]")
    [said] = told(tmp_path / "none", f"{advises}    automated_decisions: none\n")
    assert said.endswith("[advice-unexplained]")
    described = "    assisted_decisions: {advice: Een volgorde, decided_by: Een collega.}\n"
    assert told(tmp_path / "said", advises + described) == []
