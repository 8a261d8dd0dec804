"""What templates do to plain words: paragraphs, and an e-mail that is filled in."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup

from mkdocs_privacy.localization import mail_uri, split_paragraphs
from mkdocs_privacy.model import Contact, Text


def paragraphs(text: Text, language: str) -> Markup:
    """Plain text as HTML paragraphs: empty lines separate them, other line ends are spaces.

    They say so where their words are in another language than `language` (WCAG 3.1.2).
    """
    known = text.language_for(language)
    begin = Markup("<p>") if known == language else Markup('<p lang="{}">').format(known)
    parts = split_paragraphs(text.in_language(language))
    return Markup("\n").join(begin + part + Markup("</p>") for part in parts)


def mailto(contact: Contact, subject: str, body: str) -> str:
    """A `mailto:` address with subject and body filled in (RFC 6068: lines end in CRLF)."""
    lines = Markup(body).unescape().replace("\n", "\r\n")
    return (
        f"{mail_uri(str(contact.email))}"
        f"?subject={quote(Markup(subject).unescape())}&body={quote(lines)}"
    )
