"""How a rule about a finished center is written: a function with a docstring, and its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from inspect import getdoc
from typing import TypeAlias

from mkdocs_privacy.findings import Example, KeyPath, Rule, Severity
from mkdocs_privacy.model import PrivacyCenter


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has to say about one place in a center."""

    path: KeyPath
    message: str


Look: TypeAlias = Callable[[PrivacyCenter], Iterable[Remark]]
"""Looks at a completed center, one that is worked on or one of a release; it needs no lines."""


@dataclass(frozen=True, slots=True)
class LintRule:
    """A rule, and how to find what breaks it."""

    rule: Rule
    look: Look


def rule(id: str, slug: str, severity: Severity, example: Example) -> Callable[[Look], LintRule]:
    """Make a rule of a function, whose docstring is the explanation.

    It belongs to the package as soon as it stands in a module of this folder.
    """

    def make(look: Look) -> LintRule:
        return LintRule(Rule(id, slug, severity, getdoc(look) or "", example), look)

    return make
