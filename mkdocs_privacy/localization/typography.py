"""The typography of a language: spaces that do not break, apostrophes and quotation marks.

Whatever is printed in a language passes here: messages, an owner's texts, dates and periods. Tags,
code and addresses stay as they are. The words of a release are printed as they were frozen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

_WIDE, _THIN = "\u00a0", "\u202f"
_SPACE = f"[ {_WIDE}{_THIN}]"
_SPACES = f"(?<!{_SPACE}){_SPACE}+"
"""From the first: otherwise a long row would be read again and again."""

_UNTOUCHED = re.compile(
    r"(</?[a-zA-Z][^<>]*>"
    r"|(?<![a-zA-Z0-9+.-])[a-zA-Z][a-zA-Z0-9+.-]*://[^\s<>]*"
    r"|(?<![^\s<>])[^\s<>@]+@[^\s<>@]+)"
)
_CODE = re.compile(r"<(/?)(?:code|pre)\b")
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_UNITS = (
    "ans?|années?|mois|semaines?|jours?|heures?|minutes?|secondes?|%|€|euros?|octets?|ko|Mo|Go"
    "|caractères|demandes?|utilisations?|(?:autres? )?modifications?|passages?|messages?"
    "|destinataires?|services?|lignes?|éléments?|textes?"
)
_NUMBERED = "[Aa]rticles?|[Aa]rt\\.|[Pp]aragraphes?|[Pp]oints?|[Aa]linéas?|[Cc]hapitres?|n°"

_Steps = tuple[tuple[re.Pattern[str], str], ...]


def _steps(*pairs: tuple[str, str]) -> _Steps:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in pairs)


def _quotes(opening: str, closing: str, inner: str = r"‘\1’") -> Iterable[tuple[str, str]]:
    """Those of a typewriter, in pairs around words; an apostrophe stands inside a word."""
    yield r"(?<=[^\W\d_])'(?=[^\W\d_])", "’"
    yield r"(?<![\w'\"])'((?! )[^'\n]*[^'\s])'(?!\w)", inner
    yield r"(?<![\w'\"])\"((?!\s)[^\"\n]*[^\"\s])\"(?!\w)", rf"{opening}\1{closing}"


_STEPS: Mapping[str, _Steps] = {
    "en": _steps(*_quotes("“", "”")),
    "nl": _steps((r"(?<![\w'])'(?=[stnk]\b(?!'))", "’"), *_quotes("„", "”")),
    "fr": _steps(
        *_quotes("«", "»", inner=r"«\1»"),
        (rf"{_SPACES}(?=[;!?])", _THIN),
        (rf"{_SPACES}(?=:(?:\s|\Z))", _WIDE),
        (rf"«{_SPACE}*", f"«{_THIN}"),
        (rf"(?:{_SPACES})?»", f"{_THIN}»"),
        (rf"(?<=[\d}}]){_SPACE}(?=(?:{_UNITS})(?!\w))", _WIDE),
        (rf"(\d(?:er)?){_SPACE}(?=(?:{_MONTHS})\b)", rf"\1{_WIDE}"),
        (rf"\b({_NUMBERED}){_SPACE}(?=\d|\{{|[IVX]+\b|[a-z]\))", rf"\1{_WIDE}"),
    ),
}


@lru_cache(maxsize=16384)
def typeset(words: str, language: str) -> str:
    """Words, or HTML, as the language prints them; what is so already stays, to the byte."""
    steps = _STEPS.get(language)
    if steps is None or (language != "fr" and "'" not in words and '"' not in words):
        return words
    parts = _UNTOUCHED.split(words)
    depth = 0
    for place, part in enumerate(parts):
        if place % 2:
            if code := _CODE.match(part):
                depth += -1 if code[1] else 1
        elif depth <= 0:
            for pattern, replacement in steps:
                part = pattern.sub(replacement, part)
            parts[place] = part
    return "".join(parts)


_NESTED = {
    "«": re.compile(rf"«{_SPACE}*([^«»]*?){_SPACE}*»"),
    "‘": re.compile(r"(?<!\w)‘([^‘]+?)’(?!\w)"),
}
"""Words that a value quotes, by the mark that its sentence quotes it with."""


def nest_quotes(value: str, name: str, sentence: str) -> str:
    """A value with other quotation marks than those in which its sentence has it: « a “b” c »."""
    for mark, quoted in _NESTED.items():
        if mark in value and re.search(rf"{mark}{_SPACE}?\{{{name}\}}", sentence):
            return type(value)(quoted.sub(r"“\1”", value))
    return value
