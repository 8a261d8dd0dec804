"""What a feed or an e-mail says, block by block: as HTML and as plain text that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from mkdocs_privacy.localization import split_paragraphs

_TAG = re.compile("<[^>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of what follows."""

    words: Markup


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; with an address, a link."""

    words: Markup
    address: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list in which the order does not count."""

    items: tuple[Markup, ...]


TextBlock = Heading | Paragraph | Bullets


def as_paragraphs(words: str) -> Iterator[Paragraph]:
    """Plain text as paragraphs: they are separated by empty lines."""
    for paragraph in split_paragraphs(words):
        yield Paragraph(Markup.escape(paragraph))


def as_html(blocks: Iterable[TextBlock], level: int) -> Markup:
    """The blocks as HTML, with headings of a level."""
    return Markup("\n").join(_html(block, level) for block in blocks)


def _html(block: TextBlock, level: int) -> Markup:
    match block:
        case Heading(words):
            return Markup("<h{0}>{1}</h{0}>").format(level, words)
        case Paragraph(words, ""):
            return Markup("<p>{}</p>").format(words)
        case Paragraph(words, address):
            return Markup('<p><a href="{}">{}</a></p>').format(address, words)
        case Bullets(items):
            return Markup("<ul>\n{}\n</ul>").format(
                Markup("\n").join(Markup("<li>{}</li>").format(item) for item in items)
            )


def as_plain_text(blocks: Iterable[TextBlock]) -> str:
    """The blocks as plain text, separated by empty lines."""
    return "\n\n".join(_text(block) for block in blocks)


def _text(block: TextBlock) -> str:
    match block:
        case Heading(words) | Paragraph(words, ""):
            return plain_text(words)
        case Paragraph(words, address):
            return f"{plain_text(words)}\n{address}"
        case Bullets(items):
            return "\n".join(f"- {plain_text(item)}" for item in items)


def plain_text(words: Markup) -> str:
    """The words without tags, their characters unescaped; every space stays as it is.

    `Markup.striptags` would turn the no-break spaces of French into ordinary ones.
    """
    return unescape(str(_TAG.sub("", words)))
