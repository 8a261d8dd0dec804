"""An entry is added to a YAML file of which nothing else changes: comments, quotes, order, layout.

What is written again from memory never comes out as somebody wrote it. So the text is kept, and
lines go in at the place where the parser says that the section ends.
"""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from mkdocs_privacy.yaml_source import is_null, read_yaml

Fields = Mapping[str, Any]

_STEP = 2
_COMMENT = re.compile(r"[ \t]*#")


class CannotAdd(Exception):
    """Why nothing can be added to a file without changing more of it."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What is added: its key, its fields, and a comment above it."""

    id: str
    fields: Fields
    comment: str = ""


def add_entry(content: bytes, section: Sequence[str], entry: NewEntry) -> bytes:
    """The content of a file with an entry at the end of a section, which is made if need be.

    Raises CannotAdd.
    """
    try:
        text = content.decode("utf-8")
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError):
        raise CannotAdd("this file cannot be read as YAML: run `mkdocs-privacy check`") from None
    newline = "\r\n" if "\r\n" in text else "\n"
    added = _Addition(text, entry, newline).to(root, list(section)).encode("utf-8")
    if _read(added) != _expected(_read(content), section, entry):
        raise CannotAdd(
            f"the layout of `{'.'.join(section)}` in this file leaves no place for a line that "
            "changes nothing else: add the entry yourself"
        )
    return added


def entry_lines(entry: NewEntry, *, in_flow: bool, column: int = 0, step: int = _STEP) -> str:
    """The entry as lines of a block, each with its line feed."""
    comment = f"# {entry.comment}\n" if entry.comment else ""
    has_parts = any(isinstance(value, Mapping | list) for value in entry.fields.values())
    if in_flow and not any(map(_is_nested, entry.fields.values())) and len(entry.fields) < _MANY:
        written = f"{_in_flow({entry.id: dict(entry.fields)})[1:-1]}\n"
        return textwrap.indent(comment + written, " " * column)
    written = yaml.safe_dump(
        {entry.id: dict(entry.fields)},
        default_flow_style=None if has_parts else False,  # texts read best on a line each
        allow_unicode=True,
        sort_keys=False,
        width=math.inf,
        indent=step,
    )
    return textwrap.indent(comment + written, " " * column)


def _in_flow(value: Fields) -> str:
    written: str = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=math.inf
    )
    return written.strip()


def _is_nested(value: Any) -> bool:
    """Whether a value has more in it than a list of ids."""
    if isinstance(value, list):
        return any(isinstance(inner, Mapping | list) for inner in value)
    return isinstance(value, Mapping)


_MANY = 3
"""Fields that are too many for one line."""


@dataclass(frozen=True, slots=True)
class _Addition:
    """A text, and what is added to it."""

    text: str
    entry: NewEntry
    newline: str

    def to(self, root: yaml.Node | None, section: list[str]) -> str:
        """The text with the entry in the section."""
        if root is None:  # nothing but comments
            return self._insert(len(self.text), self._block(section, in_flow=True), blank=True)
        node, column, key_column = root, 0, -1
        while section and isinstance(node, yaml.MappingNode) and node.value:
            found = [pair for pair in node.value if pair[0].value == section[0]]
            if not found:
                break
            key, node = found[0]
            section = section[1:]
            key_column, column = key.start_mark.column, key.start_mark.column + self._step(root)
        if not isinstance(node, yaml.MappingNode) or not node.value:
            return self._into_empty(node, section, column)
        if node.flow_style:
            last = node.value[-1][1]
            written = f", {self._inline(section)}"
            return self.text[: last.end_mark.index] + written + self.text[last.end_mark.index :]
        return self._below(node, section, key_column, self._step(root))

    def _below(self, node: yaml.MappingNode, section: list[str], key_column: int, step: int) -> str:
        """After the last entry of a block, and after the comments that belong to it."""
        keys = [key for key, _ in node.value]
        siblings = [value for _, value in node.value if isinstance(value, yaml.MappingNode)]
        in_flow = bool(siblings) and bool(siblings[-1].flow_style)
        position = self._end_of_block(node, key_column)
        if key_column < 0:
            blank = len(keys) == 1 or any(map(self._stands_apart, keys[1:]))
        else:
            blank = len(keys) > 1 and self._stands_apart(keys[-1])
        written = self._block(
            section, in_flow=in_flow or bool(section), column=keys[0].start_mark.column, step=step
        )
        return self._insert(position, written, blank=blank)

    def _into_empty(self, node: yaml.Node, section: list[str], column: int) -> str:
        """In the place of `{}`, `null` or nothing."""
        if not isinstance(node, yaml.MappingNode) and not is_null(node):
            raise CannotAdd("something else than a mapping of ids stands there: correct it first")
        start, end = node.start_mark.index, node.end_mark.index
        kept = f"{self.text[:start].rstrip(' ') if end > start else self.text[:start]}"
        emptied = _Addition(kept + self.text[end:], self.entry, self.newline)
        position = emptied.text.find("\n", len(kept)) + 1 or len(emptied.text)
        return emptied._insert(position, self._block(section, in_flow=True, column=column))

    def _block(
        self, section: Sequence[str], *, in_flow: bool, column: int = 0, step: int = _STEP
    ) -> str:
        lines = [f"{' ' * (column + step * depth)}{key}:\n" for depth, key in enumerate(section)]
        below = column + step * len(section)
        return "".join(lines) + entry_lines(self.entry, in_flow=in_flow, column=below, step=step)

    def _inline(self, section: Sequence[str]) -> str:
        wanted: Fields = {self.entry.id: dict(self.entry.fields)}
        for key in reversed(section):
            wanted = {key: wanted}
        return _in_flow(wanted)[1:-1]

    def _insert(self, position: int, written: str, *, blank: bool = False) -> str:
        before, after = self.text[:position], self.text[position:]
        if before and not before.endswith("\n"):
            before += self.newline
        if blank and before.strip() and not before.endswith(self.newline * 2):
            before += self.newline
        return before + written.replace("\n", self.newline) + after

    def _end_of_block(self, node: yaml.MappingNode, key_column: int) -> int:
        lines = self.text.splitlines(keepends=True)
        last = self._last_line(node)
        for number in range(last + 1, len(lines)):
            line = lines[number]
            if not line.strip():
                continue
            if not _COMMENT.match(line) or len(line) - len(line.lstrip()) <= key_column:
                break
            last = number
        return sum(map(len, lines[: last + 1]))

    def _last_line(self, node: yaml.Node, key: yaml.Node | None = None) -> int:
        """The line that a value ends on; of an alias, the line of its key."""
        if key is not None and node.start_mark.index < key.start_mark.index:
            return int(key.end_mark.line)
        if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
            return self._last_line(node.value[-1][1], node.value[-1][0])
        if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
            return self._last_line(node.value[-1])
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return self._last_line_of_literal(node)
        return int(node.end_mark.line)

    def _last_line_of_literal(self, node: yaml.ScalarNode) -> int:
        written = self.text[node.start_mark.index : node.end_mark.index]
        keeps_blank_lines = "+" in written.partition("\n")[0]
        ended = written if keeps_blank_lines else written.rstrip()
        return int(node.start_mark.line) + ended.rstrip(" ").removesuffix("\n").count("\n")

    def _stands_apart(self, key: yaml.Node) -> bool:
        """Whether a blank line stands above an entry and its comments."""
        lines = self.text.splitlines()
        above = int(key.start_mark.line) - 1
        while above >= 0 and _COMMENT.match(lines[above]):
            above -= 1
        return above >= 0 and not lines[above].strip()

    def _step(self, root: yaml.Node) -> int:
        """How far the file indents, as its first section does."""
        for _, value in root.value if isinstance(root, yaml.MappingNode) else ():
            if isinstance(value, yaml.MappingNode) and not value.flow_style and value.value:
                return int(value.value[0][0].start_mark.column) or _STEP
        return _STEP


def _read(content: bytes) -> Any:
    return read_yaml(content, "").content


def _expected(present: Any, section: Sequence[str], entry: NewEntry) -> Any:
    """What a file says when the entry was added and nothing else has changed."""
    present = dict(present or {}) if isinstance(present, Mapping | None) else {}
    if not section:
        return {**present, entry.id: dict(entry.fields)}
    return {**present, section[0]: _expected(present.get(section[0]), section[1:], entry)}
