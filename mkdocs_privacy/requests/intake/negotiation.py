"""Content negotiation: in which form and language an answer is wanted (RFC 9110, section 12.5)."""

from __future__ import annotations

from collections.abc import Sequence

from babel.core import negotiate_locale
from werkzeug.datastructures import Accept, MIMEAccept
from werkzeug.http import parse_accept_header

from mkdocs_privacy.model import base_language

_JSON, _PAGE = "application/json", "text/html"


def wants_html(accept: str | None) -> bool:
    """Whether an `Accept` header asks for a page, as a browser does, and not rather for JSON."""
    wanted = parse_accept_header(accept, MIMEAccept)
    return wanted.best_match([_JSON, _PAGE]) == _PAGE


def preferred_language(accept_language: str | None, known: Sequence[str]) -> str:
    """The language among those that are `known` that a browser asks for most; else the first.

    `fr` serves whoever wants `fr-BE`, and `fr-BE` whoever wants `fr`.
    """
    weighed = parse_accept_header(accept_language, Accept)
    wanted = [language for language, weight in weighed if weight > 0]
    names = {base_language(language): language for language in reversed(known)}
    names |= {language.lower(): language for language in known}
    found = negotiate_locale(wanted, list(names), sep="-")
    return names[found.lower()] if found else known[0]
