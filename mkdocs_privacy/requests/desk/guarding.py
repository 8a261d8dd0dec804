"""What stands before every page of the desk: who may ask and from where, so that neither DNS
rebinding nor cross-site request forgery (CSRF) reaches it, and the headers of all answers."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mkdocs_privacy.requests.desk.pages import DESK_CSP
from mkdocs_privacy.requests.desk.settings import DeskSettings
from mkdocs_privacy.requests.desk.visiting import user_of

_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": DESK_CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # `no-referrer` would hide the origin of our own posts
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
}
_ONLY_READ = ("GET", "HEAD")


class Guard:
    """Turns away whoever may not see the desk, and gives every answer the same headers."""

    def __init__(self, app: ASGIApp, settings: DeskSettings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, as ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer: ASGIApp = self._app
        if refused := _refusal(Request(scope), self._settings):
            status, reason = refused
            answer = PlainTextResponse(f"{status} {status.phrase}: {reason}\n", status)
        await answer(scope, receive, send_with_headers)


def _refusal(http: Request, settings: DeskSettings) -> tuple[HTTPStatus, str] | None:
    hosts = http.headers.getlist("host")
    origin = settings.origin_at(hosts[0]) if len(hosts) == 1 else None
    if origin is None:
        return HTTPStatus.MISDIRECTED_REQUEST, "nothing is known here by this name"
    if not _is_below(http.url.path, settings.root):
        return HTTPStatus.NOT_FOUND, "nothing is here"
    if settings.is_proxied and user_of(http) is None:
        return HTTPStatus.FORBIDDEN, "the proxy must send X-Remote-User, the name of who logged in"
    is_ours = _is_read_by_us(http) if http.method in _ONLY_READ else _is_sent_by_us(http, origin)
    if not is_ours:
        return HTTPStatus.FORBIDDEN, "this came from the page of another site"
    return None


def _is_below(path: str, root: str) -> bool:
    """Whether a path begins with the key; takes as long for a wrong one as for one nearly right."""
    start = f"{root}/".encode()
    return secrets.compare_digest(path.encode(errors="replace")[: len(start)], start)


def _is_sent_by_us(http: Request, origin: str) -> bool:
    """Whether a page of the desk makes the browser post: it says so itself (no other site can
    write these headers), and nobody else posts here."""
    stated, site = http.headers.get("origin"), http.headers.get("sec-fetch-site")
    if stated is None:
        return site == "same-origin"
    return stated == origin and site in (None, "same-origin")


def _is_read_by_us(http: Request) -> bool:
    """Whether a page is opened by a person or by the desk, and not drawn into another site."""
    site, mode = http.headers.get("sec-fetch-site"), http.headers.get("sec-fetch-mode")
    return site in (None, "same-origin", "none") or mode == "navigate"
