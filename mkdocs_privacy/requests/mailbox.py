"""The address of an e-mail as it goes out, and the mailbox that it ends up in."""

from __future__ import annotations

import unicodedata
from email.errors import MessageError
from email.headerregistry import Address


def reachable(email: str) -> Address | None:
    """An address for the head of a message, its domain in the letters of DNS (IDNA); nothing for
    one that a message cannot hold."""
    local, _, domain = email.rpartition("@")
    try:
        return Address(addr_spec=f"{local}@{domain.encode('idna').decode().lower()}")
    except (MessageError, ValueError, IndexError, AttributeError):  # Python trips over `a@[.b`
        return None


def mailbox_of(email: str) -> str | None:
    """What all spellings of an address have in common: who writes to one of them reaches the same
    person. What follows a plus only sorts mail (RFC 5233)."""
    address = reachable(email)
    if address is None:
        return None
    local = unicodedata.normalize("NFKC", address.username).casefold().partition("+")[0]
    return f"{local or '+'}@{address.domain}"
