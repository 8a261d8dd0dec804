"""How long a Markdown text would take: what no author writes, and a parser takes minutes for.

Python-Markdown looks for the end of whatever is opened, from each opening to the end of its
paragraph, and calls itself for each list in a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

LARGEST_FIELD = 50_000
"""Characters: twenty pages, in one field."""
LARGEST_POLICY = 300_000
"""Characters of all texts in one language: several times the longest policy there is."""
_DEEPEST = 20
MOST_STEPS = 300_000
"""Characters that a parser looks at in search of an end: well below a second."""
_MOST_CELLS = 20_000
MOST_PIECES = 20_000
"""Lines, cells and marks, of each of which a parser makes something: ten times the longest
policy."""
_REMEMBERED = 4096
"""Texts: a center is looked at field by field and as a whole, and releases repeat themselves."""
_MARKS = "\n|*_`[<&\\"
_INDENTATION = 4
_MARKERS = re.compile(r"(?:[ \t]*(?:>|[*+-](?=[ \t])|[0-9]{1,9}\.(?=[ \t])|:(?=[ \t])))*[ \t]*")
_ONE_MARKER = re.compile(r">|[*+:-]|[0-9]+\.")
_RULE = re.compile(r"[ ]{0,3}(?:[*_-][ \t]*){3,}")
_BRACKETS = {"[": "]", "(": ")"}
_ENDS = (("<!--", "-->"), ("<![", "]]>"), ("<?", "?>"), ("<", ">"))
_READ_ONCE_MORE = re.compile(r"^(?:[=-]+[ ]*$|#|[ \t]*:[ \t])", re.MULTILINE)
"""A line after which the rest of its paragraph is read once more: a heading, what underlines one, a
definition."""
_ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[([^\]\n]+)\][ ]?:(.*)", re.MULTILINE)
_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\]\n]*\]:.*(?:\n.*)?", re.MULTILINE)


@lru_cache(maxsize=_REMEMBERED)
def why_too_intricate(text: str, largest: int = LARGEST_FIELD) -> str | None:
    """What of a Markdown text would take too long, as a sentence; nothing where it is all right."""
    if len(text) > largest:
        return f"the text has more than {largest} characters: divide it"
    if any(_depth(line) > _DEEPEST for line in text.split("\n")):
        return f"lists or quotations are nested more than {_DEEPEST} deep: flatten them"
    if any(cells > _MOST_CELLS for cells in map(_cells, _blocks(text))):
        return f"a table has more than {_MOST_CELLS} cells: divide it"
    if steps(text) > MOST_STEPS:
        return (
            "the text has too many brackets, tags, headings, definitions or abbreviations close "
            "together to be read in a reasonable time: close each `[`, `(` and `<`, or write `\\` "
            "before it, and put an empty line between paragraphs"
        )
    if pieces(text) > MOST_PIECES:
        return f"the text has more than {MOST_PIECES} lines, cells and marks: divide it"
    if printed_length(text) > largest:
        return (
            f"with each link and abbreviation written out the text has more than {largest} "
            "characters: shorten the addresses and the explanations, or divide it"
        )
    return None


@lru_cache(maxsize=_REMEMBERED)
def printed_length(text: str) -> int:
    """How many characters a text may come to where it is printed, its references written out."""
    references = [len(found) for found in _REFERENCE.findall(text)]
    links = max(references, default=0) * text.count("[")
    explained = sum(text.count(short) * len(long) for short, long in _ABBREVIATION.findall(text))
    return len(text) + links + explained


@lru_cache(maxsize=_REMEMBERED)
def pieces(text: str) -> int:
    """Of how much in a text a parser makes something."""
    abbreviations = sum(text.count(short) for short, _ in _ABBREVIATION.findall(text))
    return sum(map(text.count, _MARKS)) + abbreviations


def _blocks(text: str) -> list[str]:
    return re.split(r"\n[ \t]*(?=\n)", text)


def _depth(line: str) -> int:
    if _RULE.fullmatch(line):
        return 0
    start = _MARKERS.match(line)
    opened = start.group() if start else ""
    markers = _ONE_MARKER.findall(opened)
    if not markers or markers == [">"]:
        return 0
    spaces = len(opened.expandtabs(_INDENTATION)) - len(opened.expandtabs(_INDENTATION).lstrip())
    return len(markers) + spaces // _INDENTATION


def _cells(block: str) -> int:
    """How many cells a block would have as a table: each row is filled up to the widest."""
    lines = block.split("\n")
    return max(line.count("|") for line in lines) * len(lines)


@lru_cache(maxsize=_REMEMBERED)
def steps(text: str) -> int:
    """How much is looked at; of what is too much nobody counts to the end."""
    counted = 0
    for counted in accumulate(_bits(text)):
        if counted > MOST_STEPS:
            break
    return counted


def _bits(text: str) -> Iterator[int]:
    yield len(_ABBREVIATION.findall(text)) * len(text) // 20
    for block in _blocks(text):
        yield len(_READ_ONCE_MORE.findall(block)) * len(block) // 20
        yield from _distances(block)
    yield from _lengths_of_tags(text)


def _distances(block: str) -> Iterator[int]:
    """How far it is from each bracket to the one that closes it, or to the end."""
    for opening, closing in _BRACKETS.items():
        opened: list[int] = []
        for found in re.finditer(rf"\\.|[{re.escape(opening + closing)}]", block):
            if found.group() == opening:
                opened.append(found.start())
            elif found.group() == closing and opened:
                yield found.start() - opened.pop()
        yield from (len(block) - position for position in opened)


def _lengths_of_tags(text: str) -> Iterator[int]:
    """How far it is from each tag or comment to its end, or to that of the text."""
    last = {end: text.rfind(end) for _, end in _ENDS}
    for found in re.finditer("<(?=[a-zA-Z/!?])", text):
        position = found.start()
        end = next(end for start, end in _ENDS if text.startswith(start, position))
        is_ended = last[end] > position
        yield (text.index(end, position) if is_ended else len(text)) - position
