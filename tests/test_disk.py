"""A file is written whole, never a part of it, and a folder has a name that one can have."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from mkdocs_privacy.disk import write_whole
from mkdocs_privacy.site import read_options


def test_a_file_that_is_replaced_keeps_its_permissions_and_a_link_stays_a_link(
    tmp_path: Path,
) -> None:
    real, link = tmp_path / "real.yml", tmp_path / "link.yml"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, b"new")
    assert (real.read_bytes(), stat.S_IMODE(real.stat().st_mode)) == (b"new", 0o640)
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.yml", "real.yml"]


def test_a_link_that_is_not_followed_is_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yml", tmp_path / "link.yml"
    real.write_text("old")
    link.symlink_to(real)
    write_whole(link, b"new", follows_links=False)
    assert (real.read_text(), link.read_text(), link.is_symlink()) == ("old", "new", False)


def test_a_reader_of_the_old_file_never_sees_half_of_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "center.yml"
    file.write_text("old")
    with file.open() as opened:
        write_whole(file, b"new")
        assert opened.read() == "old"


def test_nothing_is_left_beside_a_file_that_cannot_be_replaced(tmp_path: Path) -> None:
    file = tmp_path / "center.yml"
    file.write_text("old")
    with pytest.raises(TypeError):
        write_whole(file, "no bytes")  # type: ignore[arg-type]
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("center.yml", "old")]


def test_a_new_file_can_be_read_by_others_as_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual.yml").write_text("")
    write_whole(tmp_path / "new.yml", b"")
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ({"data_dir": "a\0b"}, ("privacy-center", "data_dir")),
        ({"catalogue_dirs": ["\0"]}, ("privacy-center", "catalogue_dirs", 0)),
    ],
)
def test_a_name_that_no_folder_can_have_is_a_finding(
    written: dict[str, object], path: tuple[str | int, ...]
) -> None:
    [finding] = read_options(written).findings
    assert finding.path == path
    assert finding.message == (
        "no folder can have this name, because of a character in it: write one relative to "
        "mkdocs.yml, such as privacy"
    )
