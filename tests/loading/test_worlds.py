"""What a site owner reads when something is wrong: each world in `*.yml` beside this file.

A world is named by a sentence. Its `files` lie over the small center of `tests/worlds.py` (an empty
one takes a file away), its `languages` are nl, fr and en unless it says otherwise, and `findings`
is all that is printed, to the letter; without findings the center loads.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from worlds import LANGUAGES, WHAT_ENTRIES_LACK, load_world

from mkdocs_privacy.findings import as_text, has_errors
from mkdocs_privacy.lint import lint

HERE = Path(__file__).parent


def worlds() -> Iterator[Any]:
    for file in sorted(HERE.glob("*.yml")):
        for sentence, world in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            yield pytest.param(world, id=f"{file.stem}: {sentence}")


@pytest.mark.parametrize("world", list(worlds()))
def test_every_finding_of_this_world_reads_as_expected(
    world: dict[str, Any], tmp_path: Path
) -> None:
    languages = tuple(world.get("languages", LANGUAGES))
    loaded = load_world(tmp_path, world.get("files") or {}, languages)
    remarks = (found for found in lint(loaded) if found.rule.slug not in WHAT_ENTRIES_LACK)
    assert as_text((*loaded.findings, *remarks)) == world.get("findings", "").strip()
    assert (loaded.center is None) is has_errors(loaded.findings)
