"""Words of either direction in a sentence: a Hebrew name does not turn the words beside it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from markupsafe import Markup

_FIRST_STRONG, _END = "\u2068", "\u2069"
_MAY_TURN = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_TURNS = {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:|[/#.])\S*|\S+@\S+")
_ISOLATES = "\u2066\u2067\u2068"


def isolated(value: Any) -> Any:
    """A value to fill into a sentence; one that may turn its direction stands alone (UAX 9).

    What `<bdi>` does in HTML these two characters do everywhere: in titles, e-mails and feeds too.
    """
    if not isinstance(value, str) or not _MAY_TURN.search(value):
        return value
    if not any(unicodedata.bidirectional(letter) in _TURNS for letter in value):
        return value
    if value.startswith(_FIRST_STRONG) and value.endswith(_END) and value.count(_END) == 1:
        return value
    alone = f"{_FIRST_STRONG}{_balanced(value)}{_END}"
    return Markup(alone) if isinstance(value, Markup) else alone


def isolated_where_printed(value: Any) -> Any:
    """A value that a template prints, beside whatever; addresses stay as they are, they may stand
    in an attribute."""
    is_word = type(value) is str and _MAY_TURN.search(value) and not _ADDRESS.fullmatch(value)
    return isolated(value) if is_word else value


def _balanced(value: str) -> str:
    """A value in which nothing ends what it did not begin, and whatever begins has its end."""
    depth, kept = 0, []
    for letter in value:
        if letter == _END:
            if not depth:
                continue
            depth -= 1
        elif letter in _ISOLATES:
            depth += 1
        kept.append(letter)
    return "".join(kept) + _END * depth
