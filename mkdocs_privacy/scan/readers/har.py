"""A HAR, as browsers export what they asked and got (https://w3c.github.io/web-performance/)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from mkdocs_privacy.scan.addresses import host_of, is_below, split, without_query
from mkdocs_privacy.scan.observation import (
    BEACONS,
    LARGEST_PIXEL,
    Observation,
    Phase,
    Request,
    Stored,
    StoredKind,
)
from mkdocs_privacy.scan.set_cookie import SetCookie, read_set_cookie


def read_har(log: Mapping[str, Any], phase: Phase) -> Observation:
    """Requests, and the cookies that were set or sent; a HAR has nothing of storage."""
    entries = [entry for entry in log["entries"] if split(entry["request"]["url"])]
    pages = _pages(log, entries)
    first = next(iter(pages.values()), "")
    stored: dict[tuple[str, str], Stored] = {}
    requests: dict[Request, None] = {}
    for entry in entries:
        page = pages.get(entry.get("pageref") or "", first)
        for one in _set(entry, phase, page):
            stored[one.name, one.domain] = one
        requests[_request(entry, phase, page)] = None
    for entry in entries:
        for one in _sent(entry, phase, pages.get(entry.get("pageref") or "", first)):
            if not any(one.name == name and is_below(one.domain, of) for name, of in stored):
                stored[one.name, one.domain] = one
    return Observation(
        pages=tuple(dict.fromkeys(pages.values())),
        phases=frozenset({phase}),
        kinds=frozenset({StoredKind.COOKIE}) if stored else frozenset(),
        stored=tuple(stored.values()),
        requests=tuple(requests),
    )


def _pages(log: Mapping[str, Any], entries: list[Any]) -> dict[str, str]:
    """The address of each page, by its id: that of the first request which it made."""
    ids = [page.get("id", "") for page in log.get("pages") or ()] or [""]
    found = {}
    for id in ids:
        own = [entry for entry in entries if (entry.get("pageref") or "") == id]
        if own:
            found[id] = without_query(own[0]["request"]["url"])
    return found or ({"": without_query(entries[0]["request"]["url"])} if entries else {})


def _set(entry: Mapping[str, Any], phase: Phase, page: str) -> Iterator[Stored]:
    address = entry["request"]["url"]
    now = _moment(entry.get("startedDateTime"))
    headers = [
        line
        for header in entry["response"].get("headers") or ()
        if header["name"].lower() == "set-cookie"
        for line in header["value"].splitlines()
    ]
    for line in headers:
        cookie = read_set_cookie(line, now)
        if cookie and not cookie.is_removal:
            yield stored_cookie(cookie, host_of(address), phase, page)


def _sent(entry: Mapping[str, Any], phase: Phase, page: str) -> Iterator[Stored]:
    """What scripts set shows only where it is sent; nobody knows how long it stays."""
    host = host_of(entry["request"]["url"])
    for cookie in entry["request"].get("cookies") or ():
        yield Stored(StoredKind.COOKIE, cookie["name"], host, phase, page)


def stored_cookie(cookie: SetCookie, host: str, phase: Phase, page: str) -> Stored:
    """A cookie that an answer of a host sets."""
    return Stored(
        StoredKind.COOKIE,
        cookie.name,
        cookie.domain or host,
        phase,
        page,
        cookie.stay,
        cookie.path,
        cookie.is_http_only,
        cookie.is_secure,
        cookie.same_site,
        cookie.is_partitioned,
    )


def _request(entry: Mapping[str, Any], phase: Phase, page: str) -> Request:
    parts = urlsplit(entry["request"]["url"])
    content = entry["response"].get("content") or {}
    size, media = content.get("size") or 0, str(content.get("mimeType") or "")
    kind = _kind(entry, media)
    if media.startswith("image/") and 0 < size <= LARGEST_PIXEL:
        kind = "pixel"
    return Request(parts.hostname or "", parts.path, kind, phase, page)


_BY_MEDIA = {"image": "image", "font": "font", "text/css": "stylesheet", "text/html": "iframe"}
_AS_WE_SAY = {"style": "stylesheet", "document": "iframe", "empty": "fetch"}


def _kind(entry: Mapping[str, Any], media: str) -> str:
    """What a browser asked for: some say it, others only in headers (Fetch Metadata)."""
    said = str(entry.get("_resourceType") or "").lower()
    sent = {
        header["name"].lower(): str(header["value"]).lower()
        for header in entry["request"].get("headers") or ()
    }
    to, mode = sent.get("sec-fetch-dest", ""), sent.get("sec-fetch-mode")
    is_beacon = to == "empty" and mode == "no-cors" and entry["request"].get("method") == "POST"
    if said in BEACONS or is_beacon:
        return "beacon"
    type_ = media.partition(";")[0]
    by_media = _BY_MEDIA.get(type_) or _BY_MEDIA.get(type_.partition("/")[0])
    known = said or to
    return _AS_WE_SAY.get(known, known) or by_media or "other"


def _moment(written: Any) -> datetime:
    """When a request was made; lifetimes are counted from then."""
    moment = datetime.fromisoformat(str(written))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
