"""The JSON report of gdpr-cookie-scanner (slashgear), which visits in all three phases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from mkdocs_privacy.scan.addresses import split, without_query
from mkdocs_privacy.scan.observation import (
    Observation,
    Phase,
    Request,
    Stay,
    Stored,
    StoredKind,
    lasting,
)
from mkdocs_privacy.scan.set_cookie import SESSION

_PARTS = {
    "BeforeInteraction": Phase.BEFORE,
    "AfterReject": Phase.REFUSED,
    "AfterAccept": Phase.ACCEPTED,
}
_MILLISECONDS = 1e11
"""Later than this in seconds is the year 5138: then it is milliseconds."""


def read_slashgear(content: Mapping[str, Any]) -> Observation:
    """Cookies and requests; a phase without either was not visited."""
    page = without_query(str(content["url"]))
    scanned = datetime.fromisoformat(content["scanDate"])
    scanned = scanned if scanned.tzinfo else scanned.replace(tzinfo=UTC)
    visited = {
        part: phase
        for part, phase in _PARTS.items()
        if phase is Phase.BEFORE or content.get(f"cookies{part}") or content.get(f"network{part}")
    }
    return Observation(
        pages=(page,),
        phases=frozenset(visited.values()),
        kinds=frozenset({StoredKind.COOKIE}),
        stored=tuple(
            stored
            for part, phase in visited.items()
            for stored in _cookies(content.get(f"cookies{part}") or (), phase, page, scanned)
        ),
        requests=tuple(
            Request(parts.hostname or "", parts.path, str(one["resourceType"]), phase, page)
            for part, phase in visited.items()
            for one in content.get(f"network{part}") or ()
            if (parts := split(one["url"]))
        ),
    )


def _cookies(
    cookies: Iterable[Mapping[str, Any]], phase: Phase, page: str, scanned: datetime
) -> Iterator[Stored]:
    for cookie in cookies:
        yield Stored(
            StoredKind.COOKIE,
            cookie["name"],
            str(cookie["domain"]).lstrip(".").lower(),
            phase,
            page,
            _stay(cookie.get("expires"), scanned),
            cookie.get("path") or "/",
            bool(cookie.get("httpOnly")),
            bool(cookie.get("secure")),
            str(cookie.get("sameSite") or ""),
        )


def _stay(expires: Any, scanned: datetime) -> Stay:
    if expires is None or expires <= 0:
        return SESSION
    seconds = expires / 1000 if expires > _MILLISECONDS else expires
    return lasting(seconds - scanned.timestamp())
