"""Addresses: whose a host is, and what of an address may be kept."""

from __future__ import annotations

from functools import cache
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from publicsuffixlist import PublicSuffixList


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@cache
def site_of(host: str) -> str:
    """The domain that somebody registered, of which a host is a part; a number is its own."""
    host = host.lower().strip(".")
    if _is_number(host):
        return host
    return _suffixes().privatesuffix(host) or host


def _is_number(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def is_below(host: str, domain: str) -> bool:
    """Whether a host is a domain, or a part of it."""
    return host == domain or host.endswith(f".{domain}")


def is_of_site(host: str, sites: frozenset[str]) -> bool:
    """Whether a host belongs to one of the sites, given as registered domains."""
    return site_of(host) in sites


def split(address: str) -> SplitResult | None:
    """The parts of a web address; nothing of what is none, or of another scheme than http(s)."""
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port  # which raises where it is no number
    except ValueError:
        return None
    return parts if is_web else None


def host_of(address: str) -> str:
    """The host of a web address in small letters; nothing where it is none."""
    parts = split(address)
    return (parts.hostname or "") if parts else ""


def without_query(address: str) -> str:
    """A web address without what may name somebody: user, query, fragment."""
    parts = split(address)
    if parts is None:
        return ""
    port = f":{parts.port}" if parts.port else ""
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{host}{port}{parts.path or '/'}"
