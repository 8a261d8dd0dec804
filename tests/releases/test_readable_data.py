"""Data of a release that was read without a fault is read again only where somebody asks for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from release_worlds import a_center

from mkdocs_privacy.kept_work import KeptWork
from mkdocs_privacy.model import PrivacyCenter, without_internal
from mkdocs_privacy.releases import ReadableData, readable_data
from mkdocs_privacy.releases.data_format import FORMAT, NewerFormat, UnreadableData, as_written

CONTENT = as_written(a_center())


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is read from here on."""
    contents: list[bytes] = []
    before = readable_data.read_data

    def read_data(content: bytes) -> PrivacyCenter:
        contents.append(content)
        return before(content)

    monkeypatch.setattr(readable_data, "read_data", read_data)
    return contents


def test_data_is_read_once_to_see_that_it_can_be_and_then_when_it_is_asked_for(
    tmp_path: Path, read: list[bytes]
) -> None:
    first = ReadableData("this code", KeptWork(tmp_path)).reader_of(CONTENT)
    assert read == [CONTENT]
    second = ReadableData("this code", KeptWork(tmp_path)).reader_of(CONTENT)
    assert read == [CONTENT]
    assert first() == second() == without_internal(a_center())
    assert second() is second()  # what was found out about it is known by the object
    assert read == [CONTENT, CONTENT]


def test_other_code_reads_it_anew(tmp_path: Path, read: list[bytes]) -> None:
    for code in ("this code", "other code"):
        ReadableData(code, KeptWork(tmp_path)).reader_of(CONTENT)
    assert read == [CONTENT, CONTENT]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{}", UnreadableData),
        (json.dumps({**json.loads(CONTENT), "format": FORMAT + 1}).encode(), NewerFormat),
    ],
)
def test_what_is_wrong_with_data_is_said_each_time(
    tmp_path: Path, content: bytes, reason: type[Exception]
) -> None:
    for _ in range(2):
        with pytest.raises(reason):
            ReadableData("this code", KeptWork(tmp_path)).reader_of(content)
