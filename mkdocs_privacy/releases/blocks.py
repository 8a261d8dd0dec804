"""The words of a policy as blocks of plain text: headings, paragraphs, items, terms, rows."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from lxml import etree


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TERM = "term"
    DESCRIPTION = "description"
    CAPTION = "caption"
    ROW = "row"


class Word(NamedTuple):
    """A word or a punctuation mark, with the spacing before it."""

    spacing: str
    core: str


class Block(NamedTuple):
    """A block of text: lines end in a line feed, cells of a row are kept apart by ` · `."""

    kind: BlockKind
    text: str
    level: int = 0
    """1 to 6 where it is a heading."""

    @property
    def words(self) -> tuple[Word, ...]:
        """The text in words, punctuation apart: `(see`, ` www.b.example`, `)`, `.`."""
        return _words(self.text)

    @property
    def cores(self) -> tuple[str, ...]:
        """The words without spacing: two blocks that only differ in spacing are the same."""
        return _cores(self.text)


@lru_cache(maxsize=128)
def _words(text: str) -> tuple[Word, ...]:
    # without the spacing at its end, at every place of which a word would be looked for
    return tuple(map(Word._make, _WORD.findall(text.rstrip())))


@lru_cache(maxsize=2500)  # a version says nearly all that the one before it says
def _cores(text: str) -> tuple[str, ...]:
    return tuple(map(intern, _CORE.findall(text)))  # the same words again and again


@lru_cache(maxsize=2)  # in a history, what comes after in one redline comes before in the next
def read_blocks(policy: str) -> tuple[Block, ...]:
    """The blocks of a policy, given as the HTML inside `<body>`, in reading order."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    document = f"<body>{policy.replace(chr(0), '')}".encode(errors="replace")
    root = etree.fromstring(document, parser)
    for unseen in _ARE_UNSEEN(root):
        unseen.tag = "script"  # so that one pass takes out all of them, and leaves what follows
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    return tuple(_read(root))


_WORD = re.compile(r"(\s*)(\w(?:\S*\w)?|\S)")
_CORE = re.compile(r"\w(?:\S*\w)?|\S")
_SPACES = re.compile(r"[ \t\r\n\f\x1c-\x1f\x85]+")
"""What HTML makes one space of, and the controls that are spacing in Python and not in JavaScript.

The other way round it is U+FEFF, of which nothing is seen.
"""
_BETWEEN = " \t\r\n\f"
"""What stands between most elements."""
_AROUND_LINE_ENDS = re.compile(r" *\n[ \n]*| {2,}")
_UNSEEN = ("script", "style", "template", "noscript", "head")
_ARE_UNSEEN = etree.XPath(
    "//@hidden/.. | //@class[contains(concat(' ', ., ' '), ' headerlink ')]/.."
)
"""Other elements that nobody sees."""
_KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    "li": BlockKind.ITEM,
    "dt": BlockKind.TERM,
    "dd": BlockKind.DESCRIPTION,
    "caption": BlockKind.CAPTION,
    "tr": BlockKind.ROW,
}
_APART = {
    *_KINDS,
    *("address", "article", "aside", "blockquote", "body", "details", "div", "dl", "fieldset"),
    *("figcaption", "figure", "footer", "form", "header", "hr", "main", "nav", "ol", "p", "pre"),
    *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "ul"),
}
"""Elements whose text stands apart from what is around them."""


def _read(root: etree._Element) -> list[Block]:
    """Collect text until an element begins or ends that stands apart.

    Each policy has thousands of elements, and a site hundreds of policies: all is done in one loop.
    """
    blocks: list[Block] = []
    cell: list[str] = []
    cells = [cell]
    around: list[etree._Element] = []  # the elements with a kind of their own that are open
    begun_items: set[etree._Element] = set()
    row: etree._Element | None = None  # all that stands in its cells is one block
    for event, element in etree.iterwalk(root, events=("start", "end")):  # at any depth
        tag = element.tag
        is_start = event == "start"
        if element is row:
            row = None
        if tag in _APART:
            if row is None:
                if cell or len(cells) > 1:
                    if text := _joined(cells):
                        blocks.append(_block(text, around, begun_items))
                    cell = []
                    cells = [cell]
            elif tag in ("td", "th"):
                cell = []
                cells.append(cell)
            else:
                cell.append(" ")
        if is_start:
            if tag in _KINDS:
                around.append(element)
            if tag == "tr" and row is None:
                row = element
            elif tag == "br":
                cell.append("\n")
            elif tag == "img" and (instead := element.get("alt")):
                cell.append(_evened(instead))
        elif around and element is around[-1]:
            around.pop()
        words = element.text if is_start else element.tail
        if words and (cell or words.strip(_BETWEEN)):  # a cell never begins with spacing
            # several spaces become one where the cell is joined
            cell.append(words if words.isprintable() else _evened(words))
    return blocks


def _block(text: str, around: list[etree._Element], begun_items: set[etree._Element]) -> Block:
    """A block of the kind of the nearest element; what follows in an item is a paragraph of it."""
    if not around or around[-1] in begun_items:
        return Block(BlockKind.PARAGRAPH, text)
    tag = str(around[-1].tag)
    kind = _KINDS[tag]
    if kind is BlockKind.ITEM:
        begun_items.add(around[-1])
    return Block(kind, text, int(tag[1]) if kind is BlockKind.HEADING else 0)


def _evened(text: str) -> str:
    return _SPACES.sub(" ", text.replace("\ufeff", ""))


def _joined(cells: list[list[str]]) -> str:
    """The text of a block; nothing where there is nothing to read in it."""
    if len(cells) == 1:
        text = _line("".join(cells[0]))
    else:
        text = " · ".join(filter(None, (_line("".join(cell)) for cell in cells)))
    return "" if text.isspace() else text


def _line(text: str) -> str:
    if "\n" in text or "  " in text:
        text = _AROUND_LINE_ENDS.sub(_one, text)
    return text.strip(" \n")


def _one(spaces: re.Match[str]) -> str:
    return "\n" if "\n" in spaces[0] else " "
