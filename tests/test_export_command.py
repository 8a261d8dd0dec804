"""`mkdocs-privacy export`: what a build puts on the site, one file at a time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from worlds import write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.exports import EXPORTS

CONFIG = """\
site_name: Privacy
site_url: https://privacy.example.be/
theme: {name: material, language: nl}
plugins:
  - privacy-center
"""
COOKIES = """\
cookies:
  stats:
    name: Stats
    category: statistics
    consent: required
    purpose: telt
    items: {_s: {purpose: telt}}
"""


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"mkdocs.yml": CONFIG, "docs/about.md": "# About\n", "privacy/cookies.yml": COOKIES}
    write_files(tmp_path, files)
    monkeypatch.chdir(tmp_path)


def run(command: str) -> Result:
    return CliRunner().invoke(main, ["export", *command.split()])


def test_every_export_is_listed_with_what_it_is() -> None:
    lines = run("--list").stdout.splitlines()
    assert len(lines) == len(EXPORTS)
    assert (
        "klaro.json               The configuration of Klaro as JSON: deletes cookies alone."
        in (lines)
    )


def test_an_export_is_printed_and_nothing_else() -> None:
    result = run("klaro.json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["services"][0]["name"] == "stats"


def test_an_export_is_written_to_a_file() -> None:
    result = run("exports/cookies.csv -o cookies.csv")
    assert (result.exit_code, result.stdout) == (0, "wrote cookies.csv\n")
    assert "stats/_s,Stats,Analytics,_s" in Path("cookies.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("", 2, "give a format"),
        ("klaro.jso", 2, "there is no format ‘klaro.jso’ (did you mean ‘klaro.json’?)"),
        ("klaro.json --language de", 2, "this site has no language ‘de’"),
        ("current.json", 1, "there is nothing to export as current.json"),
    ],
)
def test_what_cannot_be_exported_is_a_sentence(command: str, code: int, said: str) -> None:
    result = run(command)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
