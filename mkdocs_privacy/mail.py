"""E-mails as every mail program and server reads them (RFC 5322, RFC 2047), and whom they reach."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime
from typing import Any


class _HeadPolicy(EmailPolicy):
    """Folds subjects and addresses itself: where the policies of Python fold them, they lose spaces
    or add some (python/cpython#92081)."""

    def fold(self, name: str, value: Any) -> str:
        """A field of the head, in as many lines as it needs."""
        addresses: tuple[Address, ...] | None = getattr(value, "addresses", None)
        if self.utf8 or (addresses is None and name.lower() != "subject"):
            folded: str = super().fold(name, value)
            return folded
        header = Header(header_name=name)
        for words in (str(value),) if addresses is None else _parts(addresses):
            header.append(words, "us-ascii" if words.isascii() else "utf-8")
        return f"{name}: {header.encode(linesep=self.linesep)}{self.linesep}"

    def fold_binary(self, name: str, value: Any) -> bytes:
        """The same in bytes."""
        return self.fold(name, value).encode("utf-8" if self.utf8 else "ascii", "surrogateescape")


def _parts(addresses: tuple[Address, ...]) -> list[str]:
    """What is encoded by itself: a name that is not ASCII, and the rest of its address."""
    parts = []
    for address in addresses:
        comma = "" if address is addresses[-1] else ","
        if address.display_name.isascii():
            parts.append(f"{address}{comma}")
        else:
            parts += [address.display_name, f"<{address.addr_spec}>{comma}"]
    return parts


_HEAD = _HeadPolicy(linesep="\r\n", max_line_length=998)
"""The longest line of RFC 5322, section 2.1.1: nothing else is folded, an id least of all."""


def new_message(id: str, at: datetime) -> EmailMessage:
    """A message with its date, and an id that is the same each time: one sent twice is shown once.

    Words come last, through `write_words`.
    """
    message = EmailMessage(policy=SMTP)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{id}>"
    return message


def write_words(
    message: EmailMessage, language: str, text: str, html: str = "", boundary: str | None = None
) -> None:
    """The words of a message, as text and perhaps as HTML too, which stand apart by `boundary`.

    They are quoted-printable, which any server takes, however long a line.
    """
    message.set_content(text, cte="quoted-printable")
    if html:
        message.make_alternative(boundary=boundary)
        message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = language
    message.policy = _HEAD


def in_one_line(words: str) -> str:
    """Words for a field of the head, which cannot hold a line break."""
    return " ".join(words.splitlines())


def reachable(email: str) -> Address | None:
    """An address for the head of a message, its domain in the letters of DNS (IDNA); nothing for
    one that a message cannot hold."""
    local, _, domain = email.rpartition("@")
    try:
        return Address(addr_spec=f"{local}@{domain.encode('idna').decode().lower()}")
    except (MessageError, ValueError, IndexError, AttributeError):  # Python fails on `a@[.b`
        return None


def mailbox_of(email: str) -> str | None:
    """What all spellings of an address have in common: who writes to one of them reaches the same
    person. What follows a plus only sorts mail (RFC 5233)."""
    address = reachable(email)
    if address is None:
        return None
    local = unicodedata.normalize("NFKC", address.username).casefold().partition("+")[0]
    return f"{local or '+'}@{address.domain}"
