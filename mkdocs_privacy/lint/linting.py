"""The rules of all modules of this folder, and what they find in a center."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.findings import Finding, Fix, KeyPath, Place, in_order_of_place, placed
from mkdocs_privacy.lint.passages import forget_passages
from mkdocs_privacy.lint.rule import Forms, Known, LintRule, Remark
from mkdocs_privacy.lint.unwritten import how_to_write
from mkdocs_privacy.lint.wording import forget_texts
from mkdocs_privacy.loading import Loaded
from mkdocs_privacy.model import PrivacyCenter


def _rules() -> Iterator[LintRule]:
    for module in iter_modules([str(Path(__file__).parent)], f"{__package__}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, LintRule):
                yield value


LINT_RULES: tuple[LintRule, ...] = tuple(sorted(_rules(), key=lambda lint_rule: lint_rule.rule.id))
"""Every rule that stands in a module of this folder, by id."""


def lint(loaded: Loaded, forms: Forms | None = None) -> tuple[Finding, ...]:
    """All that the rules find in the data, with file and line; nothing where it has errors.

    `forms` are those of the pages of the site, if somebody knows.
    """
    if loaded.center is None:
        return ()
    known = Known(loaded.catalogue, loaded.today, forms, loaded.languages)
    return in_order_of_place(
        replace(
            placed(finding, loaded.places),
            message=finding.message + how_to_write(remark, loaded.center, loaded.origins),
            fix=fix_of(remark, loaded.places),
        )
        for finding, remark in _look(loaded.center, known)
    )


def lint_center(center: PrivacyCenter, catalogue: Catalogue) -> Iterator[Finding]:
    """All that the rules find in a center, wherever it comes from: without file and line."""
    for finding, _ in _look(center, Known(catalogue)):
        yield finding


def _look(center: PrivacyCenter, known: Known) -> Iterator[tuple[Finding, Remark]]:
    for lint_rule in LINT_RULES:
        for remark in lint_rule.look(center, known):
            yield Finding(lint_rule.rule, remark.message, remark.path), remark
    forget_texts()
    forget_passages()


def fix_of(remark: Remark, places: Mapping[KeyPath, Place]) -> Fix | None:
    """What a remark would have written, where one value stands there that somebody wrote."""
    place = places.get(remark.path)
    if remark.write is None or place is None or not place.is_scalar:
        return None
    return Fix(f"write `{remark.write}`", place, None, remark.write)
