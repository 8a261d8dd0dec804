"""What is kept between builds saves time, and can never change what a site says."""

from __future__ import annotations

import ast
import errno
import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
from builds import EXAMPLES, REPOSITORY
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_privacy.kept_work import KeptWork, prune
from mkdocs_privacy.releases import kept_words, read_archive, redline, worked_out_redline
from mkdocs_privacy.releases.sanitising import sanitise

WORDS = "de woorden – ’s morgens"


def never() -> NoReturn:
    raise AssertionError("this was made before")


def one_after_the_other(work: KeptWork) -> list[str]:
    """What two builds get that would make something else of the same."""
    return [work.kept(lambda: "one", "a"), work.kept(lambda: "two", "a")]


def entry_of(folder: Path) -> Path:
    [entry] = folder.iterdir()
    return entry


def test_what_was_made_of_the_same_is_made_once(tmp_path: Path) -> None:
    assert KeptWork(tmp_path / "kept").kept(lambda: WORDS, "redline", "a", "b") == WORDS
    assert KeptWork(tmp_path / "kept").kept(never, "redline", "a", "b") == WORDS


@pytest.mark.parametrize("others", [("redline", "ab"), ("redline", "", "ab"), ("words", "a", "b")])
def test_what_is_made_of_anything_else_is_made_anew(
    tmp_path: Path, others: tuple[str, ...]
) -> None:
    work = KeptWork(tmp_path)
    work.kept(lambda: WORDS, "redline", "a", "b")
    assert work.kept(lambda: "other words", *others) == "other words"


@given(st.data())
def test_an_entry_that_was_cut_off_or_altered_is_made_again(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        work = KeptWork(Path(name))
        work.kept(lambda: WORDS, "a")
        entry = entry_of(Path(name))
        whole = entry.read_bytes()
        cut_off = st.integers(0, len(whole) - 1).map(lambda length: whole[:length])
        altered = st.tuples(st.integers(0, len(whole) - 1), st.integers(1, 255)).map(
            lambda change: (
                whole[: change[0]] + bytes([whole[change[0]] ^ change[1]]) + whole[change[0] + 1 :]
            )
        )
        entry.write_bytes(data.draw(cut_off | altered | st.binary().filter(whole.__ne__)))
        made: list[str] = []
        assert work.kept(lambda: made.append(WORDS) or WORDS, "a") == WORDS
        assert made == [WORDS]
        assert entry.read_bytes() == whole


def test_an_entry_under_the_name_of_another_is_made_again(tmp_path: Path) -> None:
    work = KeptWork(tmp_path)
    work.kept(lambda: "one", "one")
    one = entry_of(tmp_path)
    work.kept(lambda: "two", "two")
    [two] = set(tmp_path.iterdir()) - {one}
    two.write_bytes(one.read_bytes())
    assert work.kept(lambda: "two", "two") == "two"


def test_where_nothing_can_be_kept_all_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    for folder in (None, tmp_path / "a file" / "kept", tmp_path / "not" / "there"):
        assert one_after_the_other(KeptWork(folder)) == ["one", "two"]


def test_on_a_full_disk_nothing_is_kept_and_nothing_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert one_after_the_other(KeptWork(tmp_path)) == ["one", "two"]
    assert list(tmp_path.iterdir()) == []


def test_builds_at_the_same_time_do_not_disturb_each_other(tmp_path: Path) -> None:
    works = [KeptWork(tmp_path) for _ in range(4)]

    def build(work: KeptWork) -> list[str]:
        return [work.kept(partial(str.__mul__, WORDS, number), str(number)) for number in range(40)]

    with ThreadPoolExecutor(len(works)) as threads:
        texts = list(threads.map(build, works))
    assert texts == [[WORDS * number for number in range(40)]] * len(works)
    assert len(list(tmp_path.iterdir())) == 40


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    work = KeptWork(tmp_path)
    entries = {}
    for second, name in enumerate("abcd"):
        before = set(tmp_path.iterdir())
        work.kept(lambda: WORDS, name)
        [entries[name]] = set(tmp_path.iterdir()) - before
        os.utime(entries[name], (second, second))
    work.kept(never, "a")
    size = entries["a"].stat().st_size
    prune(tmp_path, most=4 * size, down_to=2 * size)
    assert len(list(tmp_path.iterdir())) == 4, "it is not too much yet"
    prune(tmp_path, most=4 * size - 1, down_to=2 * size)
    assert set(tmp_path.iterdir()) == {entries["d"], entries["a"]}


def test_kept_redlines_and_words_are_those_that_are_worked_out() -> None:
    history = read_archive(EXAMPLES / "webshop" / "privacy" / "releases").history
    both = [release.words["nl"] for release in history.releases[:2]]
    assert worked_out_redline(*both) == worked_out_redline(*both) == redline(*both)
    for document in ("<h1>Privacy</h1><p>Wij bewaren <del>dit", "<p onclick='x()'>a\x00b</p>", ""):
        assert kept_words.sanitised(document.encode()) == sanitise(document)
        assert worked_out_redline(document, "<p>a</p>") == redline(document, "<p>a</p>")


def test_what_is_kept_knows_all_the_code_that_it_depends_on() -> None:
    """But for the code of a language and the schemes of links, which are in the key itself."""
    folder = REPOSITORY / "mkdocs_privacy" / "releases"
    imported = {
        node.module
        for name in kept_words.WORKED_OUT_BY
        for node in ast.walk(ast.parse((folder / f"{name}.py").read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mkdocs_privacy")
    }
    assert imported <= {
        "mkdocs_privacy.hosts",
        "mkdocs_privacy.kept_work",
        "mkdocs_privacy.model",
        *(f"mkdocs_privacy.releases.{name}" for name in kept_words.WORKED_OUT_BY),
    }
