"""Compiled templates: on disk for the next build, in memory for the next language."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from mkdocs_privacy.kept_work import KeptWork
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
        patched.setattr(Path, "read_bytes", never)
        assert words(tmp_path) == "one"
    (tmp_path / "a").write_text("two")
    assert words(tmp_path) == "two"
    assert words(tmp_path) == "two"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of compiled templates of its own; this process knows none."""
    (tmp_path / "a").write_text("one")
    work = KeptWork(tmp_path / "kept")
    monkeypatch.setattr("mkdocs_privacy.templates.kept_work", lambda _: work)
    template_cache.cache_clear()
    return tmp_path / "kept"


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
        lambda content: content[:-3],
        lambda content: content[:60],
        lambda content: content[32:],
        lambda content: b"",
    ],
)
def test_a_compiled_template_that_is_damaged_is_never_used(
    kept: Path, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    assert words(tmp_path) == "one"
    [file] = kept.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    template_cache.cache_clear()
    assert words(tmp_path) == "one"
    assert file.read_bytes() == whole


def test_a_disk_that_is_full_stops_no_template(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert words(tmp_path) == "one"
    assert not list(kept.iterdir())
