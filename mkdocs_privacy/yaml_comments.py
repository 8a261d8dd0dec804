"""The comments of a YAML document: what stands between its tokens, never inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from mkdocs_privacy.characters import Lines

_COMMENT = re.compile(r"(?:^|(?<=\s))#(?P<words>[^\n]*)", re.MULTILINE)
_HEAD_OF_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]+#(?P<words>[^\n]*)")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Comment:
    """What follows a `#`, the line that it stands on and the one that it is about, from 1."""

    words: str
    line: int
    column: int
    about: int | None
    """Its own line, or the next one with content where it stands alone; nothing at the end."""


def read_comments(text: str) -> Iterator[Comment]:
    """The comments of a document, as far as it can be read."""
    lines, position = Lines(text), 0
    try:
        for token in yaml.scan(text, Loader=_LOADER):
            start, end = token.start_mark.index, token.end_mark.index
            if start > position:
                yield from _between(text, position, start, lines, is_last=_is_end(token))
            if head := _HEAD_OF_BLOCK.match(text, start) if _is_block(token) else None:
                line = lines.at(start) + 1
                yield Comment(head["words"], line, lines.column(head.start("words")), line)
            position = max(position, end)
    except yaml.YAMLError:
        return


def _is_end(token: yaml.Token) -> bool:
    return isinstance(token, yaml.StreamEndToken)


def _is_block(token: yaml.Token) -> bool:
    return isinstance(token, yaml.ScalarToken) and token.style in ("|", ">")


def _between(text: str, start: int, end: int, lines: Lines, *, is_last: bool) -> Iterator[Comment]:
    """The comments in what stands between two tokens."""
    following = None if is_last else lines.at(end) + 1
    for found in _COMMENT.finditer(text, start, end):
        at = found.start()
        line, column = lines.at(at) + 1, lines.column(at) + 1
        stands_alone = not text[at - column + 1 : at].strip()
        yield Comment(found["words"], line, column, following if stands_alone else line)
