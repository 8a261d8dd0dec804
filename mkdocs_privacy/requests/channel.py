"""How a request came in."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """How a request reached the organisation: any way will do (GDPR article 12(2))."""

    FORM = "form"
    """By a request form of the site."""
    MAIL = "mail"
    """By e-mail."""
    LETTER = "letter"
    TELEPHONE = "telephone"
    COUNTER = "counter"
    """In person, at the counter."""
