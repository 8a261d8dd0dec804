"""French: “de” before a period of one, which is “d’un mois”, not “de 1 mois”."""

from __future__ import annotations

import re

_OF_ONE = re.compile(r"\bde 1\u00a0(?:(an|mois|jour)|(semaine|heure|minute|seconde))\b")
"""As Babel writes periods, with a no-break space: nobody types a text of their own like that."""


def elide(sentence: str) -> str:
    """A French sentence, in which a period of one has been filled in, as one writes it."""
    return _OF_ONE.sub(
        lambda found: f"d’un\u00a0{found[1]}" if found[1] else f"d’une\u00a0{found[2]}", sentence
    )
