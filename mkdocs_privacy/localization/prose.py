"""Markdown that a site owner wrote, as HTML that cannot do harm."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import nh3
from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markupsafe import Markup

from mkdocs_privacy.hosts import LINK_SCHEMES

_TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code"),
    *("strong", "em", "del", "sub", "sup", "abbr", "a", "h2", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href"}, "abbr": {"title"}, "ol": {"start"}}


def split_paragraphs(words: str) -> tuple[str, ...]:
    """The paragraphs of plain text: empty lines separate them."""
    return tuple(filter(None, re.split(r"\n\s*\n", words.strip())))


@lru_cache(maxsize=4096)
def render_prose(words: str, level: int = 3) -> Markup:
    """Sanitised HTML; the highest of its own headings, whichever it is, becomes `level`.

    Images are left out: one from elsewhere would be a request to a third party.
    """
    html, highest = _convert(words, level)
    if highest > level:
        html, _ = _convert(words, 2 * level - highest)
    return _sanitised(html, _TAGS)


def render_whole_text(words: str, title: str | None) -> Markup | None:
    """A whole Markdown text as sanitised HTML with one `<h1>`: its own, else `title` before it.

    A text has a title of its own where exactly one of its headings is of the first level: where
    there are several they are its chapters. Nothing comes back where neither gives a title.
    """
    html, _ = _convert(words, 1)
    own = _sanitised(html, _TAGS | {"h1"})
    if own.count("<h1>") == 1:
        below = min(map(int, re.findall(r"<h([2-6])>", own)), default=2)
        return Markup(
            re.sub(r"(</?h)([2-6])>", lambda tag: f"{tag[1]}{int(tag[2]) - below + 2}>", own)
        )
    if title is None:
        return None
    return Markup("<h1>{}</h1>\n{}").format(title, render_prose(words, 2))


def _sanitised(html: str, tags: set[str]) -> Markup:
    return Markup(
        nh3.clean(html, tags=tags, attributes=_ATTRIBUTES, url_schemes=LINK_SCHEMES, link_rel=None)
    )


def _convert(words: str, base: int) -> tuple[str, int]:
    """HTML whose headings of the first level become `base`, and the highest level there is."""
    html = _converter(base).reset().convert(words)
    found = re.findall(r"<h([1-6])", html)
    return html, min(map(int, found), default=base)


@cache
def _converter(base: int) -> Markdown:
    # extensions by name would be looked for in all that is installed
    extensions = [
        TableExtension(),
        SaneListExtension(),
        DefListExtension(),
        AbbrExtension(),
        TocExtension(baselevel=base),
    ]
    return Markdown(extensions=extensions, output_format="html")
