"""What a finished center says, held against rules: one module for each subject.

A rule is a pure function from a completed center to remarks with key paths. Whoever knows the lines
of the files adds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from mkdocs_privacy.findings import Finding, in_order_of_place, placed
from mkdocs_privacy.lint.rule import LintRule
from mkdocs_privacy.loading import Loaded
from mkdocs_privacy.model import PrivacyCenter

__all__ = ["LINT_RULES", "lint", "lint_center"]


def _rules() -> Iterator[LintRule]:
    for module in iter_modules(__path__, f"{__name__}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, LintRule):
                yield value


LINT_RULES: tuple[LintRule, ...] = tuple(sorted(_rules(), key=lambda one: one.rule.id))
"""Every rule that stands in a module of this folder, by id."""


def lint(loaded: Loaded) -> tuple[Finding, ...]:
    """All that the rules find in the data, with file and line; nothing where it has errors."""
    if loaded.center is None:
        return ()
    found = lint_center(loaded.center)
    return in_order_of_place(placed(finding, loaded.places) for finding in found)


def lint_center(center: PrivacyCenter) -> Iterator[Finding]:
    """All that the rules find in a center, wherever it comes from: without file and line."""
    for one in LINT_RULES:
        for remark in one.look(center):
            yield Finding(one.rule, remark.message, remark.path)
