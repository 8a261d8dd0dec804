"""How a desk is set up."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from mkdocs_privacy.requests import origin_of

_KEY = re.compile(r"[A-Za-z0-9_-]{22,}", re.ASCII)
"""128 bits or more in base 64."""
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+", re.ASCII)
"""What a `Host` may be: an address with a name in it, or a path, is none."""


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """Where a desk can be reached, and how it knows who is there."""

    addresses: tuple[str, ...]
    """Where browsers find it, such as http://127.0.0.1:8001, or https://desk.example.be behind a
    proxy; nothing that was sent to another host is answered (DNS rebinding)."""
    key: str | None = field(default=None, repr=False)
    """The secret that its paths begin with (capability URL), so that neither another account on
    this machine nor another program that fetches addresses can read it."""
    is_proxied: bool = False
    """Whether a reverse proxy with a log-in of its own stands before it and says who is there, in
    the header `X-Remote-User` or `Remote-User`. Nobody else may reach the desk then."""
    sends_mail: bool = False
    """Whether the receiver has a mail server, so that people can be told by mail."""

    def __post_init__(self) -> None:
        """Refuse what would leave the desk open, or closed to everybody."""
        if not self.addresses or any(
            urlsplit(address).hostname is None for address in self.addresses
        ):
            raise ValueError("a desk needs addresses such as http://127.0.0.1:8001")
        if self.key is not None and not _KEY.fullmatch(self.key):
            raise ValueError(
                "the key of a desk is too easily guessed: it needs 22 or more of A-Z, a-z, 0-9, - "
                'and _, such as python3 -c "import secrets; print(secrets.token_urlsafe(24))" makes'
            )

    @property
    def root(self) -> str:
        """What every path begins with, without a slash at its end."""
        path = urlsplit(self.addresses[0]).path.rstrip("/")
        return f"{path}/{self.key}" if self.key else path

    @property
    def entrance(self) -> str:
        """The address to open, with the key in it."""
        return f"{origin_of(self.addresses[0])}{self.root}/"

    def origin_at(self, host: str) -> str | None:
        """The origin (RFC 6454) of the desk at this `Host`; nothing at another (DNS rebinding)."""
        if not _HOST.fullmatch(host):
            return None
        for origin in map(origin_of, self.addresses):
            try:
                if origin_of(f"{urlsplit(origin).scheme}://{host}") == origin:
                    return origin
            except ValueError:
                return None
        return None


def loopback_addresses(port: int) -> tuple[str, ...]:
    """Where a desk on this machine alone is found."""
    return tuple(f"http://{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))


def make_key() -> str:
    """A key that nobody can guess: 192 random bits."""
    return secrets.token_urlsafe(24)
