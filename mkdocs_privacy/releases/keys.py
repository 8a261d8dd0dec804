"""What tells records apart that have no id of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_privacy.model import Record
from mkdocs_privacy.releases.kinds import RULES, Shape


def _identity() -> Mapping[type[Record], tuple[str, ...]]:
    names: dict[type[Record], tuple[str, ...]] = {}
    for rule in RULES:
        if rule.shape is Shape.IDENTITY:
            owner = rule.declared.owner
            names[owner] = (*names.get(owner, ()), rule.declared.name)
    return names


IDENTITY = _identity()
"""The fields that make a record the same record before and after."""


def by_key(records: Sequence[Record]) -> Mapping[str, Record]:
    """Records by what tells them apart; a second one of a kind gets a key of its own."""
    keyed: dict[str, Record] = {}
    for record in records:
        values = (getattr(record, name) for name in IDENTITY[type(record)])
        key = " ".join(
            str(part)
            for value in values
            for part in (sorted(value) if isinstance(value, tuple) else (value,))
        )
        while key in keyed:
            key += "+"
        keyed[key] = record
    return keyed
