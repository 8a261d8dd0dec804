"""How a rule about a finished center is written: a function with a docstring, and its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from inspect import getdoc
from typing import TypeAlias

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.findings import Example, KeyPath, Rule, Severity, Sound
from mkdocs_privacy.model import PrivacyCenter, RequestType


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has to say about one place in a center."""

    path: KeyPath
    message: str
    write: str | None = None
    """What `check --fix` writes in place of the value of the path, as it stands in YAML; only
    where no decision is needed."""
    is_about_entry: bool = True
    """Whether what it advises stands in the entry that the path leads to, and not elsewhere."""
    is_about_part: bool = False
    """Whether it advises to add to the field that the path leads to, of which the owner writes all
    or nothing."""


Forms: TypeAlias = Mapping[str, frozenset[RequestType]]
"""For which requests the pages have a form that is sent somewhere, by language."""


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody who looks at a center may know besides: what the site has, on which day."""

    catalogue: Catalogue
    """The facts, the site's own before the shipped ones."""
    today: date | None = None
    """The day of the site, if somebody told; a rule asks no clock."""
    forms: Forms | None = None
    """The requests that the pages have a form for, if somebody told."""
    languages: tuple[str, ...] = ()
    """The languages of the site, if somebody told; the catalogue fills in words in others too."""


Look: TypeAlias = Callable[[PrivacyCenter], Iterable[Remark]]
"""Looks at a completed center, one that is worked on or one of a release; it needs no lines."""

KnowingLook: TypeAlias = Callable[[PrivacyCenter, Known], Iterable[Remark]]
"""Does the same with what is known besides."""


@dataclass(frozen=True, slots=True)
class LintRule:
    """A rule, and how to find what breaks it."""

    rule: Rule
    look: KnowingLook


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
        return LintRule(made, lambda center, _: look(center))

    return make


def knowing_rule(
    id: str,
    slug: str,
    severity: Severity,
    example: Example,
    *,
    basis: tuple[str, ...] = (),
    silent_on: tuple[Sound, ...] = (),
) -> Callable[[KnowingLook], LintRule]:
    """Make a rule of a function that also asks for the facts of the site, or for its day."""

    def make(look: KnowingLook) -> LintRule:
        explanation = getdoc(look) or ""
        made = Rule(id, slug, severity, explanation, example, basis=basis, silent_on=silent_on)
        return LintRule(made, look)

    return make
