"""Where an address on the web stands, and from where a post comes (CSRF)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_HIDDEN = "null"
"""What a browser writes where it does not tell an origin."""


@dataclass(frozen=True, slots=True)
class Sender:
    """What a browser says of the page that makes it post; a program says nothing."""

    origin: str | None = None
    """`Origin`; browsers send it with every post (Fetch standard, “append a request `Origin`
    header”)."""
    referer: str | None = None
    """`Referer`."""
    fetch_site: str | None = None
    """`Sec-Fetch-Site` (Fetch Metadata Request Headers)."""


def is_from_elsewhere(sender: Sender, sent_to: str, known: Collection[str] | None) -> bool:
    """Whether a browser says that the page of another site makes it post (CSRF).

    A post may come from the origin that it was `sent_to` and from those that are `known`. Where
    nobody knows any (`None`), nothing can be compared. docs/decisions/0014 says why.
    """
    if known is None:
        return False
    allowed = {sent_to, *known}
    if sender.origin and sender.origin != _HIDDEN:
        return _origin_or_nothing(sender.origin) not in allowed
    if sender.referer:
        return _origin_or_nothing(sender.referer) not in allowed
    match sender.fetch_site:
        case None:
            return sender.origin == _HIDDEN
        case "same-origin" | "none":
            return False
        case "same-site":  # a sibling such as www beside requests, whose pages hide where they are
            return not known
    return True


def origin_of(address: str) -> str:
    """The origin of an address as browsers write it (RFC 6454): no default port, no capitals.

    Raises ValueError where it is no address.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    is_default = parts.port in (None, _DEFAULT_PORTS.get(parts.scheme))
    return f"{parts.scheme}://{host}" if is_default else f"{parts.scheme}://{host}:{parts.port}"


def is_this_machine(host: str) -> bool:
    """Whether a name or a number, without a port, is this machine itself: nobody else gets there.

    That is loopback: `localhost` (RFC 6761), 127.0.0.0/8 and ::1 (RFC 6890).
    """
    try:
        return host.lower() == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _origin_or_nothing(address: str) -> str | None:
    try:
        return origin_of(address)
    except ValueError:
        return None
