"""Words in a picture, and how wide they are at most, whatever the font: none is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from math import fsum
from unicodedata import east_asian_width

from markupsafe import Markup

_WIDTHS = {
    **dict.fromkeys("ijl.,:;'’‘|! \u00a0\u202f", 0.34),
    **dict.fromkeys('frtI()[]{}-/\\"“”·', 0.47),
    **dict.fromkeys("mwMW@%&—…ŒœÆæ", 1.0),
}
"""In the widest of the fonts that systems bring, DejaVu Sans; in parts of the size of letters."""
_CAPITAL, _LETTER, _WIDE, _INVISIBLE = 0.78, 0.645, 1.05, 0.0
_BREAKS = re.compile(r"(?<=[-–/._@])(?=\w)")
"""Where a word that is too long for a line may break before any letter does."""
_SPACES = re.compile(r"[ \t\n]+")
"""Where a line may break: not at the spaces of « mots » and “à 5 ans :”, which hold together."""


def width_of(words: str, size: float) -> float:
    """How wide words are at most, in units of the picture."""
    return _ems(words) * size


@lru_cache(maxsize=8192)
def _ems(words: str) -> float:
    return fsum(map(_em, words))  # `sum` adds floats otherwise before Python 3.12


def _em(letter: str) -> float:
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    if east_asian_width(letter) in "WF":
        return _WIDE
    if not letter.isprintable() and not letter.isspace():
        return _INVISIBLE
    return _CAPITAL if letter.isupper() else _LETTER


@lru_cache(maxsize=8192)  # the same names stand in the picture of each kind of data
def wrap(words: str, width: float, size: float) -> tuple[str, ...]:
    """Words in as many lines as they need to stay within a width."""
    lines: list[str] = []
    line = ""
    for word in filter(None, _SPACES.split(words)):
        longer = f"{line} {word}" if line else word
        if width_of(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, width, size)
        lines.extend(whole)
    return (*lines, line) if line or not lines else tuple(lines)


def _pieces(word: str, width: float, size: float) -> Iterator[str]:
    """A word in pieces that fit, broken behind what joins its parts or else where it must."""
    piece = ""
    for part in _BREAKS.split(word):
        if width_of(piece + part, size) <= width:
            piece += part
            continue
        if piece:
            yield piece
        piece = ""
        for letter in part:
            if width_of(f"{piece}{letter}-", size) > width and piece:
                yield f"{piece}-" if piece[-1].isalpha() else piece
                piece = ""
            piece += letter
    yield piece


def plain(words: str) -> str:
    """The words of a message or a value, without entities."""
    return unescape(str(words)) if isinstance(words, Markup) else words
