"""What templates do to plain words: telephone numbers, e-mail addresses, paragraphs."""

from __future__ import annotations

import re
from urllib.parse import quote

from markupsafe import Markup

from mkdocs_privacy.model import Contact, Text


def paragraphs(text: Text, language: str) -> Markup:
    """Plain text as HTML paragraphs: empty lines separate them, other line ends are spaces.

    They say so where their words are in another language than `language` (WCAG 3.1.2).
    """
    known = text.language_for(language)
    begin = Markup("<p>") if known == language else Markup('<p lang="{}">').format(known)
    parts = re.split(r"\n\s*\n", text.in_language(language).strip())
    return Markup("\n").join(begin + part + Markup("</p>") for part in parts)


def dialled(phone: str) -> str:
    """A telephone number as a `tel:` address has it: without the (0) that nobody dials abroad."""
    return re.sub(r"[^\d+]", "", phone.replace("(0)", ""))


def mailto(contact: Contact, subject: str, body: str) -> str:
    """A `mailto:` address with subject and body filled in (RFC 6068: lines end in CRLF)."""
    lines = Markup(body).unescape().replace("\n", "\r\n")
    return (
        f"mailto:{quote(str(contact.email), safe='@')}"
        f"?subject={quote(Markup(subject).unescape())}&body={quote(lines)}"
    )
