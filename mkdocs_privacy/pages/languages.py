"""Words in another language than their page say so (WCAG 3.1.2): those of an unfinished language.

A template prints words in attributes and in text alike, and only text can carry a `lang`. So the
words are marked with characters that no text has (Unicode keeps them for such uses), and once the
page is whole the marks become `<span lang>`, or nothing where there can be none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from markupsafe import Markup

_Words = TypeVar("_Words", str, Markup)

_BEGIN, _NAMED, _END = "\ufdd0", "\ufdd2", "\ufdd1"
_MARK = re.compile(rf"{_BEGIN}(?P<language>[^{_NAMED}]*){_NAMED}|{_END}")
_QUOTED_MARK = re.compile("%EF%B7%90[^%]*%EF%B7%92|%EF%B7%91")  # in the address of an e-mail
_TAG_OR_PLAIN = re.compile(
    r"<(?P<element>script|style|title|textarea|option)\b.*?</(?P=element)>|<[^>]*>", re.DOTALL
)
"""A tag, or a whole element in which there can be no other."""


def in_other_language(words: _Words, language: str) -> _Words:
    """The words, marked as being in that language; what they are made of stays."""
    return words.__class__(f"{_BEGIN}{language}{_NAMED}") + words + _END


def unmarked(words: _Words) -> _Words:
    """The words without marks: for whatever is no page."""
    return words.__class__(_MARK.sub("", words))


def inside_marks(change: Callable[[str], str]) -> Callable[[str], str]:
    """The change, made behind the mark with which words may begin."""

    def changed(words: str) -> str:
        begin = _MARK.match(words)
        return words[: begin.end()] + change(words[begin.end() :]) if begin else change(words)

    return changed


def say_languages(html: Markup) -> Markup:
    """The page with a `<span lang>` around words in another language, wherever one may stand."""
    return Markup("".join(_pieces(html))) if _BEGIN in html else html


def _pieces(html: str) -> Iterator[str]:
    open_languages: list[str] = []

    def replace(mark: re.Match[str]) -> str:
        if mark["language"] is None:
            language = open_languages.pop()
            return "</span>" if language not in open_languages[-1:] else ""
        is_new = mark["language"] not in open_languages[-1:]
        open_languages.append(mark["language"])
        return f'<span lang="{Markup.escape(mark["language"])}">' if is_new else ""

    end = 0
    for tag in _TAG_OR_PLAIN.finditer(html):
        yield _MARK.sub(replace, html[end : tag.start()])
        yield _QUOTED_MARK.sub("", _MARK.sub("", tag[0]))
        end = tag.end()
    yield _MARK.sub(replace, html[end:])


def saying(say: Callable[..., Markup], borrowed: frozenset[str]) -> Callable[..., Markup]:
    """`say` or `plural`, with a mark around messages that are borrowed from English."""
    if not borrowed:
        return say

    def marked(id: str, *number: int, **values: Any) -> Markup:
        words = say(id, *number, **values)
        return in_other_language(words, "en") if id in borrowed else words

    return marked
