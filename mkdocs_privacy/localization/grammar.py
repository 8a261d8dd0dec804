"""What a word changes into inside a sentence: capitals, and the elision of French."""

from __future__ import annotations

import re


def with_capital(words: str) -> str:
    """The words as the beginning of a sentence; Dutch writes “Eén”, not “Één”, and “IJs”."""
    if words.startswith("één") and re.match(r"één\b", words):
        return f"E{words[1:]}"
    first = 2 if words.startswith("ij") else 1  # one letter, which begins no French or English word
    return words[:first].upper() + words[first:]


def as_sentence(words: str) -> str:
    """The words as a sentence of their own: with a capital, and with a full stop if none ends it.

    Behind an address on the web or of e-mail it would be taken for a part of that.
    """
    last = words[-1:]
    ends_in_word = last in (")", "%") or last.isdigit() or last.lower() != last.upper()
    is_address = re.search(r"(?:://|@|www\.)\S*$", words)
    return with_capital(f"{words}." if ends_in_word and not is_address else words)


def without_capital(title: str) -> str:
    """A title inside a sentence: “E-mail address” loses its capital, “IP address” does not."""
    word = title.partition(" ")[0]
    first = 2 if word.startswith("IJ") else 1
    return title[:first].lower() + title[first:] if word[first:].islower() else title


_FEMININE = ("weeks", "hours", "minutes", "seconds")
"""The units of time that are feminine in French."""


def one_in_words(words: str, unit: str, language: str) -> str:
    """A period of one, written `1 maand` by Babel, as a sentence has it: één maand, une heure."""
    one = {"nl": "één", "fr": "une" if unit in _FEMININE else "un", "en": "one"}.get(language, "1")
    return re.sub(r"^1(?=\s)", one, words)


_OF_ONE = re.compile(r"\bde (une?[\u00a0 ](?:an|mois|jour|semaine|heure|minute|seconde))\b")
"""As Babel writes periods, most with a no-break space."""


_AT_CHEZ = re.compile(r"\bchez(?=\s[\u2066-\u2068]?chez\b)", re.IGNORECASE)
"""Before the name of an organisation that begins with the same word, as Chez Zoë."""


def elide(sentence: str) -> str:
    """A French sentence as one writes it, once periods of one and names have been filled in."""
    return _AT_CHEZ.sub("auprès de", _OF_ONE.sub(r"d’\1", sentence))


def is_composed(words: str, joins: tuple[str, ...]) -> bool:
    """Whether words would blur a list, as they have a comma or one of its joins of their own."""
    return any(join in words for join in joins) or bool(re.search(r"[,;]\s", words))
