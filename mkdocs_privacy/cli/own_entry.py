"""What the catalogue does not know: the beginning of an entry, with what is missing in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markdown.extensions.toc import slugify

from mkdocs_privacy.cli.shipped_kinds import AddedKind
from mkdocs_privacy.model import base_language
from mkdocs_privacy.yaml_addition import NewEntry

_WHAT_IT_DOES = {
    "nl": "[wat deze ontvanger voor ons doet]",
    "fr": "[ce que ce destinataire fait pour nous]",
    "en": "[what this recipient does for us]",
}
_WHAT_IT_IS_FOR = {
    "nl": "[waarvoor dit dient]",
    "fr": "[à quoi cela sert]",
    "en": "[what this is for]",
}

WRITTEN = ("processor", "cookies", "audience")
"""The kinds of which a beginning can be written from a name alone."""


def own_entry(kind: AddedKind, name: str, id: str | None, languages: Sequence[str]) -> NewEntry:
    """The beginning of an entry: what was given, words in brackets, and a comment with `CHECK:`."""
    id = id or slugify(name, "-")
    match kind.name:
        case "processor":
            fields = {
                "name": name,
                "category": "other",
                "service": _said(_WHAT_IT_DOES, languages),
            }
            todo = "category, role, country, website, and which personal_data it gets."
        case "cookies":
            fields = {
                "name": name,
                "category": "marketing",
                "purpose": _said(_WHAT_IT_IS_FOR, languages),
                "consent": "required",
            }
            todo = "category, whether it needs consent, and its items with durations."
        case _:
            fields = {"title": dict.fromkeys(languages, name)}
            todo = "its title in each language."
    return NewEntry(id, fields, f"CHECK: describe {name}: {todo}")


def _said(words: Mapping[str, str], languages: Sequence[str]) -> dict[str, Any]:
    return {code: words.get(base_language(code), words["en"]) for code in languages}
