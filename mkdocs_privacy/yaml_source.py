"""YAML that cannot surprise: plain data in which every scalar is text, and the line of every key.

No boolean, number or date is guessed (`NO` stays Norway, `1.10` keeps its zero). Duplicate keys,
tags, several documents, undecodable bytes and alias bombs are findings, never exceptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from mkdocs_privacy.findings import Finding, KeyPath, Place, Rule
from mkdocs_privacy.findings.rules.yaml import (
    ALIAS_LOOP,
    CHARACTER,
    DUPLICATE_KEY,
    EMPTY_FILE,
    NOT_UTF_8,
    SEVERED_TEXT,
    TOO_DEEP,
    TOO_LARGE,
    YAML_KEY,
    YAML_MERGE,
    YAML_SYNTAX,
    YAML_TAG,
)
from mkdocs_privacy.yaml_commas import rejoin

_LARGEST = 200_000
"""Values in one file, aliases expanded: far above any real policy, far below an alias bomb."""
_DEEPEST = 50
_TOO_DEEP = "the file is nested too deeply to be read"
_PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", None}

_EXPLANATIONS = {
    "a single document": "a second document begins here (`---`): keep one document in each file",
    "'\\t'": "a tab is used for indentation: use spaces",
    "mapping values are not allowed": "a `: ` cannot stand here: put a text that holds one between "
    "quotes, or mend the indentation",
    "found unexpected": "a quotation mark opens here and is never closed",
    "found unknown escape": "between double quotes a `\\` begins an escape: use single quotes",
    "flow": "a `[` or `{` opens here and is not closed, or a comma is missing",
    "alias": "`*` begins an alias, and there is none of this name: put the text between quotes",
    "anchor": "`&` begins an anchor, and no name follows: put the text between quotes",
    "cannot start": "a text cannot begin with `@`, `%` or a backtick: put it between quotes",
    "scanning a simple key": "this is not `key: value`: a colon is missing",
    "expected <block end>": "this does not fit the lines above: mend the indentation or the "
    "quotation marks",
}
"""What PyYAML says, in its problem or context, and the same in words for a site owner."""
_AT_THE_BEGINNING = {"found unexpected", "flow", "scanning a simple key"}


@dataclass(frozen=True, slots=True)
class YamlSource:
    """What one YAML file says: its content, where each key stands, and what is wrong with it."""

    content: Any = None
    places: Mapping[KeyPath, Place] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


class _Unusable(Exception):
    def __init__(self, line: int, rule: Rule, message: str) -> None:
        super().__init__(message)
        self.line, self.rule = line, rule


def read_yaml(content: bytes, file: str, first_line: int = 1) -> YamlSource:
    """Read YAML; `file` is the name that findings use, `first_line` the line it begins on."""
    try:
        text = _decoded(content)
        root = _compose(text)
    except _Unusable as problem:
        place = Place(file, problem.line + first_line)
        return YamlSource(findings=(Finding(problem.rule, str(problem), place=place),))
    reader = _Reader(file, first_line, text)
    try:
        result = reader.read(root, ())
    except _Unusable as problem:
        place = Place(file, problem.line + first_line)
        reader.findings.append(Finding(problem.rule, str(problem), place=place))
        result = None
    return YamlSource(result, reader.places, tuple(reader.findings))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start)
        raise _Unusable(
            line, NOT_UTF_8, "the file is not UTF-8 text: save it with the encoding UTF-8"
        ) from None


def _compose(text: str) -> yaml.Node:
    try:
        root = _compose_quickly(text) or yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        raise _explained(error) from None
    except yaml.reader.ReaderError as error:
        position = int(error.position)
        line = text.count("\n", 0, position)
        raise _Unusable(line, CHARACTER, refusal(text[position])) from None
    except (ValueError, OverflowError):
        message = "an escape such as `\\u00e9` stands for no character: write the character"
        raise _Unusable(0, YAML_SYNTAX, message) from None
    except RecursionError:
        raise _Unusable(0, TOO_DEEP, _TOO_DEEP) from None
    if root is None or (isinstance(root, yaml.ScalarNode) and _scalar(root) is None):
        raise _Unusable(0, EMPTY_FILE, "the file declares nothing: fill it in or remove it")
    return root


def _compose_quickly(text: str) -> yaml.Node | None:
    """Compose with libyaml, ten times faster; PyYAML's own parser explains what it cannot read."""
    if not hasattr(yaml, "CBaseLoader"):
        return None
    try:
        _refuse_depth(text)
        return yaml.compose(text, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeError):
        return None


def _refuse_depth(text: str) -> None:
    """Look before composing: libyaml recurses in C, where deep nesting ends the whole process."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                line = event.start_mark.line if event.start_mark else 0
                raise _Unusable(line, TOO_DEEP, _TOO_DEEP)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _explained(error: yaml.MarkedYAMLError) -> _Unusable:
    said = f"{error.problem or 'this is not YAML'} {error.context or ''}".strip()
    words = next((words for words in _EXPLANATIONS if words in said), "")
    marks = (error.problem_mark, error.context_mark)
    first, second = reversed(marks) if words in _AT_THE_BEGINNING else marks
    mark = first or second
    message = _EXPLANATIONS.get(words, f"this is not valid YAML: {said}")
    return _Unusable(mark.line if mark else 0, YAML_SYNTAX, message)


def unprintable(text: str) -> re.Match[str] | None:
    """The first character that no page can hold, such as one that rings a bell."""
    return yaml.reader.Reader.NON_PRINTABLE.search(text)


def refusal(character: str) -> str:
    """What is wrong with a character that is unprintable."""
    return f"the character U+{ord(character):04X} cannot be printed: remove it"


class _Reader:
    """Turns nodes into plain data, noting places and findings on the way."""

    def __init__(self, file: str, first_line: int, text: str) -> None:
        self.file, self.first_line, self.text = file, first_line, text
        self.places: dict[KeyPath, Place] = {}
        self.findings: list[Finding] = []
        self.count = 0
        self.open: set[int] = set()

    def read(self, node: yaml.Node, path: KeyPath) -> Any:
        self._guard(node, path)
        self.places.setdefault(path, self._place(node))
        if node.tag not in _PLAIN_TAGS:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"the tag `{tag}` has no meaning here: write plain text"
            self.findings.append(Finding(YAML_TAG, message, path=path, place=self._place(node)))
        if isinstance(node, yaml.ScalarNode):
            self._refuse_unprintable(node, path)
            return _scalar(node)
        for severed in rejoin(node, self.text):
            place = self._place(severed.node)
            self.findings.append(Finding(SEVERED_TEXT, str(severed), path, place))
        self.open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
            return dict(self._entries(node, path))
        finally:
            self.open.discard(id(node))

    def _entries(self, node: yaml.Node, path: KeyPath) -> Iterator[tuple[str, Any]]:
        first: dict[str, yaml.Node] = {}
        for key_node, value_node in node.value:
            key = _scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            place = self._place(key_node)
            if key is None:
                message = "a key must be a word: not a list, a mapping or nothing"
                self.findings.append(Finding(YAML_KEY, message, path=path, place=place))
                continue
            self._refuse_unprintable(key_node, path)
            if key == "<<" and not key_node.style:
                message = "`<<` does not merge here: repeat the lines that two entries share"
                self.findings.append(Finding(YAML_MERGE, message, path=path, place=place))
                continue
            if key in first:
                line = self._place(first[key]).line
                message = f"the key ‘{key}’ is here twice: the first is on line {line}"
                self.findings.append(
                    Finding(DUPLICATE_KEY, message, path=(*path, key), place=place)
                )
                continue
            first[key] = key_node
            self.places[(*path, key)] = place
            yield key, self.read(value_node, (*path, key))

    def _refuse_unprintable(self, node: yaml.ScalarNode, path: KeyPath) -> None:
        if found := unprintable(node.value):
            message = refusal(found.group())
            self.findings.append(Finding(CHARACTER, message, path=path, place=self._place(node)))

    def _guard(self, node: yaml.Node, path: KeyPath) -> None:
        self.count += 1
        line = node.start_mark.line
        if id(node) in self.open:
            message = "an alias (`*name`) contains itself: write out what it says"
            raise _Unusable(line, ALIAS_LOOP, message)
        if self.count > _LARGEST:
            raise _Unusable(
                line,
                TOO_LARGE,
                f"the file has more than {_LARGEST} values once its aliases (`*name`) are read: "
                "write out what it says",
            )
        if len(path) > _DEEPEST:
            raise _Unusable(line, TOO_DEEP, _TOO_DEEP)

    def _place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + self.first_line)


def _scalar(node: yaml.ScalarNode) -> str | None:
    is_plain = not node.style  # PyYAML says None, libyaml an empty string
    if is_plain and node.value in ("", "~", "null"):
        return None
    return str(node.value)
