"""What templates do to single words: capitals, telephone numbers, e-mail addresses."""

from __future__ import annotations

import re
from urllib.parse import quote

from markupsafe import Markup

from mkdocs_privacy.model import Contact


def with_capital(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def without_capital(title: str) -> str:
    """A title inside a sentence: “E-mail address” loses its capital, “IP address” does not."""
    first = title.partition(" ")[0]
    return title[:1].lower() + title[1:] if first[1:].islower() else title


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
