"""The webshop with a long history, and two long policies to compare."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import Localization, LocalizedCenter, load_catalog
from mkdocs_privacy.model import PrivacyCenter, Text, without_internal
from mkdocs_privacy.pages import Site, policy_document
from mkdocs_privacy.releases import NewRelease, write_release

LANGUAGES = ("nl", "fr", "en")
VARIED = 5
"""One in so many activities is kept for another time, in each release."""
FIRST = date(2018, 5, 25)
REASON = Text("a made-up history")


def write_history(folder: Path, webshop: Path, releases: int) -> Path:
    """Copy the webshop into `folder` with so many releases, no two of which say the same, the last
    one what the data says as it stands; return its mkdocs.yml."""
    shutil.copytree(webshop.parent, folder, ignore=shutil.ignore_patterns("releases", "site"))
    today = FIRST + timedelta(days=30 * releases)
    config = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    config["plugins"]["privacy-center"]["today"] = str(today)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    as_it_stands = _public_center(folder / "privacy")
    for number in range(releases):
        is_last = number == releases - 1
        center = as_it_stands if is_last else _changed(as_it_stands, number)
        day = FIRST + timedelta(days=30 * number)
        new = NewRelease(day, day, _documents(center), center, backdated=REASON)
        write_release(folder / "privacy" / "releases", new, today)
    return folder / "mkdocs.yml"


def _public_center(data: Path) -> PrivacyCenter:
    loaded = load_center(data, LANGUAGES).center
    if loaded is None:
        raise ValueError(f"{data} has errors")
    return without_internal(loaded)


def _documents(center: PrivacyCenter) -> dict[str, str]:
    return {
        language: policy_document(LocalizedCenter(center, _localization(language)), Site())
        for language in LANGUAGES
    }


@cache
def _localization(language: str) -> Localization:
    return Localization(language, load_catalog(language))


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
        if activity.retention and place % VARIED == number % VARIED
        else activity
        for place, (id, activity) in enumerate(center.activities.items())
    }
    measures = dict(list(center.measures.items())[number % VARIED :])
    return center.model_copy(update={"activities": activities, "measures": measures})


def policies_of(size: int, webshop: Path) -> tuple[str, str]:
    """The words of two policies of about `size` bytes, different in some places."""
    center = _public_center(webshop.parent / "privacy")
    before, after = (_documents(_changed(center, number))["nl"] for number in (0, 1))
    times = size // len(before.encode()) + 1
    return before * times, after * times
