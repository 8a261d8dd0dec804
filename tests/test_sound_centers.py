"""Ten small, varied, sound centers: nothing that the linter finds in them is more than a note.

A rule that warns of one of these gives a false alarm.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builds import build_cleanly
from click.testing import CliRunner

from mkdocs_privacy.cli import main

SOUND = Path(__file__).parent / "sound"
CENTERS = (
    "bakery",
    "bookshop-france",
    "chess-club",
    "chocolate-switzerland",
    "dentist",
    "jeweller",
    "library",
    "music-school",
    "recipe-app",
    "software-germany",
)


def test_every_center_is_looked_at() -> None:
    assert sorted(folder.name for folder in SOUND.iterdir()) == sorted(CENTERS)


@pytest.mark.parametrize("name", CENTERS)
def test_a_sound_center_has_no_error_and_no_warning(name: str) -> None:
    config = str(SOUND / name / "mkdocs.yml")
    command = ["check", "--config-file", config, "--format", "json"]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    findings = json.loads(result.stdout)
    assert findings, "a center that was not released has at least that note"
    assert [one for one in findings if one["severity"] != "info"] == []
    assert result.exit_code == 0


@pytest.mark.parametrize("name", ["dentist", "recipe-app"])
def test_a_sound_center_builds_strictly(name: str, tmp_path: Path) -> None:
    site = build_cleanly(SOUND / name / "mkdocs.yml", tmp_path / "site")
    assert (site / "policy" / "index.html").exists()
