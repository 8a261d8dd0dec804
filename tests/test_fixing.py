"""`check --fix` and `--diff`: what needs no decision is put right, and all around it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_world import check, said, write_site

from mkdocs_privacy.findings import Fix, Place, Span, fixed
from mkdocs_privacy.lint.linting import fix_of
from mkdocs_privacy.lint.rule import Remark
from mkdocs_privacy.yaml_source import read_yaml

WRITTEN = """\
processors:   # who helps us
  courier:
    name: "Koerier"   # a name
    category: 'deliverry'
    role: procesor
    facts: {source: contract,   as_of: 2026/1/12}   # read twice
"""
RIGHT = """\
processors:   # who helps us
  courier:
    name: "Koerier"   # a name
    category: 'delivery'
    role: processor
    facts: {source: contract,   as_of: 2026-01-12}   # read twice
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_site(tmp_path, {"privacy/more.yml": WRITTEN})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_diff_shows_what_a_fix_would_change_and_changes_nothing(site: Path) -> None:
    before = (site / "privacy/more.yml").read_bytes()
    result = check("--diff")
    assert result.exit_code == 1
    assert result.stdout == (
        "--- privacy/more.yml\n"
        "+++ privacy/more.yml\n"
        "@@ -1,6 +1,6 @@\n"
        " processors:   # who helps us\n"
        "   courier:\n"
        '     name: "Koerier"   # a name\n'
        "-    category: 'deliverry'\n"
        "-    role: procesor\n"
        "-    facts: {source: contract,   as_of: 2026/1/12}   # read twice\n"
        "+    category: 'delivery'\n"
        "+    role: processor\n"
        "+    facts: {source: contract,   as_of: 2026-01-12}   # read twice\n"
    )
    assert (site / "privacy/more.yml").read_bytes() == before


def test_a_fix_keeps_comments_quotes_and_spaces(site: Path) -> None:
    result = check("--fix", "--format", "concise")
    assert result.exit_code == 0
    assert said(result.stderr) == "3 fixed\n1 warning, 3 infos in 3 files, 1 ignored\n"
    assert (site / "privacy/more.yml").read_text("utf-8") == RIGHT
    assert check("--diff").stdout == ""
    assert check("--diff").exit_code == 0


def test_a_fix_keeps_the_line_ends_and_the_mark_of_a_file_from_windows(site: Path) -> None:
    (site / "privacy/more.yml").write_bytes(
        b"\xef\xbb\xbfprocesors:\r\n  courier: {name: K, category: delivery, role: processor}\r\n"
    )
    check("--fix")
    assert (site / "privacy/more.yml").read_bytes() == (
        b"\xef\xbb\xbfprocessors:\r\n  courier: {name: K, category: delivery, role: processor}\r\n"
    )


def test_what_one_fix_reveals_is_fixed_too(site: Path) -> None:
    written = "procesors:\n  courier: {name: K, category: deliverry, role: processor}\n"
    (site / "privacy/more.yml").write_text(written, "utf-8")
    assert check("--fix").stderr.startswith("2 fixed\n")


@pytest.mark.parametrize(
    "written",
    [
        "processors:\n  x: {use: mollie, contry: NL, country: BE}\n",  # it stands there already
        "processors:\n  x: {name: X, category: delivery, role: processor, colour: red}\n",
        "processors:\n  x: {use: mollie, facts: {source: y, as_of: 1/2/2026}}\n",  # which month?
        "processors:\n  x: {use: mollie, facts: {source: y, as_of: 31/2/2026}}\n",
    ],
)
def test_what_needs_a_decision_is_left_alone(site: Path, written: str) -> None:
    (site / "privacy/more.yml").write_text(written, "utf-8")
    result = check("--fix")
    assert result.exit_code == 1
    assert result.stderr.startswith("0 fixed\n")
    assert (site / "privacy/more.yml").read_text("utf-8") == written


def test_an_invisible_character_is_removed_from_a_text(site: Path) -> None:
    hidden = "processors:\n  x: {name: Bo\u200bl, category: delivery, role: processor}\n"
    (site / "privacy/more.yml").write_text(hidden, "utf-8")
    check("--fix")
    written = (site / "privacy/more.yml").read_text("utf-8")
    assert written == hidden.replace("\u200b", "")


TWICE = """\
processors:   # who helps us
  courier:
    name: Koerier
    category: delivery   # by bicycle
    role: processor
    # we asked them
    category: delivery
"""


def test_a_line_that_says_again_what_stands_there_is_removed(site: Path) -> None:
    file = site / "privacy/more.yml"
    file.write_text(TWICE, "utf-8")
    assert check("--diff").stdout == (
        "--- privacy/more.yml\n"
        "+++ privacy/more.yml\n"
        "@@ -4,4 +4,3 @@\n"
        "     category: delivery   # by bicycle\n"
        "     role: processor\n"
        "     # we asked them\n"
        "-    category: delivery\n"
    )
    assert check("--fix").stderr.startswith("1 fixed\n")
    assert file.read_text("utf-8") == TWICE.removesuffix("    category: delivery\n")


@pytest.mark.parametrize(
    "again",
    [
        "    category: payment\n",  # which of the two?
        "    category: delivery   # since May\n",  # a comment would go too
        "    category: &where delivery\n",  # something else may refer to it
        "  post: {name: P, category: payment, role: processor, category: payment}\n",
    ],
)
def test_of_two_keys_nothing_is_removed_that_may_be_meant(site: Path, again: str) -> None:
    written = TWICE.removesuffix("    category: delivery\n") + again
    (site / "privacy/more.yml").write_text(written, "utf-8")
    check("--fix")
    assert (site / "privacy/more.yml").read_text("utf-8") == written


IGNORED = """\
processors:
  # privacy: ignore CH002: the name had it
  courier:   # on a bicycle
    name: Bol   # privacy: ignore CH002, TR001: so is the name
    category: delivery
    role: processor
"""


def test_a_comment_that_ignores_nothing_any_more_is_removed(site: Path) -> None:
    file = site / "privacy/more.yml"
    file.write_bytes(IGNORED.replace("\n", "\r\n").encode())
    assert check("--fix").stderr.startswith("2 fixed\n")
    assert file.read_bytes().decode() == (
        "processors:\r\n  courier:   # on a bicycle\r\n    name: Bol\r\n    category: delivery\r\n"
        "    role: processor\r\n"
    )


def test_a_comment_stays_where_what_it_ignored_has_moved_within_the_file(site: Path) -> None:
    written = IGNORED.replace("category", 'service: "n\u200bew"\n    category')
    (site / "privacy/more.yml").write_text(written, "utf-8")
    shown = check("--diff").stdout
    assert [line for line in shown.splitlines() if line.startswith("-") and "ignore" in line] == []


def test_an_ignored_finding_is_not_fixed(site: Path) -> None:
    hidden = (
        "processors:\n  # privacy: ignore CH002: the name has it\n"
        "  x: {name: Bo\u200bl, category: delivery, role: processor}\n"
    )
    (site / "privacy/more.yml").write_text(hidden, "utf-8")
    check("--fix")
    assert (site / "privacy/more.yml").read_text("utf-8") == hidden


def test_a_file_that_lies_elsewhere_is_not_written(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "mkdocs.yml"
    content = (site / "mkdocs.yml").read_text("utf-8").replace("findings:", "findngs:")
    outside.write_text(content, "utf-8")
    (site / "mkdocs.yml").unlink()
    (site / "mkdocs.yml").symlink_to(outside)
    assert check("--fix").exit_code == 1
    assert outside.read_text("utf-8") == content


def a_fix(column: int, before: str | None, after: str, width: int = 1) -> Fix:
    return Fix("", Place("a.yml", 1, Span(column, width)), before, after)


def test_fixes_of_one_line_do_not_move_each_other() -> None:
    fixes = [a_fix(1, None, "long", 2), a_fix(4, None, "", 1), a_fix(6, None, "w", 2)]
    assert fixed("ab c de\n", fixes) == ("long  w\n", 3)


def test_of_two_fixes_that_overlap_one_is_made() -> None:
    assert fixed("abcd", [a_fix(1, None, "x", 3), a_fix(2, None, "y", 3)]) == ("ay", 1)


def test_a_fix_of_words_that_are_not_there_is_not_made() -> None:
    assert fixed("abcd", [a_fix(1, "zz", "x", 4)]) == ("abcd", 0)


def test_a_rule_may_say_what_to_write_in_place_of_a_value() -> None:
    text = 'a:\n  b: "http://a.be" # ours\n  c: {d: e}\n  f: |\n    g\n'
    places = read_yaml(text.encode(), "a.yml").places
    fix = fix_of(Remark(("a", "b"), "", write="https://a.be"), places)
    assert fix
    assert fixed(text, [fix]) == (text.replace('"http://a.be"', "https://a.be"), 1)
    for path in (("a",), ("a", "c"), ("a", "f"), ("a", "x")):  # these do not stand on one line
        assert fix_of(Remark(path, "", write="x"), places) is None
    assert fix_of(Remark(("a", "b"), ""), places) is None
