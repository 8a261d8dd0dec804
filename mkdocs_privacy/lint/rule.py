"""How a rule about a finished center is written: a function with a docstring, and its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from inspect import getdoc
from typing import TypeAlias

from mkdocs_privacy.findings import Example, KeyPath, Rule, Severity, Sound
from mkdocs_privacy.model import PrivacyCenter


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has to say about one place in a center."""

    path: KeyPath
    message: str
    write: str | None = None
    """What `check --fix` writes in place of the value of the path, as it stands in YAML; only
    where no decision is needed."""


Look: TypeAlias = Callable[[PrivacyCenter], Iterable[Remark]]
"""Looks at a completed center, one that is worked on or one of a release; it needs no lines."""


@dataclass(frozen=True, slots=True)
class LintRule:
    """A rule, and how to find what breaks it."""

    rule: Rule
    look: Look


def rule(
    id: str,
    slug: str,
    severity: Severity,
    example: Example,
    *,
    basis: tuple[str, ...] = (),
    silent_on: tuple[Sound, ...] = (),
) -> Callable[[Look], LintRule]:
    """Make a rule of a function, whose docstring is the explanation.

    `basis` has the articles that ask for it, `silent_on` what it says nothing of. The rule belongs
    to the package as soon as it stands in a module of this folder.
    """

    def make(look: Look) -> LintRule:
        explanation = getdoc(look) or ""
        made = Rule(id, slug, severity, explanation, example, basis=basis, silent_on=silent_on)
        return LintRule(made, look)

    return make
