"""An option that writes a file never writes over what the site is made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_world import write_site
from click.testing import CliRunner, Result

from mkdocs_privacy.cli import main


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_site(tmp_path, {"package.json": "{}", "notes.txt": "buy milk", "privacy/x.yml": "{}\n"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: str) -> Result:
    return CliRunner().invoke(main, command.split())


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        (
            "check --baseline mkdocs.yml --write-baseline",
            "--baseline mkdocs.yml: mkdocs.yml is what the site is made of",
        ),
        (
            "check --baseline privacy/x.yml --write-baseline",
            "--baseline privacy/x.yml: it would stand among your data",
        ),
        (
            "check --baseline notes.txt --write-baseline",
            "--baseline notes.txt: that file is there already and is not a baseline",
        ),
        (
            "scan --evidence package.json --baseline package.json --write-baseline",
            "--baseline package.json: this command reads that file",
        ),
        (
            "scan --evidence package.json --report package.json",
            "--report package.json: this command reads that file",
        ),
        (
            "scan --evidence package.json --report ./privacy/../privacy/x.yml",
            "--report privacy/../privacy/x.yml: it would stand among your data",
        ),
        ("export cookies.csv -o mkdocs.yml", "--output mkdocs.yml: mkdocs.yml is what the site"),
        (
            "export cookies.csv -o privacy/new.md",
            "--output privacy/new.md: it would stand among your data",
        ),
    ],
)
def test_a_file_of_the_site_is_never_written_over(command: str, problem: str, site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    result = run(command)
    assert result.exit_code == 2
    assert f"Error: {problem}" in result.stderr
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_baseline_is_written_where_nothing_stands_and_over_a_baseline(site: Path) -> None:
    for _ in range(2):
        result = run("check --baseline old.json --write-baseline")
        assert (result.exit_code, result.stdout) == (0, "")
    assert (site / "old.json").read_text().startswith('{\n  "findings": [')
