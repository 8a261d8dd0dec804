"""How often the rules about wording are right, over passages of policies that people labelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mkdocs_privacy.findings import Severity
from mkdocs_privacy.lint import LINT_RULES, WordingRule

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
HELD_OUT = CORPUS / "held-out"
"""Passages that were labelled before any rule read them, and that none was mended with."""
WORDING_RULES = tuple(one for one in LINT_RULES if isinstance(one, WordingRule))
LEFT_TO_DATA = "deadline-differs"
"""What depends on the data alone, not on the words: no passage is labelled with it."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A passage, and the rules that somebody says it breaks."""

    language: str
    words: str
    finds: frozenset[str]

    @property
    def found(self) -> frozenset[str]:
        """The rules that find something in it; what the data of a center excuses is not known."""
        return frozenset(
            one.rule.slug
            for one in WORDING_RULES
            if one.rule.slug != LEFT_TO_DATA and any(one.read(self.words, self.language))
        )


@dataclass(frozen=True, slots=True)
class Score:
    """What one rule gets right."""

    slug: str
    severity: Severity
    right: int
    false_alarms: int
    missed: int

    @property
    def precision(self) -> float:
        """How much of what it finds is there."""
        return self.right / (self.right + self.false_alarms) if self.right else 0.0

    @property
    def recall(self) -> float:
        """How much of what is there it finds."""
        return self.right / (self.right + self.missed) if self.right else 0.0


def labelled_passages(language: str, folder: Path = CORPUS) -> tuple[Labelled, ...]:
    """The passages in a language."""
    entries: list[dict[str, Any]] = yaml.safe_load((folder / f"{language}.yml").read_bytes())
    return tuple(Labelled(language, entry["words"], frozenset(entry["finds"])) for entry in entries)


def scores(folder: Path = CORPUS) -> Iterator[Score]:
    """One for each rule about wording, over all languages."""
    languages = ("nl", "fr", "en")
    passages = [one for code in languages for one in labelled_passages(code, folder)]
    found = [(passage.finds, passage.found) for passage in passages]
    for one in WORDING_RULES:
        slug = one.rule.slug
        if slug != LEFT_TO_DATA:
            yield Score(
                slug,
                one.rule.severity,
                sum(slug in wanted and slug in got for wanted, got in found),
                sum(slug not in wanted and slug in got for wanted, got in found),
                sum(slug in wanted and slug not in got for wanted, got in found),
            )


def held_out_score() -> Score:
    """That of all rules together on the passages that were held out: too few for one each."""
    each = [*scores(HELD_OUT)]
    return Score(
        "all rules, passages held out",
        Severity.INFO,
        sum(one.right for one in each),
        sum(one.false_alarms for one in each),
        sum(one.missed for one in each),
    )
