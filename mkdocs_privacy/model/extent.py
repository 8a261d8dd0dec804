"""How much text a center has in one language: no field too long, and all of them too much."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model.intricacy import (
    LARGEST_POLICY,
    MOST_PIECES,
    MOST_STEPS,
    pieces,
    printed_length,
    steps,
)
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.text import Markdown, Text

_TEXTS = (Text, str)
"""Not `Text | str`, which Python would make anew for each of tens of thousands of values."""


def find_too_much(record: Record) -> KeyPath | None:
    """The value with which a record has too much text in some language, by its keys."""
    texts: list[tuple[KeyPath, Text | str]] = []
    _collect(record, (), texts)
    codes = {code for _, text in texts if isinstance(text, Text) for code in text.by_language or {}}
    found = (_too_much_in(code, texts) for code in sorted(codes) or [""])
    return next(filter(None, found), None)


def _too_much_in(language: str, texts: list[tuple[KeyPath, Text | str]]) -> KeyPath | None:
    characters = made = read = 0
    for path, text in texts:
        words = text if isinstance(text, str) else _words(text, language)
        if isinstance(text, Markdown):
            characters += printed_length(words)
            made += pieces(words)
            read += steps(words)
        else:
            characters += len(words)
        if characters > LARGEST_POLICY or made > MOST_PIECES or read > MOST_STEPS:
            return path
    return None


def _collect(value: Any, path: KeyPath, found: list[tuple[KeyPath, Text | str]]) -> None:
    """Add the texts of a value: into one list, because there are tens of thousands of values."""
    if isinstance(value, _TEXTS):
        found.append((path, value))
    elif isinstance(value, Record):
        for name, key in _keys(type(value)):
            inner = getattr(value, name)
            if inner is not None:
                _collect(inner, (*path, key), found)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            _collect(entry, (*path, index), found)
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            found.append(((*path, key), str(key)))
            _collect(entry, (*path, key), found)


@cache
def _keys(record: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a record with their keys in YAML."""
    return tuple((name, field.alias or name) for name, field in record.model_fields.items())


def _words(text: Text, language: str) -> str:
    return (text.by_language or {}).get(language, text.everywhere or "")
