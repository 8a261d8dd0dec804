"""Whether two centers make the same pages, which is more than saying the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_privacy.model import Record, Text, base_language
from mkdocs_privacy.releases.kinds import RULES, Shape

_UNPRINTED = frozenset(
    (rule.declared.owner, rule.declared.name) for rule in RULES if rule.shape is Shape.UNPRINTED
)


def is_same_data(before: Any, after: Any) -> bool:
    """Whether nothing differs that a page prints: no order, no place, no language that is new.

    A language that the later data does without makes no difference.
    """
    if isinstance(before, Text) and isinstance(after, Text):
        return _is_same_text(before, after)
    if isinstance(before, Record) and isinstance(after, Record):
        return type(before) is type(after) and all(
            is_same_data(getattr(before, name), getattr(after, name))
            for name in type(before).model_fields
            if name != "internal" and (type(before), name) not in _UNPRINTED
        )
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        in_order = list(before) == list(after)
        return in_order and all(is_same_data(before[id], after[id]) for id in after)
    if isinstance(before, tuple) and isinstance(after, tuple):
        return len(before) == len(after) and all(map(is_same_data, before, after))
    return bool(before == after)


def _is_same_text(before: Text, after: Text) -> bool:
    if before.by_language is None or after.by_language is None:
        return before.as_written() == after.as_written()
    known = set(map(base_language, before.by_language))
    return all(
        base_language(language) in known and before.in_language(language) == words
        for language, words in after.by_language.items()
    )
