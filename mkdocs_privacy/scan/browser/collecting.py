"""What the pages of one browser context do, collected while it is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from playwright.sync_api import BrowserContext, Error, Frame, Page, Request, Response

from mkdocs_privacy.scan.addresses import host_of, is_below, split, without_query
from mkdocs_privacy.scan.observation import (
    BEACONS,
    LARGEST_PIXEL,
    Ending,
    Observation,
    Phase,
    Placeholder,
    PostedForm,
    Screenshot,
    Stay,
    Stored,
    StoredKind,
)
from mkdocs_privacy.scan.observation import Request as Asked
from mkdocs_privacy.scan.set_cookie import SESSION, SetCookie, read_set_cookie

_PROBE = files(__package__).joinpath("probe.js").read_text(encoding="utf-8").strip().rstrip(";")
KINDS = frozenset(StoredKind) - {StoredKind.PIXEL}


class Collector:
    """Listens to a context, and looks at its pages when it is told to."""

    def __init__(
        self, context: BrowserContext, phase: Phase, is_own: Callable[[str], bool]
    ) -> None:
        self.phase = phase
        self._context = context
        self._is_own = is_own
        self._page = ""
        self._asked: dict[Request, str] = {}
        self._answers: list[Response] = []
        self._set: list[tuple[str, SetCookie]] = []
        self._stored: dict[tuple[StoredKind, str, str, str], Stored] = {}
        self._requests: dict[tuple[str, Asked], None] = {}
        self._pixels: set[str] = set()
        self._forms: dict[PostedForm, None] = {}
        self._placeholders: dict[Placeholder, None] = {}
        self._pages: dict[str, None] = {}
        self._screenshots: list[Screenshot] = []
        context.on("request", self._on_request)
        context.on("response", self._on_response)

    def begin(self, address: str) -> None:
        """From now on, everything is of this page; what was asked before the first is of none.

        That was before the visitor had answered, and another phase has it.
        """
        self._page = without_query(address)

    def _on_request(self, request: Request) -> None:
        if self._page and split(request.url):
            self._asked[request] = self._page

    def _on_response(self, answer: Response) -> None:
        self._answers.append(answer)

    def look(self, page: Page) -> None:
        """Note what the page and its frames hold now."""
        self._pages[self._page] = None
        self._take_answers()
        for frame in page.frames:
            try:
                held = frame.evaluate(_PROBE)
            except Error:  # it went away, or is an error page
                continue
            self._note_frame(frame, held)
        self._note_requests()
        self._note_cookies()

    def photograph(self, page: Page) -> None:
        """Keep what the page looks like."""
        try:
            shot = page.screenshot(animations="disabled", timeout=10_000)
        except Error:  # a page that never comes to rest
            return
        self._screenshots.append(Screenshot(self._page, self.phase, shot))

    def observation(self) -> Observation:
        """All that was seen."""
        self._take_answers()
        return Observation(
            pages=tuple(self._pages),
            phases=frozenset({self.phase}),
            kinds=KINDS,
            stored=tuple(self._stored.values()),
            requests=self._told_requests(),
            forms=tuple(self._forms),
            placeholders=tuple(self._placeholders),
            screenshots=tuple(self._screenshots),
        )

    def _take_answers(self) -> None:
        now = datetime.now(UTC)
        for answer in self._answers:
            try:
                lines = answer.header_values("set-cookie")
                is_image = answer.request.resource_type == "image"
                size = answer.headers.get("content-length", "")
            except Error:  # its page was closed
                continue
            if is_image and size.isdecimal() and int(size) <= LARGEST_PIXEL:
                self._pixels.add(answer.url)
            self._note_set(lines, host_of(answer.url), now)
        self._answers.clear()

    def _note_set(self, lines: list[str], host: str, now: datetime) -> None:
        read = (read_set_cookie(one, now) for line in lines for one in line.splitlines())
        self._set += [(host, cookie) for cookie in read if cookie and not cookie.is_removal]

    def _note_frame(self, frame: Frame, held: Mapping[str, Any]) -> None:
        host = host_of(held["address"])
        if not host:
            return
        self._note_set(held["cookies"], host, datetime.now(UTC))
        self._pixels.update(held["pixels"])
        for kind, names, stay in (
            (StoredKind.LOCAL_STORAGE, held["local"], Stay(Ending.NEVER)),
            (StoredKind.SESSION_STORAGE, held["session"], SESSION),
            (StoredKind.INDEXED_DB, held["databases"], Stay(Ending.NEVER)),
            (StoredKind.SERVICE_WORKER, map(_path, held["workers"]), Stay(Ending.NEVER)),
        ):
            for name in names:
                self._note(Stored(kind, name, host, self.phase, self._page, stay))
        if frame.parent_frame is not None and not self._is_own(host):
            return  # what stands in the frame of another is theirs
        for address in held["forms"]:
            if (to := host_of(address)) and not self._is_own(to):
                self._forms[PostedForm(to, self._page)] = None
        for one in held["placeholders"]:
            to = host_of(one["address"])
            if one["name"] or (to and not self._is_own(to)):
                to = "" if self._is_own(to) else to
                self._placeholders[Placeholder(one["name"], to, self._page)] = None

    def _note_requests(self) -> None:
        for request, page in self._asked.items():
            parts = split(request.url)
            if parts is None or self._is_own(parts.hostname or ""):
                continue
            asked = Asked(parts.hostname or "", parts.path, _kind_of(request), self.phase, page)
            self._requests[request.url, asked] = None
        self._asked.clear()

    def _told_requests(self) -> tuple[Asked, ...]:
        """Each request once: an image still on its way at one look may be a pixel at a later."""
        pixels = self._pixels
        told = (
            replace(asked, kind="pixel") if address in pixels else asked
            for address, asked in self._requests
        )
        return tuple(dict.fromkeys(told))

    def _note_cookies(self) -> None:
        now = datetime.now(UTC).timestamp()
        for cookie in self._context.cookies():
            name, domain = cookie.get("name", ""), cookie.get("domain", "").lstrip(".").lower()
            expires = cookie.get("expires", -1)
            in_jar = Stay(Ending.AFTER, expires - now) if expires > 0 else SESSION
            meant = next(self._meant(name, domain), in_jar)
            self._note(
                Stored(
                    StoredKind.COOKIE,
                    name,
                    domain,
                    self.phase,
                    self._page,
                    in_jar if in_jar == SESSION else meant,
                    cookie.get("path", "/"),
                    bool(cookie.get("httpOnly")),
                    bool(cookie.get("secure")),
                    str(cookie.get("sameSite", "")),
                    bool(cookie.get("partitionKey")),
                )
            )

    def _meant(self, name: str, domain: str) -> Iterator[Stay]:
        """How long a site asked a cookie to stay, last first: browsers cut what is too long."""
        for host, cookie in reversed(self._set):
            if cookie.name == name and (cookie.domain or host) == domain:
                yield cookie.stay
        for host, cookie in reversed(self._set):
            if cookie.name == name and is_below(host, domain):
                yield cookie.stay

    def _note(self, stored: Stored) -> None:
        self._stored.setdefault((stored.kind, stored.name, stored.domain, stored.path), stored)


def _kind_of(request: Request) -> str:
    kind = request.resource_type
    if kind in BEACONS:
        return "beacon"
    return "iframe" if kind == "document" else kind


def _path(address: str) -> str:
    parts = split(address)
    return parts.path if parts else address
