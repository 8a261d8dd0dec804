"""CS: what the words themselves say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_privacy.findings import KeyPath, Severity, lines
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import INTERNAL, Markdown, PrivacyCenter, Record, Text

_PLACEHOLDER = re.compile(
    r"\[(?:[^\[\]\n]*[^\W\d_]{3,}[^\[\]\n]*|[0A -]*00[0A -]*)\]"  # [name of …], [0000 AA]
)
_LINK_OR_ITS_TARGET = re.compile(r"!?\[[^\[\]]*\](?:[(\[][^)\]]*[)\]]|:)|`[^`]*`|<[^>]*>")
_EXAMPLE = lines(
    """
    processors:
      host:
        name: "[name of your hosting company]"
        category: hosting
        role: processor
    """,
    """
    processors:
      host:
        name: Combell
        category: hosting
        role: processor
    """,
)


@rule("CS016", "placeholder-left", Severity.WARNING, _EXAMPLE)
def placeholder_left(center: PrivacyCenter) -> Iterator[Remark]:
    """A text contains words in brackets, such as those that `mkdocs-privacy init` writes for
    what only you know. Visitors would see them as they are, so `--strict` and `release` stop.
    Replace them. If brackets are meant, write them as `(…)` or ignore this rule.
    """
    for path, words in _words(center, ()):
        for found in _PLACEHOLDER.findall(words):
            yield Remark(path, f"‘{found}’ is still to be filled in: readers see it as it is")


def _words(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Every text of the data, with the way to it; not the internal notes, which nobody reads."""
    match value:
        case Text():
            for language, words in (value.by_language or {"": value.everywhere or ""}).items():
                plain = _LINK_OR_ITS_TARGET.sub("", words) if isinstance(value, Markdown) else words
                yield (*path, language) if language else path, plain
        case Record():
            for name, field in type(value).model_fields.items():
                if name != INTERNAL:
                    yield from _words(getattr(value, name), (*path, field.alias or name))
        case Mapping():
            for key, entry in value.items():
                yield from _words(entry, (*path, str(key)))
        case tuple():
            for index, entry in enumerate(value):
                yield from _words(entry, (*path, index))
        case str():
            yield path, value
