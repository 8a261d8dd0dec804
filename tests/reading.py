"""What a page says: a line for each block, as Markdown, and what it says where nobody looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urlsplit

from html2text import HTML2Text
from lxml.html import Element, HtmlElement, fragment_fromstring, tostring

_SAYING = {"aria-label", "alt", "title", "placeholder", "content", "lang", "hreflang", "action"}
"""Attributes that say something, or the same thing otherwise in another language."""
_SENTENCE = re.compile(r"[^\W\d]+ \w|https?:")
"""What is no mere code in an attribute for a script: `data-missing` is meant, not `data-period`."""
NO_MORE_THAN_BEFORE = "…"


def read(html: str) -> list[str]:
    """The lines of some HTML; of what stands in attributes, what is said, and other sites."""
    root = fragment_fromstring(html, create_parent="div")
    for words in root.findall(".//svg//text"):  # a table says the same
        words.drop_tree()
    for element in [one for one in root.iter() if isinstance(one.tag, str)]:
        _say_aloud(element)
    reader = HTML2Text(bodywidth=0)
    reader.ignore_links = True
    told = reader.handle(tostring(root, encoding="unicode"))
    return [line for line in (one.strip(" ") for one in told.splitlines()) if line]


def only_new(lines: Iterable[str], known: set[str]) -> Iterator[str]:
    """Lines that are not known yet, which they are from then on; `…` for those that are."""
    is_left_out = False
    for line in lines:
        if line not in known:
            known.add(line)
            is_left_out = False
            yield line
        elif not is_left_out:
            is_left_out = True
            yield NO_MORE_THAN_BEFORE


def _say_aloud(element: HtmlElement) -> None:
    """Put what stands in the attributes of an element beside it, to be read."""
    for line in _unseen(element):
        paragraph = Element("p")
        paragraph.text = line
        element.addprevious(paragraph)
    address = element.get("href", "")
    if re.match("https?:|tel:", address):
        last = element[-1] if len(element) else None
        if last is None:
            element.text = f"{element.text or ''} ({address})"
        else:
            last.tail = f"{last.tail or ''} ({address})"


def _unseen(element: HtmlElement) -> Iterator[str]:
    for name, value in element.items():
        if name in _SAYING or (name.startswith("data-") and _SENTENCE.search(value)):
            yield f"[{name}] {value}"
    if element.get("type") == "hidden":
        yield f"[{element.get('name')}] {element.get('value', '')}"
    if element.get("href", "").startswith("mailto:"):
        for _, value in parse_qsl(urlsplit(element.get("href")).query):
            yield from value.splitlines()
