"""`inspection.json` of the EDPS Website Evidence Collector, versions 1 to 3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_privacy.scan.addresses import host_of, split, without_query
from mkdocs_privacy.scan.observation import (
    Ending,
    Observation,
    Phase,
    PostedForm,
    Request,
    Stay,
    Stored,
    StoredKind,
    lasting,
)
from mkdocs_privacy.scan.set_cookie import SESSION

_SECONDS_IN_A_DAY = 86_400


def read_inspection(content: Mapping[str, Any], phase: Phase) -> Observation:
    """Cookies, local storage, hosts and beacons; it answers no question for consent."""
    history = [*map(without_query, content.get("browsing_history") or [content["uri_ins"]])]
    page = history[0] if history else ""
    return Observation(
        pages=tuple(dict.fromkeys(history)),
        phases=frozenset({phase}),
        kinds=frozenset({StoredKind.COOKIE, StoredKind.LOCAL_STORAGE}),
        stored=(*_cookies(content, phase, page), *_storage(content, phase, page)),
        requests=tuple(_requests(content, phase, page)),
        forms=tuple(
            PostedForm(host, page)
            for form in content.get("unsafeForms") or ()
            if (host := host_of(str(form.get("action") or "")))
        ),
    )


def _cookies(content: Mapping[str, Any], phase: Phase, page: str) -> Iterator[Stored]:
    for cookie in content.get("cookies") or ():
        log = cookie.get("log") or {}
        yield Stored(
            StoredKind.COOKIE,
            cookie["name"],
            str(cookie["domain"]).lstrip(".").lower(),
            phase,
            without_query(str(log.get("location") or "")) or page,
            _stay(cookie),
            cookie.get("path") or "/",
            bool(cookie.get("httpOnly")),
            bool(cookie.get("secure")),
            str(cookie.get("sameSite") or ""),
            bool(cookie.get("partitionKey")),
        )


def _stay(cookie: Mapping[str, Any]) -> Stay:
    if cookie.get("session"):
        return SESSION
    days = cookie.get("expiresDays")
    return lasting(float(days) * _SECONDS_IN_A_DAY) if days is not None else Stay()


def _storage(content: Mapping[str, Any], phase: Phase, page: str) -> Iterator[Stored]:
    for origin, keys in (content.get("localStorage") or {}).items():
        for name in keys:
            host = host_of(origin) or origin
            yield Stored(StoredKind.LOCAL_STORAGE, name, host, phase, page, Stay(Ending.NEVER))


def _requests(content: Mapping[str, Any], phase: Phase, page: str) -> Iterator[Request]:
    for parties in (content.get("hosts") or {}).get("requests", {}).values():
        for host in parties:
            yield Request(host.lower(), "/", "request", phase, page)
    for beacon in content.get("beacons") or ():
        if parts := split(beacon["url"]):
            yield Request(parts.hostname or "", parts.path, "beacon", phase, page)
