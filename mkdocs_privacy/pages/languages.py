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

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import Text

_Words = TypeVar("_Words", str, Markup)

_BEGIN, _NAMED, _END = "\ufdd0", "\ufdd2", "\ufdd1"
_MARK = re.compile(rf"{_BEGIN}(?P<language>[^{_NAMED}]*){_NAMED}|{_END}")
_LAST_MARK = re.compile(rf"{_END}+\Z")
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
    if _BEGIN not in words and _END not in words:
        return words
    return words.__class__(_MARK.sub("", words))


def inside_marks(change: Callable[[str], str]) -> Callable[[str], str]:
    """The change, made between the marks with which words may begin and end."""

    def changed(words: str) -> str:
        if not words.startswith((_BEGIN, _END)):  # nearly always
            return change(words)
        begin, end = _MARK.match(words), _LAST_MARK.search(words)
        first, last = begin.end() if begin else 0, end.start() if end else len(words)
        return words[:first] + change(words[first:last]) + words[last:]

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


class MarkingLocalization(Localization):
    """A language in which words that are there in another one only are marked."""

    def message(self, id: str, **values: Any) -> Markup:
        """The catalog's sentence under `id`; marked where it is borrowed from English."""
        if values or id in self.catalog.borrowed:
            return self._marked(id, super().message(id, **values))
        return self._said[id] if id in self._said else super().message(id)

    def plural(self, id: str, count: int, **values: Any) -> Markup:
        """The sentence under `id` in the form that goes with a number, marked in the same way."""
        return self._marked(id, super().plural(id, count, **values))

    def text(self, text: Text | None) -> str:
        """The words of a text, marked where they are in another language."""
        words = super().text(text)
        if not text or text.by_language is None or self.language in text.by_language:
            return words
        known = self._language_of(text)
        return words if known == self.language else in_other_language(words, known)

    def prose(self, text: Text | None, level: int = 3) -> Markup:
        """A Markdown text as sanitised HTML, inside an element that says its other language."""
        prose, known = super().prose(text, level), self._language_of(text)
        if known == self.language:
            return prose
        return Markup('<div lang="{}">{}</div>').format(known, prose)

    def _language_of(self, text: Text | None) -> str:
        return text.language_for(self.language) if text else self.language

    def _marked(self, id: str, words: Markup) -> Markup:
        return in_other_language(words, "en") if id in self.catalog.borrowed else words
