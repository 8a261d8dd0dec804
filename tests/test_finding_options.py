"""What a site says under `findings:` in mkdocs.yml, in a command and in a build."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from worlds import write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.findings import Finding, Severity
from mkdocs_privacy.findings.rules.data import UNKNOWN_KEY
from mkdocs_privacy.registry import (
    FindingOptions,
    find_wrong_settings,
    get_rule,
    settle,
)

LAND = Finding(get_rule("authority-of-land"), "name yours")
FACTS = Finding(get_rule("unverified-facts"), "check them")
BROKEN = Finding(UNKNOWN_KEY, "no such key")


def settled(written: dict[str, Any]) -> list[tuple[str, Severity]]:
    options = FindingOptions.model_validate(written)
    return [
        (one.rule.slug, one.severity) for one in settle((LAND, FACTS, BROKEN), options).findings
    ]


AS_IT_IS = [
    ("authority-of-land", Severity.WARNING),
    ("unverified-facts", Severity.INFO),
    ("unknown-key", Severity.ERROR),
]


def test_without_options_every_finding_stays_as_it_is() -> None:
    assert settled({}) == AS_IT_IS
    assert [*find_wrong_settings(FindingOptions())] == []


@pytest.mark.parametrize("name", ["unverified-facts", "FA003", "fa003"])
def test_a_rule_is_ignored_by_slug_or_id(name: str) -> None:
    assert settled({"ignore": [name]}) == [AS_IT_IS[0], AS_IT_IS[2]]


@pytest.mark.parametrize("name", ["authority-of-land", "RI017"])
@pytest.mark.parametrize("severity", list(Severity))
def test_a_rule_matters_as_much_as_the_site_says(name: str, severity: Severity) -> None:
    assert settled({"severity": {name: str(severity)}})[0] == ("authority-of-land", severity)


@pytest.mark.parametrize("written", [{"ignore": ["unknown-key"]}, {"severity": {"DA002": "info"}}])
def test_what_cannot_be_used_stays_an_error_and_that_is_said(written: dict[str, Any]) -> None:
    assert settled(written) == AS_IT_IS
    [finding] = find_wrong_settings(FindingOptions.model_validate(written))
    assert finding.rule.slug == "essential-rule"
    assert "‘unknown-key’ must stay an error" in finding.message


def test_to_say_of_an_error_that_it_is_one_is_no_mistake() -> None:
    options = FindingOptions.model_validate({"severity": {"unknown-key": "error"}})
    assert [*find_wrong_settings(options)] == []


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ({"ignore": ["unverified-fact"]}, "ignore.0"),
        ({"severity": {"unverified-fact": "error"}}, "severity.unverified-fact"),
    ],
)
def test_a_rule_that_there_is_not_is_a_finding_with_a_suggestion(
    written: dict[str, Any], key: str
) -> None:
    [finding] = find_wrong_settings(FindingOptions.model_validate(written))
    assert str(finding) == (
        f"warning: findings.{key}: there is no rule ‘unverified-fact’ "
        "(did you mean ‘unverified-facts’?) [unknown-rule]"
    )


# In a site


GERMAN = {
    "privacy/organisation.yml": """\
organisation:
  name: Purzelsocke
  address: {city: Köln, country: DE}
  website: https://www.purzelsocke.example
  contact: {email: hallo@purzelsocke.example}
audiences:
  customers: {title: Customers}
"""
}
CONFIG = """\
site_name: Purzelsocke
theme: {name: material, language: en}
plugins:
  - privacy-center:
      findings: %s
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_files(tmp_path, GERMAN)
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(site: Path, findings: str) -> tuple[int, list[str]]:
    (site / "mkdocs.yml").write_text(CONFIG % findings, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--format", "concise"], catch_exceptions=False)
    return result.exit_code, result.stdout.splitlines()


def build_strictly(site: Path, findings: str) -> None:
    (site / "mkdocs.yml").write_text(CONFIG % findings, encoding="utf-8")
    build(load_config(str(site / "mkdocs.yml"), strict=True))


def test_a_warning_stops_a_strict_build_until_the_site_says_otherwise(site: Path) -> None:
    with pytest.raises(Abort):
        build_strictly(site, "{}")
    build_strictly(site, "{severity: {authority-of-land: info}}")
    build_strictly(site, "{ignore: [RI017]}")


def test_check_says_what_the_build_says(site: Path) -> None:
    code, lines = check(site, "{ignore: [no-release, unverified-facts]}")
    assert code == 0
    assert [line.split(": ")[1] for line in lines] == ["warning"]
    assert check(site, "{ignore: [no-release, unverified-facts, authority-of-land]}") == (0, [])


def test_a_warning_that_the_site_makes_an_error_stops_both(site: Path) -> None:
    code, lines = check(site, "{ignore: [no-release], severity: {authority-of-land: error}}")
    assert code == 1
    assert lines[0].startswith("privacy/organisation.yml:1: error: organisation: in Germany")
    with pytest.raises(Abort):
        build_strictly(site, "{severity: {authority-of-land: error}}")


def test_a_setting_that_does_nothing_is_said_by_both(site: Path) -> None:
    code, lines = check(
        site, "{ignore: [no-release, unverified-facts, authority-of-land, unkown-key]}"
    )
    assert (code, len(lines)) == (0, 1)
    assert "there is no rule ‘unkown-key’ (did you mean ‘unknown-key’?) [unknown-rule]" in lines[0]
    with pytest.raises(Abort):
        build_strictly(site, "{ignore: [authority-of-land, unkown-key]}")
