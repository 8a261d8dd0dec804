"""Where the nodes of a YAML document stand: the line, and the characters of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import yaml

from mkdocs_privacy.characters import Lines
from mkdocs_privacy.findings import Fix, Place, Span


@dataclass(frozen=True, slots=True)
class Positions:
    """Places in one text; `first_line` is the line of the file on which it begins."""

    file: str
    first_line: int
    text: str
    lines: Lines

    def line(self, node: yaml.Node) -> int:
        """The line of a node in the text, from 0."""
        return self.lines.at(node.start_mark.index)

    def place(self, node: yaml.Node) -> Place:
        """Where a node begins, and what of that line it has."""
        line = self.line(node)
        return Place(
            self.file,
            line + self.first_line,
            self._span(node, line),
            is_scalar=isinstance(node, yaml.ScalarNode),
        )

    def of_entry(self, key: yaml.Node, value: yaml.Node) -> Place:
        """The line of a key, about its value where that stands on the same line."""
        line = self.line(key)
        of_key = self._span(key, line)
        start, end = value.start_mark.index, value.end_mark.index
        # the value of an alias stands where its anchor is
        is_beside = start >= key.end_mark.index and end > start and self.lines.at(end) == line
        return Place(
            self.file,
            line + self.first_line,
            self._span(value, line) if is_beside else of_key,
            of_key,
            is_scalar=is_beside and isinstance(value, yaml.ScalarNode),
        )

    def removal_of_line(self, key: yaml.Node, value: yaml.Node) -> Fix | None:
        """What takes an entry away with its line; nothing where more stands on it, or an anchor."""
        begin = self.lines.begin(self.line(key))
        line, _, _ = self.text[begin:].partition("\n")
        words = self.text[key.start_mark.index : value.end_mark.index]
        if line.strip() != words or "&" in words:
            return None
        place = replace(self.place(key), span=Span(line.index(words) + 1, len(words)))
        return Fix("remove this line, which says it again", place, None, "", takes_line=True)

    def of_letter(self, letter: str, node: yaml.Node) -> Place | None:
        """Where a character first stands in a node; nothing where it is written as an escape."""
        position = self.text.find(letter, node.start_mark.index, node.end_mark.index)
        if position < 0:
            return None
        line = self.lines.at(position) + self.first_line
        return Place(self.file, line, Span(self.lines.column(position) + 1, len(letter)))

    def _span(self, node: yaml.Node, line: int) -> Span:
        """What of the line on which it begins a node has."""
        start, end = node.start_mark.index, node.end_mark.index
        newline = self.text.find("\n", start, end)
        width = len(self.text[start : newline if newline >= 0 else end].rstrip())
        return _span(start - self.lines.begin(line) + 1, max(width, 1))


_span = lru_cache(maxsize=4096)(Span)
"""Tens of thousands of values stand in the same few columns: the same span is one object."""
