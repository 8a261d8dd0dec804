"""Every text of a center with the way to it, and the sentences that readers see of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import INTERNAL, Markdown, PrivacyCenter, Record, Text, base_language


class WrittenText(NamedTuple):
    """One text in one language."""

    path: KeyPath
    language: str
    """Without its region: `nl`; empty where the words are the same everywhere."""
    words: str
    """As they are written."""
    is_text: bool = True
    """Whether these are words that may be translated; a name or an address is not."""
    is_markdown: bool = False

    @property
    def is_of_entry(self) -> bool:
        """Whether it speaks of one activity, recipient or service, and not of the whole site."""
        return self.path[0] in ("activities", "processors", "cookies")


class _Last:
    """The center that was looked at last: rules look at the same one, one after the other."""

    center: PrivacyCenter | None = None
    passages: tuple[WrittenText, ...] = ()


def passages_of(center: PrivacyCenter) -> tuple[WrittenText, ...]:
    """Every text that somebody reads; not the internal notes."""
    if _Last.center is not center:
        found: list[WrittenText] = []
        _collect(center, (), found)
        _Last.center, _Last.passages = center, tuple(found)
    return _Last.passages


def forget_passages() -> None:
    """Let go of the texts of that center, which take megabytes where it is large."""
    _Last.center, _Last.passages = None, ()


def _collect(value: Any, path: KeyPath, found: list[WrittenText]) -> None:
    """Add what a value says: into one list, because there are tens of thousands of values."""
    match value:
        case None | bool() | int():
            return
        case Text():
            is_markdown = isinstance(value, Markdown)
            for code, words in (value.by_language or {"": value.everywhere or ""}).items():
                below = (*path, code) if code else path
                found.append(WrittenText(below, _base(code), words, True, is_markdown))
        case str():
            found.append(WrittenText(path, "", value, is_text=False))
        case tuple():
            for index, entry in enumerate(value):
                _collect(entry, (*path, index), found)
        case Record():
            for name, key in _keys(type(value)):
                entry = getattr(value, name)
                if entry is not None and entry != ():
                    _collect(entry, (*path, key), found)
        case Mapping():
            for key, entry in value.items():
                _collect(entry, (*path, str(key)), found)


_base = cache(base_language)


@cache
def _keys(record: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a record that somebody reads, with their keys in YAML."""
    fields = record.model_fields.items()
    return tuple((name, field.alias or name) for name, field in fields if name != INTERNAL)


_COMMON: Mapping[str, re.Pattern[str]] = {
    "nl": re.compile(r"\b(?:de|het|een|en|van|wij|uw?|je|jouw|op|met|voor|niet|dat|zijn|om)\b"),
    "fr": re.compile(r"\b(?:les?|la|une?|et|des?|du|nous|vous|vos|votre|au|dans|pour|pas)\b"),
    "en": re.compile(r"\b(?:the|an?|and|of|you|your|our|to|for|not|that|is|are|with|this|by)\b"),
}
"""Words that nearly every sentence of a language has some of, and few of another."""


def language_of(small_letters: str) -> str:
    """The language of a text that does not tell; nothing where it has too few common words."""
    counts = {language: len(common.findall(small_letters)) for language, common in _COMMON.items()}
    first, second, *_ = sorted(counts, key=lambda language: -counts[language])
    return first if counts[first] > counts[second] else ""


_MOST_QUOTED = 90


def quoted(words: str) -> str:
    """Words in quotes, no longer than a line."""
    said = " ".join(words.split())
    if len(said) > _MOST_QUOTED:
        said = f"{said[:_MOST_QUOTED].rsplit(' ', 1)[0]} …"
    return f"‘{said}’"


# Markdown, as far as it matters for which words stand in one sentence

_CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1.*?$|``.+?``|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_UNSEEN = re.compile(
    r"<!--.*?-->|^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$|<[^<>\s]+[:@][^<>\s]+>|</?[a-zA-Z][^<>]*>"
    r"|https?://\S+",
    re.DOTALL | re.MULTILINE,
)
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])")
_MARK = re.compile(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|~~")
_BLOCK = re.compile(r"\n[ \t]*\n|^[ \t]*(?:#{1,6}[ \t]|[-+*][ \t]|\d+[.)][ \t]|>|\|)", re.MULTILINE)

# Where a sentence ends: not after what is shortened, nor before a small letter

_STOP = re.compile(r"(?<=[.!?…])(?:\s?[\"'”’»)])*(?P<gap>\s+)(?=[\"'“‘«(\s]*(?:[^\W\d_a-zß-ÿ]|\d))")
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|art|artt|nr|no|n°|bv|bijv|resp|incl|excl|ca|tel|m\.b\.t|p\.ex|ex|cf"
    r"|e\.g|i\.e|d\.w\.z|o\.a|t\.a\.v|t\.o\.v|i\.v\.m|a\.u\.b|mr|mrs|ms|dr|drs|ir|ing|prof|mme|mlle"
    r"|st|ste|al|par|vs|approx|[A-Z]\.[A-Z])\.$",
    re.IGNORECASE,
)


def plain(words: str) -> str:
    """Markdown as a reader sees it, without code and addresses; a blank line parts its blocks."""
    if "`" in words or "~~~" in words:
        words = _CODE.sub(" ", words)
    words = _LINK.sub(r"\1", words)
    words = _UNSEEN.sub(" ", words)
    words = _BLOCK.sub("\n\n", words)
    return _MARK.sub("", words)


@lru_cache(maxsize=4096)
def sentences(words: str) -> tuple[str, ...]:
    """The sentences of a text in Markdown, each on one line; a heading or an item is one too."""
    found: list[str] = []
    for block in plain(words).split("\n\n"):
        one_line = " ".join(block.split())
        begun = 0
        for stop in _STOP.finditer(one_line):
            if not _SHORTENED.search(one_line, begun, stop.start()):
                found.append(one_line[begun : stop.start("gap")])
                begun = stop.end()
        found.append(one_line[begun:])
    return tuple(sentence for sentence in found if sentence)


# What a sentence says itself, and not somebody whom it quotes

_QUOTATION = re.compile(r"[“„][^“”„]*[”“]|«[^«»]*»|‘(?:[^‘’]|\b’\b)*’|\"[^\"]*\"")
_FEWEST_QUOTED = 4
"""Fewer words are a name in quotes, such as that of a law."""


_PART = re.compile("[^;]+")


def said_itself(pattern: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    """What a sentence says within one of its parts, and not in words that it quotes."""
    for part in _PART.finditer(sentence):
        for found in pattern.finditer(sentence, *part.span()):
            if not _is_quoted(sentence, *found.span()):
                yield found


def _is_quoted(sentence: str, begin: int, end: int) -> bool:
    """Whether words are part of what a sentence quotes, with words of its own around it."""
    whole = len(sentence.strip(" .!?…"))
    return any(
        one.start() <= begin
        and end <= one.end()
        and len(one.group().split()) >= _FEWEST_QUOTED
        and len(one.group()) < whole
        for one in _QUOTATION.finditer(sentence)
    )
