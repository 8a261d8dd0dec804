"""YAML that cannot surprise: plain data in which every scalar is text, and the line of every key.

No boolean, number or date is guessed (`NO` stays Norway, `1.10` keeps its zero). Duplicate keys,
tags, several documents, undecodable bytes and alias bombs are findings, never exceptions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from mkdocs_privacy.characters import (
    Lines,
    is_like_a_space,
    is_worth_a_look,
    named,
    refusal,
    unprintable,
    unseen,
    unseen_in_text,
    why_not_in_text,
    with_line_feeds,
    without_halves,
    without_unseen,
)
from mkdocs_privacy.findings import Finding, Fix, KeyPath, Place, Rule
from mkdocs_privacy.findings.rules.characters import HIDDEN_CHARACTER, HIDDEN_IN_TEXT
from mkdocs_privacy.findings.rules.commas import DOUBTFUL_COMMA, SEVERED_TEXT
from mkdocs_privacy.findings.rules.yaml import (
    ALIAS_LOOP,
    CHARACTER,
    DUPLICATE_KEY,
    EMPTY_FILE,
    NOT_UTF_8,
    TOO_DEEP,
    TOO_LARGE,
    YAML_KEY,
    YAML_MERGE,
    YAML_SYNTAX,
    YAML_TAG,
)
from mkdocs_privacy.yaml_commas import rejoin
from mkdocs_privacy.yaml_mistakes import (
    DEEPEST,
    NESTED_TOO_DEEPLY,
    Unusable,
    explained,
    misplaced,
    refuse_depth,
    says_again,
)
from mkdocs_privacy.yaml_positions import Positions

_LARGEST = 50_000
"""Values in one file, aliases expanded: far above any real policy, far below an alias bomb."""
_PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", None}


@dataclass(frozen=True, slots=True)
class YamlSource:
    """What one YAML file says: its content, where each key stands, and what is wrong with it."""

    content: Any = None
    places: Mapping[KeyPath, Place] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def read_yaml(content: bytes, file: str, first_line: int = 1) -> YamlSource:
    """Read YAML; `file` is the name that findings use, `first_line` the line it begins on."""
    reader = None
    try:
        text = _decoded(content)
        reader = _Reader(file, first_line, text)
        return YamlSource(reader.read(_compose(text), ()), reader.places, tuple(reader.findings))
    except Unusable as problem:
        place = Place(file, problem.line + first_line)
        found = [*(reader.findings if reader else ())]
        found.append(Finding(problem.rule, str(problem), place=place))
        return YamlSource(None, reader.places if reader else {}, tuple(found))


def _decoded(content: bytes) -> str:
    try:
        return with_line_feeds(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = with_line_feeds(content[: error.start].decode("latin-1")).count("\n")
        message = "the file is not UTF-8 text: save it with the encoding UTF-8"
        raise Unusable(line, NOT_UTF_8, message) from None


def _compose(text: str) -> yaml.Node:
    try:
        root = _compose_quickly(text) or yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        raise explained(error, text) from None
    except yaml.reader.ReaderError as error:
        position = int(error.position)
        line = text.count("\n", 0, position)
        raise Unusable(line, CHARACTER, refusal(text[position])) from None
    except (ValueError, OverflowError):
        message = "an escape such as `\\u00e9` is not a valid character: write the character itself"
        raise Unusable(0, YAML_SYNTAX, message) from None
    except RecursionError:
        raise Unusable(0, TOO_DEEP, NESTED_TOO_DEEPLY) from None
    if root is None or is_null(root):
        raise Unusable(0, EMPTY_FILE, "the file is empty: fill it in or remove it")
    return root


def _compose_quickly(text: str) -> yaml.Node | None:
    """Compose with libyaml, ten times faster; PyYAML's own parser explains what it cannot read."""
    if not hasattr(yaml, "CBaseLoader"):
        return None
    try:
        refuse_depth(text)
        return yaml.compose(text, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeError):
        return None


class _Reader:
    """Turns nodes into plain data, noting places and findings on the way."""

    def __init__(self, file: str, first_line: int, text: str) -> None:
        self.at = Positions(file, first_line, text, Lines(text))
        self.text = text
        # then no text in it can have any other character: no look at each of tens of thousands
        self.is_harmless = "\\" not in text and not is_worth_a_look(text)
        self.places: dict[KeyPath, Place] = {}
        self.findings: list[Finding] = []
        self.count = 0
        self.open: set[int] = set()

    def read(self, node: yaml.Node, path: KeyPath) -> Any:
        self._guard(node, path)
        if path not in self.places:
            self.places[path] = self.at.place(node)
        if node.tag not in _PLAIN_TAGS:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"the tag `{tag}` is not supported here: write the value without it"
            self.findings.append(Finding(YAML_TAG, message, path=path, place=self.at.place(node)))
        if isinstance(node, yaml.ScalarNode):
            self._look_at_text(node, path)
            return None if is_null(node) else str(node.value)
        for severed in rejoin(node, self.text):
            rule = SEVERED_TEXT if severed.is_certain else DOUBTFUL_COMMA
            place = self.at.place(severed.node)
            self.findings.append(Finding(rule, severed.message, path, place))
        self.open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
            return dict(self._entries(node, path))
        finally:
            self.open.discard(id(node))

    def _entries(self, node: yaml.Node, path: KeyPath) -> Iterator[tuple[str, Any]]:
        first: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key_node, value_node in node.value:
            has_key = isinstance(key_node, yaml.ScalarNode) and not is_null(key_node)
            key = str(key_node.value) if has_key else None
            if key is None:
                message = "a key must be a word, not a list, a mapping or nothing: correct it"
                self._refuse(YAML_KEY, message, path, key_node)
                continue
            key = key if self.is_harmless else self._as_seen(key, key_node, path)
            if key == "<<" and not key_node.style:
                message = "`<<` is not supported here: repeat the lines that two entries share"
                self._refuse(YAML_MERGE, message, path, key_node)
                continue
            if key in first:
                line = self.at.place(first[key][0]).line
                message = f"the key ‘{key}’ occurs twice, first on line {line}: keep one of the two"
                fix = None
                if says_again(value_node, first[key][1]):
                    fix = self.at.removal_of_line(key_node, value_node)
                self._refuse(DUPLICATE_KEY, message, (*path, key), key_node, fix)
                continue
            first[key] = key_node, value_node
            within = (*path, key)
            self.places[within] = self.at.of_entry(key_node, value_node)
            yield key, self.read(value_node, within)

    def _refuse(
        self, rule: Rule, message: str, path: KeyPath, key: yaml.Node, fix: Fix | None = None
    ) -> None:
        """Note what is wrong with a key."""
        self.findings.append(Finding(rule, message, path, self.at.place(key), fix=fix))

    def _as_seen(self, key: str, node: yaml.ScalarNode, path: KeyPath) -> str:
        """A key without what nobody sees in it, which is reported."""
        if found := unprintable(key):
            self._note(CHARACTER, refusal(found.group()), path, node, found.group())
            return without_halves(key)
        if letter := unseen(key):
            if is_like_a_space(key[0]):  # it stands before the key, and so the key elsewhere
                raise Unusable(self.at.line(node), HIDDEN_CHARACTER, misplaced(letter))
            self._note(HIDDEN_CHARACTER, misplaced(letter), path, node, letter)
            return without_unseen(key)
        return key

    def _look_at_text(self, node: yaml.ScalarNode, path: KeyPath) -> None:
        if self.is_harmless:
            return
        if found := unprintable(node.value):
            self._note(CHARACTER, refusal(found.group()), path, node, found.group())
            node.value = without_halves(node.value)
        for letter in dict.fromkeys(letter for _, letter in unseen_in_text(node.value)):
            self._note(HIDDEN_IN_TEXT, why_not_in_text(letter), path, node, letter)

    def _note(self, rule: Rule, message: str, path: KeyPath, node: yaml.Node, letter: str) -> None:
        """Note what is wrong with a character, on its line; an escape is on that of the node."""
        place = self.at.of_letter(letter, node)
        fix = Fix(f"remove {named(letter)}", place, letter, "") if place else None
        place = place or self.at.place(node)
        self.findings.append(Finding(rule, message, path=path, place=place, fix=fix))

    def _guard(self, node: yaml.Node, path: KeyPath) -> None:
        self.count += 1
        if id(node) in self.open:
            message = "this alias (`*name`) contains itself: write out its content"
            raise Unusable(self.at.line(node), ALIAS_LOOP, message)
        if self.count > _LARGEST:
            raise Unusable(
                self.at.line(node),
                TOO_LARGE,
                f"the file has more than {_LARGEST} values after its aliases (`*name`) are "
                "expanded: write out their content",
            )
        if len(path) > DEEPEST:
            raise Unusable(self.at.line(node), TOO_DEEP, NESTED_TOO_DEEPLY)


def is_null(node: yaml.Node) -> bool:
    """Whether nothing stands there, plain; PyYAML says so by None, libyaml by an empty string."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~", "null")
