"""The article of a built page, written again in the Markdown that a person would use for it.

Headings with an id, paragraphs, lists, definition lists, tables and links; a form stays HTML, and
a picture becomes a file that the page shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from textwrap import indent

from bench.html_tree import INLINE, VOID, Element

Links = Callable[[str], str]
"""Turns an address in a built page into what Markdown links to."""
Pictures = Callable[[str], str]
"""Keeps a picture, an SVG, as a file; what Markdown shows it by."""

_BREAK = "\0"
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}


def as_markdown(article: Element, links: Links, pictures: Pictures) -> str:
    """The article as Markdown."""
    return "\n\n".join(_Writer(links, pictures).blocks(article)) + "\n"


class _Writer:
    def __init__(self, links: Links, pictures: Pictures) -> None:
        self.links, self.pictures = links, pictures

    def blocks(self, element: Element) -> Iterator[str]:
        """What stands in an element: a run of words is a paragraph, other elements are blocks."""
        run: list[Element | str] = []
        for child in element.children:
            if isinstance(child, str) or child.tag in INLINE or child.tag == "br":
                run.append(child)
                continue
            yield from self.paragraph(run)
            run = []
            yield from self.block(child)
        yield from self.paragraph(run)

    def block(self, element: Element) -> Iterator[str]:
        """One element that is no part of a sentence."""
        tag = element.tag
        if re.fullmatch("h[1-6]", tag):
            anchor = f" {{#{element.attributes['id']}}}" if "id" in element.attributes else ""
            yield f"{'#' * int(tag[1])} {self.line(element.children)}{anchor}"
        elif tag == "p" and "pc-lines" in element.classes:
            yield from self.lines(element)
        elif tag in ("ul", "ol"):
            yield self.list(element)
        elif tag == "dl":
            yield "\n\n".join(self.definitions(element))
        elif tag == "table":
            yield from self.table(element)
        elif tag == "form":
            yield as_html(element)
        elif tag == "svg" and "pc-picture" in element.classes:
            title = self.line(element.first("title").children)
            yield f"![{title}]({self.pictures(as_html(element))})"
        elif tag == "hr":
            yield "---"
        elif tag not in ("script", "style", "svg"):
            yield from self.blocks(element)

    def paragraph(self, run: Iterable[Element | str]) -> Iterator[str]:
        """A run of words as a paragraph, unless there are none."""
        written = self.inline(run)
        lines = [line.strip() for line in written.split(_BREAK)]
        if any(lines):
            yield re.sub(r"^([#>+:-]|\d+\.)(?=\s)", r"\\\1", "  \n".join(lines))

    def lines(self, element: Element) -> Iterator[str]:
        """A paragraph that keeps its lines: those of a letter, or one for each of its spans."""
        if spans := _inside(element, "span"):
            yield "  \n".join(self.line(one.children) for one in spans)
            return
        words = "".join(child for child in element.children if isinstance(child, str))
        for part in re.split(r"\n\s*\n", words.strip()):
            yield "  \n".join(_plain(line).strip() for line in part.splitlines())

    def list(self, element: Element) -> str:
        """A list with bullets or numbers."""
        mark = "1.  " if element.tag == "ol" else "-   "
        items = [list(self.blocks(item)) for item in _inside(element, "li")]
        between = "\n\n" if any(len(blocks) > 1 for blocks in items) else "\n"
        return between.join(mark + _indented(blocks) for blocks in items)

    def definitions(self, element: Element) -> Iterator[str]:
        """The terms of a definition list, each with what is said about it."""
        for part in element.elements():
            if part.tag == "dt":
                term = self.line(part.children)
            elif part.tag == "dd":
                yield f"{term}\n:   {_indented(list(self.blocks(part)))}"

    def table(self, element: Element) -> Iterator[str]:
        """A table, below its caption."""
        for caption in _inside(element, "caption"):
            yield f"**{self.line(caption.children)}**"
        rows = [
            [
                self.inline(cell.children).replace("|", r"\|").replace(_BREAK, "<br>").strip()
                for cell in row.children
                if isinstance(cell, Element)
            ]
            for row in element.elements()
            if row.tag == "tr"
        ]
        rows.insert(1, ["---"] * len(rows[0]))
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def line(self, children: Iterable[Element | str]) -> str:
        """Words on one line."""
        return self.inline(children).replace(_BREAK, " ").strip()

    def inline(self, children: Iterable[Element | str]) -> str:
        """Words with their links and emphasis; a break in the line is still a sign of its own."""
        return "".join(
            _plain(child) if isinstance(child, str) else self.span(child) for child in children
        )

    def span(self, element: Element) -> str:
        """An element within a sentence."""
        if element.tag == "br":
            return _BREAK
        if element.tag == "code":
            return f"`{''.join(child for child in element.children if isinstance(child, str))}`"
        words = self.inline(element.children)
        if element.tag == "a" and "href" in element.attributes:
            buttons = [f".{name}" for name in element.classes if name.startswith("md-button")]
            attributes = f"{{ {' '.join(buttons)} }}" if buttons else ""
            return f"[{words.strip()}]({self.links(element.attributes['href'])}){attributes}"
        mark = _MARKS.get(element.tag, "")
        return f"{mark}{words.strip()}{mark}" if mark else words


def _plain(words: str) -> str:
    """Words in which nothing is taken for Markdown."""
    words = re.sub(r"\s+", " ", words)
    words = re.sub(r"(?<![^\W_])_|_(?![^\W_])|[\\`*\[\]]", r"\\\g<0>", words)
    return words.replace("&", "&amp;").replace("<", "&lt;") if re.search("[&<]", words) else words


def _inside(element: Element, tag: str) -> list[Element]:
    return [one for one in element.children if isinstance(one, Element) and one.tag == tag]


def _indented(blocks: list[str]) -> str:
    return indent("\n\n".join(blocks), "    ").removeprefix("    ")


def as_html(element: Element) -> str:
    """An element as HTML, on lines without a blank one, which would end it in Markdown."""
    attributes = "".join(
        f' {name}="{escape(value)}"' if value else f" {name}"
        for name, value in element.attributes.items()
    )
    inside = "".join(
        escape(child, quote=False) if isinstance(child, str) else as_html(child)
        for child in element.children
    )
    end = "" if element.tag in VOID else f"</{element.tag}>"
    return re.sub(r"\n\s*\n", "\n", f"<{element.tag}{attributes}>{inside}{end}")
