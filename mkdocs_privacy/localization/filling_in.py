"""A sentence of a catalog with its values: read once, filled in many times."""

from __future__ import annotations

import string
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape


def fill_in(sentence: str, values: Mapping[str, Any]) -> Markup:
    """A sentence, which is HTML, with its values, which are escaped: what `Markup.format` makes."""
    pieces = _pieces(sentence)
    if pieces is None:
        return Markup(sentence).format(**values)
    filled: list[str] = []
    for words, name in pieces:
        filled.append(words)
        if name is not None:
            filled.append(escape(values[name]))
    return Markup("".join(filled))


@lru_cache(maxsize=4096)
def _pieces(sentence: str) -> tuple[tuple[str, str | None], ...] | None:
    """What stands before each value, and its name; nothing where one is printed in its own way."""
    pieces = tuple(string.Formatter().parse(sentence))
    is_plain = all(
        name is None or (name.isidentifier() and not form and not conversion)
        for _, name, form, conversion in pieces
    )
    return tuple((words, name) for words, name, _, _ in pieces) if is_plain else None
