"""Whether two texts say the same, in the languages that both have."""

from __future__ import annotations

from mkdocs_privacy.model import Text
from mkdocs_privacy.releases.kinds import Verb


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
    return tuple(one for one in before.by_language if one in after.by_language)
