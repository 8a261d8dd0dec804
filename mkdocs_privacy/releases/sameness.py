"""Whether two things are the same before and after: records without an id, texts, whole centers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_privacy.model import INTERNAL, Record, Text, find_language
from mkdocs_privacy.releases.change import Value
from mkdocs_privacy.releases.kinds import FIELD_RULES, Shape, Verb


def _identity() -> Mapping[type[Record], tuple[str, ...]]:
    names: dict[type[Record], tuple[str, ...]] = {}
    for rule in FIELD_RULES:
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


def is_same(before: Text, after: Text) -> bool:
    """Whether the words are the same in every language that both texts have."""
    return verb_of_words(before, after) is None


def is_related(before: Text, after: Text) -> bool:
    """Whether the words are the same in some language: one text, changed."""
    return len(differing_languages(before, after)) < len(_shared_languages(before, after))


def verb_of_words(before: Text, after: Text) -> Verb | None:
    """Changed, or translated where only some languages differ, or nothing."""
    shared, differing = _shared_languages(before, after), differing_languages(before, after)
    if len(differing) == len(shared):  # also without any language in common
        return Verb.CHANGED
    return Verb.TRANSLATED if differing else None


def differing_languages(before: Text, after: Text) -> tuple[str, ...]:
    """The languages, among those that both texts have, in which the words differ."""
    return tuple(
        language
        for language in _shared_languages(before, after)
        if before.in_language(language) != after.in_language(language)
    )


def _shared_languages(before: Text, after: Text) -> tuple[str, ...]:
    if before.by_language is None or after.by_language is None:
        return tuple(before.by_language or after.by_language or ("",))
    return tuple(language for language in before.by_language if language in after.by_language)


_UNPRINTED = frozenset(
    (rule.declared.owner, rule.declared.name)
    for rule in FIELD_RULES
    if rule.shape is Shape.UNPRINTED
)


def is_same_data(before: Value, after: Value) -> bool:
    """Whether nothing differs that a page prints: no order, no place, no language that is new.

    A language that the later data does without makes no difference.
    """
    if isinstance(before, Text) and isinstance(after, Text):
        return _is_same_text(before, after)
    if isinstance(before, Record) and isinstance(after, Record):
        return type(before) is type(after) and all(
            is_same_data(getattr(before, name), getattr(after, name))
            for name in type(before).model_fields
            if name != INTERNAL and (type(before), name) not in _UNPRINTED
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
    return all(
        find_language(language, before.by_language) and before.in_language(language) == words
        for language, words in after.by_language.items()
    )
