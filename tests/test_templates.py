"""Compiled templates: on disk for the next build, in memory for the next language."""

import errno
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from jinja2.bccache import Bucket

from mkdocs_privacy.templates import template_cache


def words(folder: Path) -> str:
    """What an environment of its own makes of the template, as each language of a site has one."""
    loader = FileSystemLoader(folder)
    return (
        Environment(loader=loader, bytecode_cache=template_cache("test")).get_template("a").render()
    )


def test_a_process_reads_a_compiled_template_once_and_a_changed_one_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("one")
    assert words(tmp_path) == "one"

    def never(*_: object) -> None:
        raise AssertionError("it was read from disk")

    with monkeypatch.context() as patched:
        patched.setattr(FileSystemBytecodeCache, "load_bytecode", never)
        assert words(tmp_path) == "one"
    (tmp_path / "a").write_text("two")
    assert words(tmp_path) == "two"
    assert words(tmp_path) == "two"


def test_on_a_full_disk_a_template_is_compiled_and_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever posted a request to a receiver got no answer at all otherwise."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Bucket, "write_bytecode", full)
    (tmp_path / "a").write_text("one, on a full disk")
    assert words(tmp_path) == "one, on a full disk"
    assert words(tmp_path) == "one, on a full disk"
