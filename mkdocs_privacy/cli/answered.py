"""What `init` left to decide in a comment, and an entry that is added answers for certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from mkdocs_privacy.catalogue import Catalogue, organisation_kinds
from mkdocs_privacy.cli.services import nearest_name
from mkdocs_privacy.yaml_addition import NewEntry
from mkdocs_privacy.yaml_source import read_yaml

_QUESTION = re.compile(r"[ \t]*# CHECK: (?P<words>.*\?)[ \t]*\r?\n?")
_WHAT_IS = re.compile(r"what is ‘(?P<name>.*)’, which the catalogue does not have\?")


def without_answered(
    content: bytes, section: Sequence[str], entry: NewEntry, catalogue: Catalogue
) -> bytes:
    """A data file without the questions of `init` that an entry answers; else as it is."""
    kept = [
        line
        for line in content.decode("utf-8").splitlines(keepends=True)
        if not _answers(section, entry, catalogue, line)
    ]
    less = "".join(kept).encode()
    return less if _read(less) == _read(content) else content  # a text may hold such a line


def _answers(section: Sequence[str], entry: NewEntry, catalogue: Catalogue, line: str) -> bool:
    question = _QUESTION.fullmatch(line)
    if question is None:
        return False
    words, use = question["words"], entry.fields.get("use")
    if unknown := _WHAT_IS.fullmatch(words):
        is_meant = use is not None and use == nearest_name(unknown["name"])
        named = str(entry.fields.get("name", ""))
        return is_meant or named.casefold() == unknown["name"].casefold()
    shipped = catalogue.processors.get(use or "") if tuple(section) == ("processors",) else None
    return shipped is not None and shipped["category"] in _categories_asked_for(words)


def _categories_asked_for(words: str) -> frozenset[str]:
    """The categories of the recipients that answer a question, whatever kind asks it."""
    asked = (
        questions.get(words, ())
        for kind in organisation_kinds().values()
        for questions in (kind.recipients, *kind.recipients_of.values())
    )
    return frozenset(category for categories in asked for category in categories)


def _read(content: bytes) -> Any:
    return read_yaml(content, "").content
