"""The catalogue: what it fills in gives no warning, but for what only a site owner can add."""

from __future__ import annotations

from pathlib import Path

from worlds import load_world

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.findings import Severity
from mkdocs_privacy.lint import lint

CATALOGUE = shipped_catalogue()
FOR_THE_OWNER = {
    "unused-recipient",  # this world has no activities for them
    "service-without-activity",  # the same
    "joint-controller-missing",  # nor who decides together with its owner
    "arrangement-unstated",  # what was agreed with a joint controller, only the owner knows
}


def warnings(base: Path, written: str) -> list[str]:
    loaded = load_world(base, {"privacy/more.yml": written})
    assert loaded.center, loaded.findings
    found = (one for one in lint(loaded) if one.rule.slug not in FOR_THE_OWNER)
    return [str(finding) for finding in found if finding.severity is not Severity.INFO]


def test_every_recipient(tmp_path: Path) -> None:
    entries = "".join(f"  {id}: {{use: {id}, cookies: none}}\n" for id in CATALOGUE.processors)
    assert warnings(tmp_path, f"processors:\n{entries}") == []


def test_every_service_on_devices(tmp_path: Path) -> None:
    entries = "".join(f"  {id}: {{use: {id}}}\n" for id in CATALOGUE.cookies)
    choice = "consent: {how: {nl: Kies., fr: Choisissez., en: Choose.}}\n"
    assert warnings(tmp_path, f"cookies:\n{entries}{choice}") == []


def test_every_activity(tmp_path: Path) -> None:
    entries = "".join(f"  of-{id}: {{use: {id}}}\n" for id in CATALOGUE.activities)
    assert warnings(tmp_path, f"activities:\n{entries}") == []
