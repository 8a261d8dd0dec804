"""A page of HTML as a tree, and the words on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "source", "col"}
INLINE = {"a", "abbr", "b", "bdi", "code", "del", "em", "i", "ins", "mark", "small", "span"} | {
    *("strong", "sub", "sup", "time", "label", "wbr")
}


@dataclass(slots=True)
class Element:
    """An element with its attributes, and the elements and texts in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The words of its class attribute."""
        return self.attributes.get("class", "").split()

    def elements(self) -> Iterator[Element]:
        """Itself and every element in it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements()

    def first(self, tag: str, class_: str = "") -> Element:
        """The first element of that name, and of that class where one is given."""
        for element in self.elements():
            if element.tag == tag and (not class_ or class_ in element.classes):
                return element
        raise LookupError(f"no <{tag} class={class_!r}> in <{self.tag}>")


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                if tag == "template":  # what only a script can show is not on the page
                    self.open[-1].children.pop()
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """The tree of a page; its root has no name."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def visible_text(element: Element) -> str:
    """The words on the page with single spaces between them."""
    return " ".join("".join(_words(element)).split())


def _words(element: Element) -> Iterator[str]:
    if element.tag in ("script", "style", "svg"):
        return
    edge = "" if element.tag in INLINE else " "
    yield edge
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _words(child)
    yield edge


_STRUCTURE = {"h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "tr", "td", "a", "form"}
_SAME = {"th": "td"}
"""Markdown has no head for a row of a table: there a cell is a cell."""


def structure(element: Element) -> Counter[str]:
    """How often each element that a reader would miss stands on the page."""
    tags = (_SAME.get(one.tag, one.tag) for one in element.elements())
    return Counter(tag for tag in tags if tag in _STRUCTURE)
