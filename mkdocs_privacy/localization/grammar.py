"""What a word changes into inside a sentence: capitals, and the elision of French."""

from __future__ import annotations

import re


def with_capital(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def without_capital(title: str) -> str:
    """A title inside a sentence: “E-mail address” loses its capital, “IP address” does not."""
    first = title.partition(" ")[0]
    return title[:1].lower() + title[1:] if first[1:].islower() else title


_OF_ONE = re.compile(r"\bde 1\u00a0(?:(an|mois|jour)|(semaine|heure|minute|seconde))\b")
"""As Babel writes periods, with a no-break space: nobody types a text of their own like that."""


def elide(sentence: str) -> str:
    """A French sentence, in which a period of one has been filled in, as one writes it."""
    return _OF_ONE.sub(
        lambda found: f"d’un\u00a0{found[1]}" if found[1] else f"d’une\u00a0{found[2]}", sentence
    )
