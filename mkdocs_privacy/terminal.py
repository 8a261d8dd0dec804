"""Words on a terminal, which obeys control characters instead of showing them."""

from __future__ import annotations

import json
import re
import unicodedata

import click

_CONTROL_CHARACTERS = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Categories of Unicode: controls, bidirectional formatting, surrogates, separators of lines."""


def printable(words: str, kept: str = "\n") -> str:
    """Words without the control characters that a terminal obeys, but for those that are `kept`.

    They are written as JSON escapes them, `\\u001b`: valid JSON stays valid.
    """
    controls = {letter for letter in set(words) - set(kept) if _is_control(letter)}
    return words.translate({ord(letter): json.dumps(letter)[1:-1] for letter in controls})


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in _CONTROL_CHARACTERS


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 request`, `2 requests`, `3 tries`."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def no_command(words: str) -> str:
    """Words in which GitHub's runner finds no command of the older kind: `##[add-mask]…`.

    It looks for `##[` anywhere in a line (`ActionCommand.TryParse` in actions/runner), not only
    where a line begins, as for `::`. A word in between goes with it, as in `##vso[…]` elsewhere.
    """
    return re.sub(r"##(?=[\w.-]*\[)", r"\\u0023#", words)


def coloured(words: str, colour: str) -> str:
    """Words in a colour, or in `bold`, for a terminal that shows it."""
    is_bold = colour == "bold"
    return click.style(words, fg=None if is_bold else colour, bold=is_bold or colour != "blue")
