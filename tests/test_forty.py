"""A shop in forty lines, and software in sixty: centers that need little but the catalogue."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from builds import BuildOnce
from markupsafe import Markup

FORTY = Path(__file__).parent / "forty"
KINDS = {"webshop": ("shop.yml", 40), "saas": ("software.yml", 60)}
FOLDERS = {"nl": "", "fr": "fr", "en": "en"}

SEEDS = {
    kind: yaml.safe_load((FORTY / kind / "statements.yml").read_text("utf-8")) for kind in KINDS
}
"""What the policies that the project began with say, and which words of these centers say it."""


def policy(site: Path, language: str) -> str:
    """The words of the whole policy in one language, with single spaces."""
    page = (site / FOLDERS[language] / "policy" / "index.html").read_text("utf-8")
    article = page[page.index("<article") : page.rindex("</article>")].replace("<", " <")
    text = Markup(article).striptags().replace("\u00ad", "").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_center_is_written_in_few_lines(kind: str) -> None:
    name, most = KINDS[kind]
    lines = (FORTY / kind / "privacy" / name).read_text("utf-8").splitlines()
    assert len([line for line in lines if line.strip() and "#" not in line]) <= most


@pytest.mark.parametrize("language", FOLDERS)
@pytest.mark.parametrize("kind", KINDS)
def test_it_builds_strictly_and_carries_the_statements_of_the_seed(
    kind: str, language: str, build_once: BuildOnce
) -> None:
    shown = policy(build_once(FORTY / kind / "mkdocs.yml"), language)
    missing = [
        f"{statement['says']}: {statement['carried'][language]}"
        for statement in SEEDS[kind]
        if "carried" in statement and statement["carried"][language] not in shown
    ]
    assert missing == []


@pytest.mark.parametrize(("kind", "carried", "not_carried"), [("webshop", 52, 10), ("saas", 36, 4)])
def test_a_statement_is_carried_in_every_language_or_it_is_said_why_not(
    kind: str, carried: int, not_carried: int
) -> None:
    statements = SEEDS[kind]
    assert len({statement["says"] for statement in statements}) == len(statements)
    said = [statement["carried"] for statement in statements if "carried" in statement]
    why = [statement["not_carried"] for statement in statements if "not_carried" in statement]
    assert (len(said), len(why)) == (carried, not_carried)
    assert len(said) + len(why) == len(statements)
    assert all(words.keys() == FOLDERS.keys() for words in said)
