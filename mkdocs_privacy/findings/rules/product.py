"""The rules of all modules of this folder, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from mkdocs_privacy.findings.rule import Rule
from mkdocs_privacy.findings.rules import (
    addresses,
    catalogue,
    characters,
    commas,
    contradictions,
    data,
    disk,
    entries,
    forms,
    ignoring,
    imports,
    options,
    releases,
    retention,
    scanning,
    sections,
    values,
    words,
    yaml,
)


def _rules_in(module: ModuleType) -> Iterator[Rule]:
    return (value for value in vars(module).values() if isinstance(value, Rule))


PRODUCT_RULES: tuple[Rule, ...] = tuple(
    rule
    for module in (
        yaml,
        commas,
        characters,
        disk,
        data,
        values,
        entries,
        contradictions,
        retention,
        forms,
        sections,
        words,
        catalogue,
        releases,
        imports,
        scanning,
        options,
        addresses,
        ignoring,
    )
    for rule in _rules_in(module)
)
"""Every rule but those of the lint room, by subject."""
