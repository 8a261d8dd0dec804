"""How much text a center has in one language: no field too long, and all of them too much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

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

Path = tuple[str | int, ...]


def find_too_much(record: Record) -> Path | None:
    """The value with which a record has too much text in some language, by its keys."""
    texts = list(_texts(record, ()))
    codes = {code for _, text in texts if isinstance(text, Text) for code in text.by_language or {}}
    found = (_too_much_in(code, texts) for code in sorted(codes) or [""])
    return next(filter(None, found), None)


def _too_much_in(language: str, texts: list[tuple[Path, Text | str]]) -> Path | None:
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


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, Text | str]]:
    if isinstance(value, Text | str):
        yield path, value
    elif isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield (*path, key), str(key)
            yield from _texts(entry, (*path, key))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _texts(entry, (*path, index))


def _words(text: Text, language: str) -> str:
    return (text.by_language or {}).get(language, text.everywhere or "")
