"""The examples, and the centers of forty lines: no rule warns of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from checked_world import check

from mkdocs_privacy.lint import LINT_RULES

ROOT = Path(__file__).parent.parent.parent
SITES = sorted(
    config.parent
    for folder in ("examples", "tests/forty")
    for config in (ROOT / folder).rglob("mkdocs.yml")
)
ASKS_THE_OWNER = {
    "unverified-facts",
    "framework-unchecked",  # on which day, only who looks at the list can say
    "copy-unstated",  # of clauses whose address the catalogue does not know
    "criteria-only",
    "requirement-unstated",
    "whereabouts-unstated",  # which only the contract with a recipient says
    "email-tracking-unstated",  # who has switched it off cannot say so
}


def test_there_are_several() -> None:
    assert len(SITES) >= 4


@pytest.mark.parametrize("site", SITES, ids=lambda site: str(site.relative_to(ROOT)))
def test_no_rule_warns_of_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    found = json.loads(check("--format", "json").stdout)
    of_the_lint_room = {one.rule.slug for one in LINT_RULES}
    told = [one for one in found if one["rule"] in of_the_lint_room]
    assert [one for one in told if one["severity"] != "info"] == []
    assert {one["rule"] for one in told} <= ASKS_THE_OWNER
