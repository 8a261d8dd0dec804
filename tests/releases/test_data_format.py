"""The data of a release carries the number of its format; an older one is read, never rewritten."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from builds import EXAMPLES
from release_worlds import TODAY, a_center, a_release
from worlds import small_center

from mkdocs_privacy.model import Context, PrivacyCenter, without_internal
from mkdocs_privacy.releases import read_archive, write_release
from mkdocs_privacy.releases.data_format import (
    FORMAT,
    NewerFormat,
    UnreadableData,
    as_written,
    read_data,
)


def test_the_number_of_the_format_stands_first_in_the_data(tmp_path: Path) -> None:
    release = write_release(tmp_path, a_release(), TODAY)
    written = json.loads((release / "center.json").read_text())
    assert next(iter(written.items())) == ("format", FORMAT)


def test_data_is_read_back_as_it_was_written() -> None:
    assert read_data(as_written(a_center())) == without_internal(a_center())


@pytest.mark.parametrize("example", ["webshop", "saas"])
def test_releases_without_a_number_are_read_and_their_files_stay_as_they_are(example: str) -> None:
    releases = EXAMPLES / example / "privacy" / "releases"
    before = {path: path.read_bytes() for path in sorted(releases.rglob("*.*"))}
    archive = read_archive(releases)
    assert (archive.findings, len(archive.history)) == ((), len(list(releases.glob("2*"))))
    assert {path: path.read_bytes() for path in sorted(releases.rglob("*.*"))} == before


def test_data_that_a_later_version_wrote_asks_for_that_version() -> None:
    later = {**json.loads(as_written(a_center())), "format": FORMAT + 1}
    with pytest.raises(NewerFormat):
        read_data(json.dumps(later).encode())


@pytest.mark.parametrize("number", [0, -1, "2", None])
def test_what_is_no_number_of_a_format_is_refused(number: object) -> None:
    written = {**json.loads(as_written(a_center())), "format": number}
    with pytest.raises(UnreadableData, match="format: Extra inputs are not permitted"):
        read_data(json.dumps(written).encode())


@pytest.mark.parametrize(
    "broken", [{}, {"activities": []}, {"activities": {"orders": 1}}, {"processors": [1]}, [], 1]
)
def test_what_a_step_stumbles_on_is_said_in_the_words_of_the_model(broken: object) -> None:
    with pytest.raises(UnreadableData):
        read_data(json.dumps(broken).encode())


# Format 1


def data_of_format_1(**processor: Any) -> bytes:
    content = small_center()
    orders = content["activities"]["orders"]
    content["personal_data"] = {id: {"title": id} for id in ("name", "address", "password")}
    content["activities"] = {
        "orders": {**orders, "personal_data": ["name", "address"], "processors": ["carrier"]},
        "account": {**orders, "personal_data": ["name", "password"], "processors": []},
        "visits": {**orders, "personal_data": ["name", "password"], "processors": []},
    }
    carrier = {"name": "Carrier", "category": "delivery", "role": "processor", **processor}
    content["processors"] = {"carrier": carrier}
    center = PrivacyCenter.model_validate(content, context=Context())
    written = json.loads(as_written(center))
    del written["format"]
    for id, activity in content["activities"].items():
        written["activities"][id]["processors"] = activity["processors"]
    return json.dumps(written).encode()


def test_a_recipient_of_format_1_received_all_data_of_the_activities_that_named_it() -> None:
    center = read_data(data_of_format_1())
    assert center.processors["carrier"].personal_data == ("name", "address")


def test_what_was_not_stated_in_format_1_is_not_said_to_be_nothing() -> None:
    assert read_data(data_of_format_1()).processors["carrier"].transfers is None
    written = json.loads(data_of_format_1()) | {"processors": {}}
    for activity in written["activities"].values():
        activity["processors"] = []
    assert read_data(json.dumps(written).encode()).processors is None


def test_a_recipient_of_format_1_whose_data_was_stated_received_that() -> None:
    center = read_data(data_of_format_1(personal_data=["address"]))
    assert center.processors["carrier"].personal_data == ("address",)
