"""Capitals: a label that begins a sentence, and one inside it."""

from __future__ import annotations


def with_capital(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def without_capital(title: str) -> str:
    """A title inside a sentence: “E-mail address” loses its capital, “IP address” does not."""
    first = title.partition(" ")[0]
    return title[:1].lower() + title[1:] if first[1:].islower() else title
