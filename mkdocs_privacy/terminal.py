"""Words on a terminal, which obeys some characters instead of showing them."""

from __future__ import annotations

import json
import unicodedata

_OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Control characters, those that turn the direction of writing, half a surrogate pair."""


def printable(words: str, kept: str = "\n") -> str:
    """Words without anything that a terminal would obey, but for the characters that are `kept`.

    What is obeyed is written as JSON escapes it, `\\u001b`: valid JSON stays valid.
    """
    return "".join(
        json.dumps(letter)[1:-1]
        if letter not in kept and unicodedata.category(letter) in _OBEYED
        else letter
        for letter in words
    )
