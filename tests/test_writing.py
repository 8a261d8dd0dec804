"""What is written is whole or not there: at a kill, on a full disk, beside a file of that name."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from killing import is_killed_at

from mkdocs_privacy.writing import new_file, write_new, write_whole

WHOLE = b"whole\n" * 1000


def visible(folder: Path) -> dict[str, bytes]:
    """The files that somebody sees."""
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    return {name: content for name, content in found.items() if not name.startswith(".")}


@pytest.mark.parametrize("write", [write_new, write_whole])
def test_a_killed_process_leaves_no_half_of_a_new_file(
    write: Callable[[Path, bytes], None], tmp_path: Path
) -> None:
    outcomes = []
    is_killed = True
    while is_killed:
        folder = tmp_path / str(len(outcomes))
        folder.mkdir()
        file = folder / "center.yml"
        is_killed = is_killed_at(len(outcomes) + 1, lambda to=file: write(to, WHOLE))
        outcomes.append(visible(folder))
    assert outcomes[0] == {}
    assert outcomes[-1] == {"center.yml": WHOLE}
    assert all(outcome in ({}, {"center.yml": WHOLE}) for outcome in outcomes)
    assert len(outcomes) > 4


def test_a_killed_process_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    file, change, is_killed = tmp_path / "center.yml", 0, True
    outcomes = set()
    while is_killed:
        change += 1
        file.write_bytes(b"old")
        is_killed = is_killed_at(change, lambda: write_whole(file, WHOLE))
        outcomes.add(file.read_bytes())
    assert outcomes == {b"old", WHOLE}


@pytest.mark.parametrize("write", [write_new, write_whole])
def test_a_full_disk_leaves_nothing_and_is_said_of_the_file_that_was_meant(
    write: Callable[[Path, bytes], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_some(self: Path, content: bytes) -> int:
        with self.open("wb") as opened:
            opened.write(content[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write_some)
    with pytest.raises(OSError, match="No space left on device") as full:
        write(tmp_path / "center.yml", WHOLE)
    assert full.value.filename == str(tmp_path / "center.yml")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("has_links", [True, False])
def test_a_new_file_never_takes_the_name_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    if not has_links:
        monkeypatch.setattr(os, "link", without_links)
    file = tmp_path / "copy.db"
    write_new(file, b"mine", is_private=True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError) as refused:
        write_new(file, WHOLE)
    assert refused.value.filename == str(file)
    file.unlink()
    with pytest.raises(FileExistsError):
        write_too_late(file)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"copy.db": b"since"}


def write_too_late(file: Path) -> None:
    with new_file(file) as beside:
        beside.write_bytes(WHOLE)
        file.write_bytes(b"since")


def without_links(_source: Path, _target: Path) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")
