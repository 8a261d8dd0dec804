"""A warning that stops a strict build is shown whatever else is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs
from worlds import SMALL_CENTER, write_files

CONFIG = "site_name: A\ntheme: {name: material, language: en}\nplugins: [privacy-center]\n"


@pytest.fixture
def german_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site with one warning: a German firm must name the authority of its Land."""
    monkeypatch.chdir(tmp_path)
    organisation = SMALL_CENTER["privacy/organisation.yml"].replace("country: BE", "country: DE")
    written = {"mkdocs.yml": CONFIG, "docs/about.md": "# About\n"}
    write_files(tmp_path, {**written, "privacy/organisation.yml": organisation})


def test_quiet_hides_a_warning_that_stops_nothing(german_site: None) -> None:
    result = CliRunner().invoke(mkdocs, ["build", "-q"])
    assert (result.exit_code, result.output) == (0, "")


def test_quiet_does_not_hide_what_stops_a_strict_build(german_site: None) -> None:
    result = CliRunner().invoke(mkdocs, ["build", "-q", "--strict"])
    assert result.exit_code == 1
    assert "privacy/organisation.yml:1: warning: organisation: in Germany" in result.output
    assert "Aborted with 1 errors in strict mode!" in result.output
