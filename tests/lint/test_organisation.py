"""CO: who is responsible, and who represents them where people live."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from worlds import found_by, load_world, small_center

from mkdocs_privacy.lint import organisation

BELGIAN = {
    "name": "Tuimelkous Europe",
    "address": {"city": "Gent", "country": "BE"},
    "contact": {"email": "europe@tuimelkous.example"},
}
BRITISH = {**BELGIAN, "address": {"city": "Leeds", "country": "GB"}}


def told(folder: Path, country: str, **more: Any) -> list[str]:
    us = {
        **small_center()["organisation"],
        "address": {"city": "Town", "country": country},
        **more,
    }
    content = yaml.safe_dump({**small_center(), "organisation": us}, default_style='"')
    files = {"privacy/organisation.yml": None, "privacy/activities.yml": None}
    loaded = load_world(folder, {**files, "privacy/center.yml": content})
    return [finding.rule.slug for finding in found_by(organisation, loaded)]


@pytest.mark.parametrize(
    ("country", "more"),
    [
        pytest.param("BE", {}, id="who is in the Union"),
        pytest.param("NO", {}, id="who is in the Economic Area"),
        pytest.param("CH", {"serves_countries": ["CH"]}, id="who addresses its own country alone"),
        pytest.param("US", {"representative": BELGIAN}, id="who names one"),
        pytest.param("US", {"other_representatives": {"eu": BELGIAN}}, id="among others"),
        pytest.param(
            "BE",
            {"serves_countries": ["GB"], "other_representatives": {"uk": BRITISH}},
            id="who names one in the United Kingdom",
        ),
    ],
)
def test_says_nothing_of_who_needs_no_representative_or_names_it(
    country: str, more: dict[str, Any], tmp_path: Path
) -> None:
    assert told(tmp_path, country, **more) == []


@pytest.mark.parametrize(
    ("country", "more"),
    [
        pytest.param("US", {}, id="who is elsewhere and says not whom it addresses"),
        pytest.param("CH", {"serves_countries": ["CH", "NL"]}, id="who addresses the Dutch"),
        pytest.param("GB", {"representative": BRITISH}, id="whose representative is elsewhere too"),
        pytest.param("BE", {"serves_countries": ["BE", "GB"]}, id="who addresses the British"),
    ],
)
def test_asks_for_the_representative_where_people_live(
    country: str, more: dict[str, Any], tmp_path: Path
) -> None:
    assert told(tmp_path, country, **more) == ["representative-missing"]
