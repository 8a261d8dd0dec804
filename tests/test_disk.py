"""A file is written whole, never a part of it, and a folder has a name that one can have."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from worlds import write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.site import read_options
from mkdocs_privacy.writing import write_whole


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


# What nobody may read. The suite may run as root, who reads all: so the system is made to refuse.

SITE = {
    "mkdocs.yml": (
        "site_name: A\ntheme: {name: material, language: en}\nplugins: [privacy-center]\n"
    ),
    "docs/.keep": "",
    "privacy/center.yml": "organisation: {name: A}\n",
    "privacy/locales/.keep": "",
    "privacy/sections/.keep": "",
    "privacy/templates/.keep": "",
}


def refuse(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let a path be as after `chmod 000`: nothing in it can be read, or looked at below it."""

    def refusing(call: Callable[..., Any], *, itself: bool) -> Callable[..., Any]:
        def asked(where: Any = ".", *rest: Any, **more: Any) -> Any:
            is_path = isinstance(where, str | os.PathLike)
            found = Path(os.path.abspath(where)) if is_path else Path()  # noqa: PTH100
            if path in found.parents or (itself and found == path):
                raise PermissionError(errno.EACCES, "Permission denied", str(where))
            return call(where, *rest, **more)

        return asked

    for name, itself in (("open", True), ("listdir", True), ("scandir", True)):
        monkeypatch.setattr(os, name, refusing(getattr(os, name), itself=itself))
    for name in ("stat", "lstat"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name), itself=False))
    monkeypatch.setattr("io.open", refusing(open, itself=True))


@pytest.mark.parametrize(
    "name",
    [
        "privacy",
        "privacy/center.yml",
        "privacy/locales",
        "privacy/sections",
        "privacy/templates",
    ],
)
def test_what_may_not_be_read_is_named_by_a_check_and_by_a_build(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, SITE)
    monkeypatch.chdir(tmp_path)
    refuse(monkeypatch, tmp_path / name)
    expected = f"{name}:1: error: this cannot be read (Permission denied)"
    checked = CliRunner().invoke(main, ["check", "--format", "concise"], catch_exceptions=False)
    assert expected in checked.stdout
    with pytest.raises(Abort):
        build(load_config("mkdocs.yml"))
    assert expected in caplog.text


def test_a_file_that_may_not_be_written_is_named_and_not_the_one_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, tmp_path)
    with pytest.raises(PermissionError) as refused:
        write_whole(tmp_path / "center.yml", b"new")
    assert refused.value.filename == str(tmp_path / "center.yml")
