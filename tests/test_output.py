"""No command dies of what it prints, whatever takes it: old code pages, pipes, a full disk."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from patience import PATIENCE
from starting import options

from mkdocs_privacy.cli import main

COMMAND = [sys.executable, "-c", "from mkdocs_privacy.cli import main; main()"]
ENCODINGS = {
    "a file on Windows": {"PYTHONIOENCODING": "cp1252"},
    "a terminal of DOS": {"PYTHONIOENCODING": "cp437"},
    "ASCII": {"PYTHONIOENCODING": "ascii"},
    "no locale": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which the data has moved on since its release, and with Greek in it."""
    folder = tmp_path_factory.mktemp("site")
    run(folder, "init", *options(name="Ελλάς 😀", languages="fr,en"))
    config = folder / "mkdocs.yml"
    assert run(folder, "release", "--effective", "2126-12-01", "-f", str(config)).returncode == 0
    data = folder / "privacy" / "center.yml"
    written = data.read_text(encoding="utf-8")
    orders = "orders: {use: orders}"
    assert orders in written
    kept = "retention: {period: P4Y, from: {fr: après la livraison, en: after delivery}}"
    data.write_text(written.replace(orders, f"orders: {{use: orders, {kept}}}"), encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.mark.parametrize(
    "encoding, arguments",
    [
        ("a file on Windows", "diff --language fr"),
        ("a file on Windows", "release --effective 2127-01-01 --dry-run"),
        ("a terminal of DOS", "import-version --help"),
        ("a terminal of DOS", "check --explain hidden-character"),
        ("ASCII", "schema"),
        ("no locale", "check --config-file Ελλάς.yml"),
    ],
)
def test_what_an_encoding_lacks_is_escaped(encoding: str, arguments: str, site: Path) -> None:
    result = run(site, *arguments.split(), **ENCODINGS[encoding])
    assert b"Traceback" not in result.stderr
    assert result.returncode in (0, 1)
    assert result.stdout or result.stderr


def test_json_stays_what_it_says(site: Path) -> None:
    arguments = ("diff", "--language", "fr", "--format", "json")
    escaped = run(site, *arguments, PYTHONIOENCODING="cp1252").stdout.decode("cp1252")
    whole = run(site, *arguments, PYTHONIOENCODING="utf-8").stdout.decode("utf-8")
    assert json.loads(escaped) == json.loads(whole)
    assert "\u202f" in whole
    assert "\\u202f" in escaped


def test_a_file_that_a_command_writes_is_utf8(tmp_path: Path) -> None:
    answers = options(name="Ελλάς", languages="fr")
    assert run(tmp_path, "init", *answers, PYTHONIOENCODING="cp1252").returncode == 0
    assert "Ελλάς" in (tmp_path / "privacy" / "center.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["schema", "--help"])
def test_a_reader_that_goes_away_is_no_error(command: str, site: Path) -> None:
    shell = f"{shlex.quote(sys.executable)} -c '{COMMAND[-1]}' {command} | head -c 5"
    result = subprocess.run(
        ["bash", "-c", shell], cwd=site, capture_output=True, timeout=PATIENCE, check=False
    )
    assert len(result.stdout) == 5
    assert b"Traceback" not in result.stderr
    assert b"Exception ignored" not in result.stderr


@pytest.mark.parametrize("closed", ["1>&- 2>&-", "1>/dev/full"])
def test_a_stream_that_takes_nothing_is_no_traceback(closed: str, site: Path) -> None:
    shell = f"{shlex.quote(sys.executable)} -c '{COMMAND[-1]}' check {closed}"
    result = subprocess.run(
        ["bash", "-c", shell], cwd=site, capture_output=True, timeout=PATIENCE, check=False
    )
    assert b"Traceback" not in result.stderr


def test_a_stream_of_utf8_is_left_alone() -> None:
    result = CliRunner().invoke(main, ["check", "--explain", "bad-url"])
    assert "\\u" not in result.output
