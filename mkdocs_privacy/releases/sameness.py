"""Whether two things are the same before and after: records without an id, texts, whole centers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_privacy.model import INTERNAL, Record, Retention, Text, find_language
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


def stages_paired(
    before: Sequence[Retention], after: Sequence[Retention]
) -> Sequence[tuple[int | None, int | None]]:
    """The places of stages that are the same before and after, by what they are about.

    One that is left on each side is the same too: what it is about has changed. Nothing stands in
    the place of one that came or went.
    """
    gone, new = list(range(len(before))), list(range(len(after)))
    paired: list[tuple[int | None, int | None]] = []
    for is_one in (_is_equal, _is_about_the_same, _is_related_stage):
        for place in tuple(gone):
            match = next((other for other in new if is_one(before[place], after[other])), None)
            if match is not None:
                gone.remove(place)
                new.remove(match)
                paired.append((place, match))
    if len(gone) == len(new) == 1:
        return [*paired, (gone[0], new[0])]
    return [*paired, *((place, None) for place in gone), *((None, place) for place in new)]


def _is_equal(before: Retention, after: Retention) -> bool:
    return before == after


def _is_about_the_same(before: Retention, after: Retention) -> bool:
    if before.what is None or after.what is None:
        return before.what is after.what
    return is_same(before.what, after.what)


def _is_related_stage(before: Retention, after: Retention) -> bool:
    return bool(before.what and after.what and is_related(before.what, after.what))


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
