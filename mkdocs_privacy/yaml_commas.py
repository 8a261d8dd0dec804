"""Commas that end a text in `{…}` and `[…]` where its writer did not mean them to.

In `{…}` what follows such a comma has no value, or is a key of several words, as no key of ours is.
In `[…]` it begins like the rest of a sentence, or closes a bracket that is open. A list that
merely reads like one sentence, `[contacts, calendar or camera]`, is doubtful: quotes say which.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from mkdocs_privacy.sentences import goes_on, is_unfinished, reads_on

_BRACKETS = (("(", ")"), ("“", "”"), ("«", "»"))
_FARTHEST = 20
"""Entries that are looked at together, which keeps the time in proportion to the size of a file."""
_LONGEST_CODE = len("est")
"""`et` and `or` are languages as well."""
_LONGEST = 2_000
"""Characters: whoever writes a longer text in braces is not helped by half of it in a message."""


@dataclass(frozen=True, slots=True)
class SeveredText:
    """Where a comma ended a text, and what to write instead."""

    node: yaml.Node
    message: str
    is_certain: bool = True
    """Whether nobody can have meant what is written."""


_Entry = yaml.Node | tuple[yaml.Node, yaml.Node]


def rejoin(node: yaml.Node, text: str) -> Iterator[SeveredText]:
    """Put texts together that a comma severed; the node then has them whole, so that the rest of
    a text is not taken for a key as well."""
    if not isinstance(node, yaml.CollectionNode) or not node.flow_style:
        return
    is_list = isinstance(node, yaml.SequenceNode)
    whole: list[_Entry] = []
    for start, length in _groups(node.value, text):
        first, *rest = node.value[start : start + length]
        if not rest:
            whole.append(first)
            continue
        joined, found = _joined(first, rest, text, is_list=is_list)
        whole.append(joined)
        yield found
    node.value = whole
    if is_list:
        yield from _doubtful(whole)


def _groups(entries: Sequence[_Entry], text: str) -> Iterator[tuple[int, int]]:
    """Where each text begins, and how many entries its commas made of it."""
    start = 0
    while start < len(entries):
        end = start + 1
        while end < len(entries) and end - start < _FARTHEST:
            taken = _taken(entries[start:end], entries[end : end + _FARTHEST], text)
            if not taken:
                break
            end += taken
        yield start, end - start
        start = end


def _taken(before: Sequence[_Entry], after: Sequence[_Entry], text: str) -> int:
    """How many of the entries that follow belong to the text before them."""
    if not _is_words(_last(before[0])) or not _is_words(_first(after[0])):
        return 0
    if not _is_words(_last(after[0]), may_be_empty=True):
        return 0
    start = _last(before[0])
    if _last(after[0]).end_mark.index - start.start_mark.index > _LONGEST:
        return 0
    written, rest = _source(start, before[-1], text), _source(after[0], after[0], text)
    closing = _closing(written, after, text)
    return closing or int(_is_severed(before, after[0], written, rest, text))


def _is_severed(
    before: Sequence[_Entry], after: _Entry, written: str, rest: str, text: str
) -> bool:
    if isinstance(after, tuple):
        key, value = after
        begins_so = len(key.value) > _LONGEST_CODE and bool(goes_on(key.value))
        return begins_so or " " in key.value.strip() or _has_no_value(key, value, text)
    between = text[_last(before[-1]).end_mark.index : _first(after).start_mark.index]
    is_number = between == "," and re.search(r"(?:^|\s)\d+$", written) and re.match(r"\d+\b", rest)
    if is_number:
        return bool(re.search(r"[^\W\d]", written + rest))
    if word := goes_on(rest):
        return not written.startswith(word)
    is_pair = isinstance(after, yaml.MappingNode)
    return is_unfinished(written) or (is_pair and " " in _first(after).value)


def _closing(written: str, after: Sequence[_Entry], text: str) -> int:
    """How many entries it takes until a bracket is closed that is open; none where none is."""
    for opening, end in _BRACKETS:
        depth = written.count(opening) - written.count(end)
        start = _first(after[0]).start_mark.index
        if depth <= 0 or text.find(end, start, start + _LONGEST) < 0:
            continue
        for count, entry in enumerate(after, start=1):
            if not _is_words(_first(entry)) or not _is_words(_last(entry), may_be_empty=True):
                break
            source = _source(entry, entry, text)
            depth += source.count(opening) - source.count(end)
            if depth <= 0:
                return count
    return 0


def _joined(
    first: _Entry, rest: Sequence[_Entry], text: str, *, is_list: bool
) -> tuple[_Entry, SeveredText]:
    start = _last(first)
    written = _source(start, rest[-1], text)
    tag = start.tag if isinstance(start, yaml.ScalarNode) else "tag:yaml.org,2002:str"
    whole = yaml.ScalarNode(tag, written, start.start_mark, _last(rest[-1]).end_mark)
    before, after = _source(start, start, text), _source(rest[0], rest[0], text)
    if not isinstance(first, tuple):
        message = (
            f"the comma before ‘{after}’ ends the text ‘{before}’: put the whole text between "
            f"quotes, `{quoted(written)}`"
        )
        if is_list:
            message += ", and every other entry of this list too if it has commas"
        return whole, SeveredText(_first(rest[0]), message)
    key, value = _pair(rest[0])
    is_key = not _has_no_value(key, value, text)
    message = (
        f"the comma after ‘{before}’ ends the text there, and ‘{key.value}’ "
        f"{'is taken for a key' if is_key else 'has no value'}: put the whole text between quotes, "
        f"`{first[0].value}: {quoted(written)}`"
        f"{'' if is_key else f', or give `{key.value}:` a value'}"
    )
    return (first[0], whole), SeveredText(key, message)


def _doubtful(entries: Sequence[_Entry]) -> Iterator[SeveredText]:
    """A list that reads like one sentence, though each of its entries could stand alone."""
    words: deque[str] = deque(maxlen=_FARTHEST)
    for entry in entries:
        if isinstance(entry, tuple) or not _is_words(entry) or len(entry.value) > _LONGEST:
            words.clear()
            continue
        if words and reads_on(words, entry.value):
            written = ", ".join((*words, entry.value))
            message = (
                f"the comma before ‘{entry.value}’ makes an entry of its own of what may be the "
                f"rest of a text: write `{quoted(written)}`, or, where these are several "
                "entries, put each between quotes"
            )
            yield SeveredText(entry, message, is_certain=False)
            return
        words.append(entry.value)


def _has_no_value(key: yaml.Node, value: yaml.Node, text: str) -> bool:
    """Whether no colon follows the key."""
    return not value.value and ":" not in text[key.end_mark.index : value.start_mark.index]


def _first(entry: _Entry) -> yaml.Node:
    """The text with which an entry begins."""
    return _pair(entry)[0]


def _last(entry: _Entry) -> yaml.Node:
    """The text with which it ends."""
    return _pair(entry)[1]


def _pair(entry: _Entry) -> tuple[yaml.Node, yaml.Node]:
    """Key and value; a text is both, and `a: b` without braces in `[…]` is a pair as well."""
    if isinstance(entry, tuple):
        return entry
    if isinstance(entry, yaml.MappingNode) and entry.value:
        key, value = entry.value[0]
        if entry.start_mark.index == key.start_mark.index:
            return key, value
    return entry, entry


def _source(first: _Entry, last: _Entry, text: str) -> str:
    """What is written from one entry to another, on one line and without comments."""
    end = _last(last).end_mark.index if _last(last).value else _first(last).end_mark.index
    written = re.sub(r"\s#.*", " ", text[_first(first).start_mark.index : end])
    return re.sub(r"\s+(?=,)", "", re.sub(r"\s+", " ", written)).strip()


def quoted(words: str) -> str:
    """A text as it belongs between quotes, so that YAML reads it as it is."""
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return json.dumps(words, ensure_ascii=False)


def _is_words(node: yaml.Node | None, *, may_be_empty: bool = False) -> bool:
    """Whether it is a text without quotes."""
    is_plain = isinstance(node, yaml.ScalarNode) and not node.style
    return is_plain and (may_be_empty or bool(node and node.value))
