"""What PyYAML says where it cannot read a file, in words for a site owner."""

from __future__ import annotations

import re
from typing import Any

import yaml

from mkdocs_privacy.characters import Lines, is_like_a_space, named, unseen
from mkdocs_privacy.findings import Rule
from mkdocs_privacy.findings.rules.characters import HIDDEN_CHARACTER
from mkdocs_privacy.findings.rules.yaml import TOO_DEEP, YAML_SYNTAX

_COLON = "but got ':'"
"""In a bracket of one line; where it goes on below, the bracket is rather never closed."""
_EXPLANATIONS = {
    "a single document": "a second document begins here (`---`): keep one document in each file",
    "'\\t'": "a tab is used for indentation: use spaces",
    "mapping values are not allowed": "unexpected `: `: put a text that contains a colon in "
    "quotes, or fix the indentation",
    "found unexpected": "this quotation mark is never closed: add the closing one",
    "found unknown escape": "between double quotes a `\\` begins an escape: use single quotes",
    _COLON: "unexpected `: `: put a text that contains a colon in quotes, or add the comma "
    "before this key",
    "flow": "this `[` or `{` is never closed, or a comma is missing: add it",
    "alias": "`*` begins an alias, but no anchor has this name: put the text in quotes",
    "anchor": "`&` begins an anchor, but no name follows: put the text in quotes",
    "cannot start": "a text cannot begin with `@`, `%` or a backtick: put it in quotes",
    "scanning a simple key": "this is not `key: value`: add the colon",
    "expected '<document start>'": "this does not follow from what is above it: a line above is "
    "not indented as it should be, or is not a `key: value`",
    "expected <block end>": "this does not match the lines above: fix the indentation or the "
    "quotation marks",
}
"""What PyYAML says, in its problem or context, and the same in words for a site owner."""
_APOSTROPHE = re.compile(r"(?:^|[:\[{,-])\s*('(?:[^']|'')*'[^\W\d_]+)")
"""A text between single quotes that an apostrophe ends: `'l'agenda'`."""
_AT_THE_BEGINNING = {"found unexpected", "flow", "scanning a simple key"}


_ENDED = (
    "in `%s` an apostrophe ends the text, which is between single quotes: put the whole text "
    "between double quotes"
)


DEEPEST = 50
"""How deep a file may be nested."""
NESTED_TOO_DEEPLY = "the file is nested too deeply to be read: check its brackets and indentation"


class Unusable(Exception):
    """Why nothing of a file can be used, and the line of it, from 0."""

    def __init__(self, line: int, rule: Rule, message: str) -> None:
        super().__init__(message)
        self.line, self.rule = line, rule


def explained(error: yaml.MarkedYAMLError, text: str) -> Unusable:
    """The line of a mistake, and what it is."""
    said = f"{error.problem or 'this is not YAML'} {error.context or ''}".strip()
    marks = (error.problem_mark, error.context_mark)
    is_on_one_line = len({one.line for one in marks if one}) == 1
    words = next(
        (words for words in _EXPLANATIONS if words in said and (is_on_one_line or words != _COLON)),
        "",
    )
    first, second = reversed(marks) if words in _AT_THE_BEGINNING else marks
    mark = first or second
    number = Lines(text).at(mark.index) if mark else 0
    written = text.split("\n")
    if letter := unseen(written[number]):
        return Unusable(number, HIDDEN_CHARACTER, misplaced(letter))
    above = written[number - 1] if number else ""
    before = unseen(above)
    if before and (f":{before}" in above or above.lstrip(" ").startswith(before)):
        # so that line has no colon, or no indentation, for YAML
        return Unusable(number - 1, HIDDEN_CHARACTER, misplaced(before))
    for line in (Lines(text).at(one.index) for one in marks if one):
        if ended := _APOSTROPHE.search(written[line]):
            return Unusable(line, YAML_SYNTAX, _ENDED % ended[1])
    message = _EXPLANATIONS.get(words, f"this is not valid YAML: {said}")
    return Unusable(number, YAML_SYNTAX, message)


def misplaced(letter: str) -> str:
    """What is wrong with a character that nobody sees, where YAML or a key has no use for it."""
    if is_like_a_space(letter):
        return f"the character {named(letter)} looks like a space but is not one: type a space"
    return f"there is an invisible character {named(letter)} here: remove it"


def says_again(value: yaml.Node, before: yaml.Node) -> bool:
    """Whether a value is a text, and the one that stands there already."""
    both = isinstance(value, yaml.ScalarNode) and isinstance(before, yaml.ScalarNode)
    return both and bool(value.value == before.value)


def refuse_depth(text: str) -> None:
    """Look before composing: libyaml recurses in C, where deep nesting ends the whole process."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST:
                    raise _too_deep(text, event.start_mark)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in str(error.problem):
            # PyYAML's own parser would look at each bracket once for each that is still open
            raise _too_deep(text, error.problem_mark) from None
        raise


def _too_deep(text: str, mark: Any) -> Unusable:
    return Unusable(text.count("\n", 0, mark.index) if mark else 0, TOO_DEEP, NESTED_TOO_DEEPLY)
