"""Whatever stops a build is said by `check`, `mkdocs build -q` and `release` in the same words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from building_here import forget_what_was_said
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs
from worlds import write_files

from mkdocs_privacy.cli import main

SITES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "broken.yml").read_text("utf-8")
)
BESIDE = {
    "docs/about.md": "# About\n",
    "base/mkdocs.yml": "plugins:\n  - privacy-center:\n      path: ../up\n",
    "base/mapping.yml": "plugins:\n  privacy-center:\n    path: ../up\n",
    "site/privacy/organisation.yml": "organisation:\n",
}


@pytest.fixture(params=SITES, ids=lambda site: site["name"])
def site(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Any]:
    """A site whose mkdocs.yml is wrong, in the folder where the commands then run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ENDPOINT", "http://requests.example.be")
    monkeypatch.setenv("SWITCH", "on-ish")
    write_files(tmp_path, {**BESIDE, "mkdocs.yml": request.param["mkdocs.yml"]})
    forget_what_was_said()
    return dict(request.param)


def _said_by(command: Any, *arguments: str) -> list[str]:
    """What a command that must fail says is wrong, without what its own voice adds."""
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), result.exception
    lines = [line.removeprefix("ERROR   -  ") for line in result.output.splitlines()]
    said = [line.removeprefix("privacy-center: ") for line in lines if _is_reason(line)]
    return [line.removeprefix("Error: ").replace(str(Path.cwd()), "…") for line in said]


def _is_reason(line: str) -> bool:
    return ": error: " in line or "Config" in line or bool(re.match(r"Error: \S+\.yml:", line))


def test_check_and_release_say_it(site: dict[str, Any]) -> None:
    assert _said_by(main, "check", "--format", "concise") == site["findings"]
    released = _said_by(main, "release", "--effective", "2126-03-01", "--dry-run")
    assert released == site["findings"]


def test_a_quiet_build_says_it(site: dict[str, Any]) -> None:
    if site.get("in_words_of_mkdocs"):
        result = CliRunner().invoke(mkdocs, ["build", "-q"])
        assert (result.exit_code, result.output[:7]) == (1, "Error: ")
        return
    said = _said_by(mkdocs, "build", "-q")
    assert [_as_check_says(line, site["findings"]) for line in said] == site["findings"]


def _as_check_says(line: str, findings: list[str]) -> str:
    """MkDocs refuses in its own form what the same words say in `check`."""
    if not line.startswith("Config value"):
        return line
    subject, _, words = line.removeprefix("Config value ").partition(": ")
    words = words if subject == "'plugins'" else f"{subject.strip(chr(39))}: {words}"
    [same] = [finding for finding in findings if f"error: {words} [mkdocs-option]" in finding]
    return same
