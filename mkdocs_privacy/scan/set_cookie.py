"""A `Set-Cookie` header, or what a script writes to `document.cookie`, as browsers read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from werkzeug.http import parse_date

from mkdocs_privacy.scan.observation import Ending, Stay

SESSION = Stay(Ending.SESSION)


@dataclass(frozen=True, slots=True)
class SetCookie:
    """What a header says of a cookie, but for its value (RFC 6265, section 5.2)."""

    name: str
    domain: str
    """Without a dot before it; empty where the host that set it is meant."""
    path: str
    stay: Stay
    is_http_only: bool
    is_secure: bool
    same_site: str
    is_partitioned: bool

    @property
    def is_removal(self) -> bool:
        """Whether it takes the cookie away."""
        return self.stay.seconds is not None and self.stay.seconds <= 0


def read_set_cookie(header: str, now: datetime) -> SetCookie | None:
    """The cookie that a header sets; nothing where it has no name."""
    first, *rest = header.split(";")
    name, equals, _ = first.partition("=")
    if not equals or not name.strip():
        return None
    attributes: dict[str, str] = {}
    for part in rest:
        key, _, value = part.partition("=")
        attributes[key.strip().lower()] = value.strip()
    return SetCookie(
        name=name.strip(),
        domain=attributes.get("domain", "").lower().lstrip("."),
        path=attributes.get("path") or "/",
        stay=_stay(attributes, now),
        is_http_only="httponly" in attributes,
        is_secure="secure" in attributes,
        same_site=attributes.get("samesite", ""),
        is_partitioned="partitioned" in attributes,
    )


def _stay(attributes: dict[str, str], now: datetime) -> Stay:
    """`Max-Age` goes before `Expires`; what is no number or date is as if it were not there."""
    age = attributes.get("max-age", "")
    if age.lstrip("-").isdecimal() and age.isascii():
        return Stay(Ending.AFTER, float(age[:20]))
    until = parse_date(attributes.get("expires", "").strip('"'))
    if until is None:
        return SESSION
    return Stay(Ending.AFTER, (until - now.astimezone(UTC)).total_seconds())
