"""Compiled templates: on disk for the next build, in memory for the next language."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

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
