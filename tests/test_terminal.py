"""No terminal obeys what somebody typed: in lists, tables, errors and logs."""

from __future__ import annotations

import csv
import io
import json
import logging
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_privacy.cli import main
from mkdocs_privacy.cli.requests.tables import FORMATS
from mkdocs_privacy.requests.receiver.serving import LogLines
from mkdocs_privacy.terminal import printable

CLEARS_THE_SCREEN = "\x1b[2J"


@pytest.mark.parametrize(
    "words, shown",
    [
        ("Zoë d’Hondt 日本 🙂\n", "Zoë d’Hondt 日本 🙂\n"),
        (CLEARS_THE_SCREEN, "\\u001b[2J"),
        ("\x9b2J", "\\u009b2J"),
        ("a\u202eb", "a\\u202eb"),
        ("a\r\tb\x00", "a\\r\\tb\\u0000"),
        ("a\u2028b", "a\\u2028b"),
        ("\U000e0041", "\\udb40\\udc41"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(words: str, shown: str) -> None:
    assert printable(words) == shown


@given(st.text(), st.lists(st.text()))
def test_a_program_reads_in_json_what_was_typed(typed: str, chosen: list[str]) -> None:
    written = FORMATS["json"]([{"details": typed, "reach": chosen}])
    assert json.loads(written) == [{"details": typed, "reach": chosen}]
    assert printable(written) == written


@pytest.mark.parametrize("format", FORMATS)
def test_no_table_is_obeyed(format: str) -> None:
    written = FORMATS[format]([{"details": f"{CLEARS_THE_SCREEN}\x9b2J\u202e"}])
    assert printable(written, kept="\r\n") == written
    assert "\\u001b[2J\\u009b2J\\u202e" in written


def test_letters_are_joined_in_a_cell_as_they_were_typed() -> None:
    name = "می\u200cخواهم"
    assert list(csv.DictReader(io.StringIO(FORMATS["csv"]([{"name": name}])))) == [{"name": name}]


def test_no_error_is_obeyed(tmp_path: Path) -> None:
    missing = tmp_path / f"requests{CLEARS_THE_SCREEN}.db"
    result = CliRunner().invoke(main, ["requests", "list", "--database", str(missing)])
    assert result.exit_code == 1
    assert "requests\\u001b[2J.db: there is no such file" in result.stderr
    assert "\x1b" not in result.output


def test_a_line_of_the_log_is_not_obeyed_and_cannot_be_forged() -> None:
    words = f"nothing can be stored: {CLEARS_THE_SCREEN}\n201 7K3F-9QXZ-W2M4-6H8T"
    record = logging.LogRecord("receiver", logging.ERROR, "", 0, words, None, None)
    assert LogLines("%(message)s").format(record) == (
        "nothing can be stored: \\u001b[2J\n    201 7K3F-9QXZ-W2M4-6H8T"
    )
