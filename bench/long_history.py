"""The webshop with a long history, and two long policies to compare."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import yaml

from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import PrivacyCenter, without_internal
from mkdocs_privacy.pages import Site, policy_document
from mkdocs_privacy.releases import NewRelease, write_release

LANGUAGES = ("nl", "fr", "en")
STATES = 5
"""How many different policies take turns; each release differs from the one before."""
FIRST = date(2018, 5, 25)


def write_history(folder: Path, webshop: Path, releases: int) -> Path:
    """Copy the webshop into `folder` with so many releases; return its mkdocs.yml."""
    shutil.copytree(webshop.parent, folder, ignore=shutil.ignore_patterns("releases", "site"))
    today = FIRST + timedelta(days=30 * releases)
    config = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    config["plugins"]["privacy-center"]["today"] = str(today)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    states = [_state(folder / "privacy", number) for number in range(STATES)]
    for number in range(releases):
        center, documents = states[(number - releases) % STATES]
        day = FIRST + timedelta(days=30 * number)
        new = NewRelease(day, day, documents, center, backdated="a made-up history")
        write_release(folder / "privacy" / "releases", new, today)
    return folder / "mkdocs.yml"


def _state(data: Path, number: int) -> tuple[PrivacyCenter, dict[str, str]]:
    loaded = load_center(data, LANGUAGES).center
    if loaded is None:
        raise ValueError(f"{data} has errors")
    center = without_internal(loaded)
    if number != STATES - 1:  # the last one is the data as it stands
        center = _changed(center, number)
    return center, {
        language: policy_document(
            LocalizedCenter(center, Localization(language, load_catalog(language))), Site()
        )
        for language in LANGUAGES
    }


def _changed(center: PrivacyCenter, number: int) -> PrivacyCenter:
    """Some activities are kept for another time, and some measures are not taken."""
    activities = {
        id: activity.model_copy(
            update={
                "retention": tuple(
                    stage.model_copy(update={"period": f"P{number + 2}Y"})
                    for stage in activity.retention
                )
            }
        )
        if activity.retention and place % STATES == number
        else activity
        for place, (id, activity) in enumerate(center.activities.items())
    }
    measures = dict(list(center.measures.items())[number:])
    return center.model_copy(update={"activities": activities, "measures": measures})


def policies_of(size: int, webshop: Path) -> tuple[str, str]:
    """The words of two policies of about `size` bytes, different in some places."""
    before, after = (_state(webshop.parent / "privacy", number)[1]["nl"] for number in (0, 1))
    times = size // len(before.encode()) + 1
    return before * times, after * times
