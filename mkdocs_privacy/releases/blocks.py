"""The words of a policy as blocks of plain text: headings, paragraphs, items, terms, rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from lxml import etree, html


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


@dataclass(frozen=True)
class Block:
    """A block of text: lines end in a line feed, cells of a row are kept apart by ` · `."""

    kind: BlockKind
    text: str
    level: int = 0
    """1 to 6 where it is a heading."""

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The text in words, punctuation apart: `(see`, ` www.b.example`, `)`, `.`."""
        # without the spacing at its end, at every place of which a word would be looked for
        return tuple(map(Word._make, _WORD.findall(self.text.rstrip())))

    @cached_property
    def cores(self) -> tuple[str, ...]:
        """The words without spacing: two blocks that only differ in spacing are the same."""
        return tuple(word.core for word in self.words)


@lru_cache(maxsize=2)  # in a history, what comes after in one redline comes before in the next
def read_blocks(policy: str) -> tuple[Block, ...]:
    """The blocks of a policy, given as the HTML inside `<body>`, in reading order."""
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    document = f"<body>{policy.replace(chr(0), '')}".encode(errors="replace")
    root = html.document_fromstring(document, parser=parser)
    for unseen in root.xpath(_UNSEEN):
        unseen.drop_tree()
    reader = _BlockReader()
    for event, element in etree.iterwalk(root, events=("start", "end")):  # at any depth
        if event == "start":
            reader.begin(element)
            reader.read(element.text)
        else:
            reader.end(element)
            reader.read(element.tail)
    return tuple(reader.blocks)


_WORD = re.compile(r"(\s*)(\w(?:\S*\w)?|\S)")
_SPACES = re.compile(r"[ \t\r\n\f\x1c-\x1f\x85]+")
"""What HTML makes one space of, and the controls that are spacing in Python and not in JavaScript.

The other way round it is U+FEFF, of which nothing is seen.
"""
_UNSEEN = (
    "//script | //style | //template | //noscript | //head | //*[@hidden]"
    " | //*[contains(concat(' ', @class, ' '), ' headerlink ')]"
)
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


class _BlockReader:
    """Collects text until an element begins or ends that stands apart."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.cells: list[list[str]] = [[]]
        self.around: list[html.HtmlElement] = []
        """The elements with a kind of their own that are open."""
        self.begun_items: set[html.HtmlElement] = set()
        self.row: html.HtmlElement | None = None

    def read(self, text: str | None) -> None:
        if text:
            self.cells[-1].append(_SPACES.sub(" ", text.replace("\ufeff", "")))

    def begin(self, element: html.HtmlElement) -> None:
        if element.tag == "br":
            self.cells[-1].append("\n")
        elif element.tag == "img":
            self.read(element.get("alt"))
        elif element.tag in _APART:
            self._part(element)
            if element.tag in _KINDS:
                self.around.append(element)
            if element.tag == "tr" and self.row is None:
                self.row = element

    def end(self, element: html.HtmlElement) -> None:
        if element is self.row:
            self.row = None
        if element.tag in _APART:
            self._part(element)
        if self.around and element is self.around[-1]:
            self.around.pop()

    def _part(self, element: html.HtmlElement) -> None:
        """Finish a block; a row, with all that stands in its cells, is one."""
        if self.row is None:
            self._finish()
        elif element.tag in ("td", "th"):
            self.cells.append([])
        else:
            self.read(" ")

    def _finish(self) -> None:
        if self.cells == [[]]:
            return
        lines = (re.sub(r" *\n[ \n]*| {2,}", _one, "".join(cell)) for cell in self.cells)
        text = " · ".join(filter(None, (line.strip(" \n") for line in lines)))
        self.cells = [[]]
        if not text.strip():
            return
        nearest = self.around[-1] if self.around else None
        if nearest is None or nearest in self.begun_items:
            self.blocks.append(Block(BlockKind.PARAGRAPH, text))
            return
        tag = str(nearest.tag)
        kind = _KINDS[tag]
        if kind is BlockKind.ITEM:  # what follows in the same item is a paragraph of it
            self.begun_items.add(nearest)
        level = int(tag[1]) if kind is BlockKind.HEADING else 0
        self.blocks.append(Block(kind, text, level))


def _one(spaces: re.Match[str]) -> str:
    return "\n" if "\n" in spaces[0] else " "
