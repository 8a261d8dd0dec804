"""Characters that no page can show, that nobody sees, or that deceive a reader."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

import yaml

_UNSEEN_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
"""What Unicode calls a letter, a mark or a symbol, and nobody sees."""
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What turns the direction of all that follows, until it is turned back."""
_TURNING_BACK = "\u202c\u2069"
_USEFUL = "\u00ad\u061c\u200e\u200f"
"""What texts need: the soft hyphen, and marks that give a direction to what stands beside them."""
_JOINING = "\u200c\u200d"
_SEEN_ALL_THE_SAME = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
_SELECTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Chooses how the character before it is drawn, an emoji mostly."""
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
_WORTH_A_LOOK = re.compile("[^\\t\\n\\r -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]")


def unprintable(text: str) -> re.Match[str] | None:
    """The first character that no page can hold, such as one that rings a bell."""
    return yaml.reader.Reader.NON_PRINTABLE.search(text)


def without_halves(text: str) -> str:
    """A text that can be encoded: U+FFFD stands for half a surrogate pair, which is no character.

    Only an escape such as `\\ud83d` makes one.
    """
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def refusal(character: str) -> str:
    """What is wrong with a character that is unprintable."""
    return f"the character U+{ord(character):04X} cannot be printed: remove it"


def named(character: str) -> str:
    """A character by its number and name: `U+200B (ZERO WIDTH SPACE)`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}{f' ({name})' if name else ''}"


def unseen(word: str) -> str | None:
    """The first character of a word that nobody sees, or that only looks like a space."""
    if word.isascii() and word.isprintable():
        return None  # most words, and a look at each letter takes long
    return next((letter for letter in word if _is_unseen(letter) or is_like_a_space(letter)), None)


def is_like_a_space(letter: str) -> bool:
    """Whether something looks like a space and is none."""
    return letter != " " and unicodedata.category(letter) == "Zs"


def without_unseen(word: str) -> str:
    """A word as whoever reads it sees it."""
    return "".join(letter for letter in word if not _is_unseen(letter)).strip()


def unseen_in_text(text: str) -> Iterator[tuple[int, str]]:
    """The characters of a text that nobody sees and no text needs, each with where it stands.

    What joins letters or draws an emoji is needed, so is a soft hyphen. Spaces that do not break
    are those of French.
    """
    if not _WORTH_A_LOOK.search(text):
        return
    is_turned = re.search(f"[{_TURNING}]", text)
    flags = [found.span() for found in _FLAG.finditer(text)]
    for found in _WORTH_A_LOOK.finditer(text):
        position, letter = found.start(), found.group()
        if not _is_unseen(letter) or letter in _USEFUL:
            continue
        before = text[position - 1 : position]
        if letter in _JOINING and unicodedata.category(before or " ") in ("Lo", "Mn", "Mc", "So"):
            continue
        if letter in _JOINING and before and (_SELECTS.match(before) or before >= "\U0001f3fb"):
            continue
        if _SELECTS.match(letter) and before.strip() and not _is_unseen(before):
            continue
        if letter in _TURNING_BACK and is_turned and is_turned.group() not in _TURNING_BACK:
            continue  # one mistake
        if any(start < position < end for start, end in flags):
            continue
        yield position, letter


def is_worth_a_look(text: str) -> bool:
    """Whether a text may have characters that cannot be printed, or that nobody sees."""
    return _WORTH_A_LOOK.search(text) is not None


def why_not_in_text(letter: str) -> str:
    """What is wrong with a character of a text that nobody sees."""
    if letter in _TURNING:
        return (
            f"the character {named(letter)} changes the direction of the text that follows, so "
            "visitors see it in another order: remove it"
        )
    return (
        f"the invisible character {named(letter)} prevents a search from finding the word: "
        "remove it"
    )


def _is_unseen(letter: str) -> bool:
    if _SEEN_ALL_THE_SAME.match(letter):
        return False
    is_control = letter == "\x85" or unicodedata.category(letter) in ("Cf", "Zl", "Zp")
    return is_control or letter in _UNSEEN_LETTERS or bool(_SELECTS.match(letter))


class Lines:
    """The lines of a text as editors count them: only `\\n` ends one.

    YAML ends a line at U+0085, U+2028 and U+2029 too.
    """

    def __init__(self, text: str) -> None:
        self._ends = [found.start() for found in re.finditer("\n", text)]

    def at(self, position: int) -> int:
        """The line on which a position is, from 0."""
        return bisect_left(self._ends, position)

    def column(self, position: int) -> int:
        """How many characters stand before a position on its line."""
        return position - self.begin(self.at(position))

    def begin(self, line: int) -> int:
        """Where a line begins."""
        return self._ends[line - 1] + 1 if line else 0


def folded(words: str) -> str:
    """Words without capitals and accents, as they are compared and searched."""
    whole = words.casefold().replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFKD", whole).casefold()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def with_line_feeds(text: str) -> str:
    """A text whose lines all end in `\\n`, whichever system wrote it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
