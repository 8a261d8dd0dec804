"""What a search finds on a page: a passage for each heading, with its words apart.

Material's own search leaves nothing between two elements (“BelgiëSkaldenstraat”), gives the text
below a heading that unfolds to another one, and reads messages of forms that nobody sees yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from lxml import etree

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins"),
        *("kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u"),
        *("var", "wbr"),
    }
)
"""What stands within a line; all other elements begin and end one."""
_CELLS = frozenset({"td", "th"})
_GO_ON = _INLINE | _CELLS | {"dt"}
"""Behind which a line goes on."""
_UNREAD = frozenset({"button", "form", "script", "style", "svg", "template"})
"""What is no text: controls and their messages, and pictures, of which the text is beside them."""
_HIDING = frozenset({"hidden", "aria-hidden", "data-search-exclude"})
"""The attributes of what is no text of the page."""
_SPACING = " \t\r\n\f"
_SPACES = re.compile(f"[{_SPACING}]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060]")
_IS_UNEVEN = re.compile("[\t\r\n\f\u00ad\u200b\u2060]|  ")
"""Whether there is anything but letters and single spaces: looking takes less than replacing."""


@dataclass(frozen=True, slots=True)
class SearchPassage:
    """A heading and what stands below it, up to the next one: plain text."""

    id: str
    """That of the heading; nothing for what a page begins with."""
    title: str
    lines: tuple[str, ...]

    @property
    def title_html(self) -> str:
        """The title as HTML."""
        return escape(self.title, quote=False)

    @property
    def html(self) -> str:
        """The lines as the paragraphs of which a search shows those that it found."""
        return "".join(f"<p>{escape(line, quote=False)}</p>" for line in self.lines)


def read_passages(html: str, title: str, colon: str = ":") -> tuple[SearchPassage, ...]:
    """The passages of a page with a title, in the order in which they stand there.

    A term and what is said of it go on in one line, with the colon of the language between them.
    """
    # without a method for comments, which a target may do without
    reader: Any = _Reader(title, colon)
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    parser.feed(html.encode())
    parser.close()
    return tuple(reader.passages)


class _Reader:
    """Takes the elements of a page one after the other, as lxml gives them to a target."""

    def __init__(self, title: str, colon: str) -> None:
        self.passages: list[SearchPassage] = []
        self.colon = colon
        self.id, self.title = "", title
        self.lines: list[str] = []
        self.line: list[str] = []
        self.unread = 0  # how many of the open elements are within one that is not read
        self.is_titled = False  # whether the heading that is open begins a passage
        self.open_descriptions = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self.unread or tag in _UNREAD or (attributes and _is_hidden(attributes)):
            self.unread += 1
        elif tag in _INLINE:
            return
        elif tag in _HEADINGS:
            self._end_line()
            if tag == "h1":
                self.is_titled = True
            elif "id" in attributes:
                self._end_passage()
                self.id, self.is_titled = attributes["id"], True
        elif tag == "dd":
            self._join(f"{self.colon} ")
            self.open_descriptions += 1
        elif tag in _CELLS or (tag == "li" and self.open_descriptions):
            self._join("; ")
        elif not self._is_within_description(tag):
            self._end_line()

    def end(self, tag: str) -> None:
        """An element ends."""
        if self.unread:
            self.unread -= 1
        elif tag in _GO_ON:
            return
        elif tag in _HEADINGS:
            if self.is_titled:
                self._end_title(tag)
            self._end_line()
        elif tag == "dd":
            self.open_descriptions -= 1
            self._end_line()
        elif not self._is_within_description(tag):
            self._end_line()

    def data(self, text: str) -> None:
        """Some text."""
        if self.unread:
            return
        words = text.strip(_SPACING)
        if words == text:
            self.line.append(text)
        elif words:
            begin, end = text[0] in _SPACING, text[-1] in _SPACING
            self.line.append(f"{' ' * begin}{words}{' ' * end}")
        elif self.line and self.line[-1][-1:] != " ":  # a line begins with words
            self.line.append(" ")

    def close(self) -> None:
        """The end of the page."""
        self._end_line()
        self._end_passage()

    def _is_within_description(self, tag: str) -> bool:
        return self.open_descriptions > 0 and tag in {"li", "ul", "ol"}

    def _words(self) -> str:
        words = "".join(self.line)
        if _IS_UNEVEN.search(words):
            words = _SPACES.sub(" ", _INVISIBLE.sub("", words))
        return words.strip(" ")

    def _join(self, mark: str) -> None:
        """Go on in the same line, behind a mark unless there is one already."""
        if self.line and (words := self._words()):
            self.line = [words, " " if words[-1] in "?!:." else mark]

    def _end_line(self) -> None:
        if not self.line:
            return
        if words := self._words():
            self.lines.append(words)
        self.line.clear()

    def _end_title(self, tag: str) -> None:
        words = self._words()
        if tag != "h1":
            self.title = words
            self.line.clear()
        elif words == self.title:
            self.line.clear()
        self.is_titled = False

    def _end_passage(self) -> None:
        self.passages.append(SearchPassage(self.id, self.title, tuple(self.lines)))
        self.lines = []


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if _HIDING.isdisjoint(attributes):  # nearly always
        return False
    hiding = _HIDING.intersection(attributes) - {"aria-hidden"}
    return bool(hiding) or attributes.get("aria-hidden") == "true"
