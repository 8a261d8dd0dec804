"""Shipped texts that a site uses in a language in which there are none yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mkdocs_privacy.findings import Finding, KeyPath, Place, nearest_place
from mkdocs_privacy.findings.rules.words import UNTRANSLATED_FACTS
from mkdocs_privacy.model import ShippedWords, language_in_english, languages_missing


def find_untranslated(
    content: Mapping[str, Any], languages: Sequence[str], places: Mapping[KeyPath, Place]
) -> Iterator[Finding]:
    """One finding for each language that lacks some of the shipped texts, at the first of them."""
    texts = list(_shipped(content))
    for language in languages:
        missing = [path for path, text in texts if languages_missing(text, [language])]
        if missing:
            first = ", ".join(".".join(map(str, path)) for path in missing[:3])
            yield Finding(
                UNTRANSLATED_FACTS,
                f"the catalogue has no {language_in_english(language)} ({language}) text for "
                f"{len(missing)} of the entries that you use, so the pages show them in English: "
                f"write your own ({first}{', …' if missing[3:] else ''})",
                missing[0],
                nearest_place(missing[0], places),
            )


def _shipped(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, ShippedWords]]:
    if isinstance(value, ShippedWords):
        if not value["en"].startswith("https://"):  # an address is no text to read
            yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _shipped(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _shipped(inner, (*path, index))
