"""YAML that cannot surprise: plain data in which every scalar is text, and the line of every key.

No boolean, number or date is guessed (`NO` stays Norway, `1.10` keeps its zero). Duplicate keys,
tags, several documents, undecodable bytes and alias bombs are findings, never exceptions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import yaml

from mkdocs_privacy.findings import Finding, KeyPath, Place

_LARGEST = 200_000
"""Values in one file, aliases expanded: far above any real policy, far below an alias bomb."""
_DEEPEST = 50
_PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", None}


@dataclass(frozen=True, slots=True)
class YamlSource:
    """What one YAML file says: its content, where each key stands, and what is wrong with it."""

    content: Any = None
    places: Mapping[KeyPath, Place] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


class _Unusable(Exception):
    def __init__(self, line: int, rule: str, message: str) -> None:
        super().__init__(message)
        self.line, self.rule = line, rule


def read_yaml(content: bytes, file: str, first_line: int = 1) -> YamlSource:
    """Read YAML; `file` is the name that findings use, `first_line` the line it begins on."""
    try:
        root = _compose(content)
    except _Unusable as problem:
        place = Place(file, problem.line + first_line)
        return YamlSource(findings=(Finding(problem.rule, str(problem), place=place),))
    reader = _Reader(file, first_line)
    try:
        result = reader.read(root, ())
    except _Unusable as problem:
        place = Place(file, problem.line + first_line)
        reader.findings.append(Finding(problem.rule, str(problem), place=place))
        result = None
    return YamlSource(result, reader.places, tuple(reader.findings))


def _compose(content: bytes) -> yaml.Node:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start)
        raise _Unusable(
            line, "not-utf-8", "the file is not UTF-8 text: save it with the encoding UTF-8"
        ) from None
    try:
        root = _compose_quickly(text) or yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _Unusable(mark.line if mark else 0, "yaml-syntax", _explain(error)) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, int(error.position))
        raise _Unusable(
            line,
            "yaml-syntax",
            f"the character U+{ord(text[int(error.position)]):04X} is not allowed in YAML",
        ) from None
    except RecursionError:
        raise _Unusable(0, "too-deep", "the file is nested too deeply to be read") from None
    if root is None:
        raise _Unusable(0, "empty-file", "the file is empty: fill it in or remove it")
    return root


def _compose_quickly(text: str) -> yaml.Node | None:
    """Compose with libyaml, ten times faster; PyYAML's own parser explains what it cannot read."""
    if not hasattr(yaml, "CBaseLoader"):
        return None
    try:
        return cast("yaml.Node | None", yaml.compose(text, Loader=yaml.CBaseLoader))
    except (yaml.YAMLError, RecursionError, UnicodeError):
        return None


def _explain(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "this is not YAML"
    if "expected a single document" in (error.context or ""):
        return "a second document begins here (`---`): keep one document in each file"
    if "found character '\\t'" in problem or "'\\t'" in problem:
        return "a tab is used for indentation: use spaces"
    if "could not determine a constructor" in problem or "mapping values are not allowed" in problem:
        return f"{problem}: put a text that holds `: ` between quotes"
    context = f" {error.context}" if error.context else ""
    return f"this is not valid YAML: {problem}{context}"


class _Reader:
    """Turns nodes into plain data, noting places and findings on the way."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file, self.first_line = file, first_line
        self.places: dict[KeyPath, Place] = {}
        self.findings: list[Finding] = []
        self.count = 0
        self.open: set[int] = set()

    def read(self, node: yaml.Node, path: KeyPath) -> Any:
        self._guard(node, path)
        self.places.setdefault(path, self._place(node))
        if node.tag not in _PLAIN_TAGS:
            message = f"the tag `{node.tag}` has no meaning here: write plain text"
            self.findings.append(Finding("yaml-tag", message, path=path, place=self._place(node)))
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
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
                message = "a key must be a word, not a list or a mapping"
                self.findings.append(Finding("yaml-key", message, path=path, place=place))
                continue
            if key in first:
                message = f"the key ‘{key}’ is here twice: the first is on line {self._place(first[key]).line}"
                self.findings.append(
                    Finding("duplicate-key", message, path=(*path, key), place=place)
                )
                continue
            first[key] = key_node
            self.places[(*path, key)] = place
            yield key, self.read(value_node, (*path, key))

    def _guard(self, node: yaml.Node, path: KeyPath) -> None:
        self.count += 1
        line = node.start_mark.line
        if id(node) in self.open:
            raise _Unusable(line, "alias-loop", "this alias contains itself")
        if self.count > _LARGEST:
            raise _Unusable(
                line, "too-large", f"the file has more than {_LARGEST} values once its aliases are read"
            )
        if len(path) > _DEEPEST:
            raise _Unusable(line, "too-deep", "the file is nested too deeply to be read")

    def _place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + self.first_line)


def _scalar(node: yaml.ScalarNode) -> str | None:
    is_plain = not node.style  # PyYAML says None, libyaml an empty string
    if is_plain and node.value in ("", "~", "null"):
        return None
    return str(node.value)
