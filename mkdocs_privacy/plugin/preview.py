"""`mkdocs serve` takes requests itself where no endpoint is configured: a form works at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIServer

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from mkdocs_privacy.pages import page_kinds
from mkdocs_privacy.plugin.feeds import find_addresses
from mkdocs_privacy.plugin.preview_file import DifferentRequest, RequestFile
from mkdocs_privacy.plugin.source import Reading, Source
from mkdocs_privacy.requests import LONGEST_BODY, RightsRequest, Unreadable
from mkdocs_privacy.requests.intake import (
    ANSWER_CSP,
    Intake,
    Refusal,
    acceptance_json,
    destination,
    receipt_html,
    refusal_html,
    refusal_json,
    wants_html,
)

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = get_plugin_logger("privacy-center")

_MOST_READ = 8 * LONGEST_BODY
"""Up to here a post that is too long is read first, so that its sender hears why it is refused."""


def preview_intake(source: Source, reading: Reading, config: MkDocsConfig) -> Intake | None:
    """What judges the requests of a preview; nothing where an endpoint takes them."""
    options = source.options
    if options.requests.has_endpoint:
        return None
    languages = source.languages
    addresses = find_addresses(
        config, languages, options.path, page_kinds(reading.center, reading.standing.history)
    )
    return Intake(
        reading.center,
        options.requests,
        {code: source.localization(code) for code in languages.codes},
        {code: one.root for code, one in addresses.items()},
    )


def accept_requests(
    server: WSGIServer, current_intake: Callable[[], Intake | None], base: Path
) -> None:
    """Let a preview take the requests that its own pages post, into a file below `base`.

    `current_intake` is that of the newest build; where it is nothing, every post is refused.
    """
    file = RequestFile(base / ".privacy-requests")
    server.set_app(_Preview(server, current_intake, file))
    if current_intake():
        log.info(
            f"Requests made in this preview are for trying: they are written to {file.shown}, "
            "and nobody receives them"
        )


@dataclass(frozen=True, slots=True)
class _Answer:
    status: HTTPStatus
    headers: Mapping[str, str]
    body: str = ""


_NOBODY_HERE = _Answer(
    HTTPStatus.METHOD_NOT_ALLOWED,
    {"Allow": "GET, HEAD", "Content-Type": "text/plain; charset=utf-8"},
    "This preview takes no requests: mkdocs.yml says who does.\n",
)


class _Preview:
    """The preview with a door for requests: whatever is no post goes to the preview itself."""

    def __init__(
        self, server: WSGIServer, current_intake: Callable[[], Intake | None], file: RequestFile
    ) -> None:
        self.server = server
        self.pages: WSGIApplication = server.get_app()  # type: ignore[assignment]
        self.current_intake = current_intake
        self.file = file

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "POST":
            return self.pages(environ, start_response)
        intake = self.current_intake()
        # MkDocs would answer with the page, which looks as if somebody had received the request
        answer = self._answer(environ, intake) if intake else _NOBODY_HERE
        body = answer.body.encode()
        headers = {
            **answer.headers,
            "Content-Length": str(len(body)),
            "Content-Security-Policy": ANSWER_CSP,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }
        start_response(f"{answer.status.value} {answer.status.phrase}", list(headers.items()))
        return [body]

    def _answer(self, environ: WSGIEnvironment, intake: Intake) -> _Answer:
        is_page = wants_html(environ.get("HTTP_ACCEPT", ""))
        taken, is_new = self._take(environ, intake)
        if isinstance(taken, Refusal):
            status = HTTPStatus(taken.status)
            if is_page:
                return _page(status, refusal_html(taken, intake))
            return _json(status, refusal_json(taken, intake), "application/problem+json")
        status = HTTPStatus.CREATED if is_new else HTTPStatus.OK
        if not is_page:
            return _json(status, acceptance_json(taken), "application/json")
        if address := destination(taken, [f"http://{environ['HTTP_HOST']}"]):
            return _Answer(HTTPStatus.SEE_OTHER, {"Location": address})
        return _page(status, receipt_html(taken, intake))

    def _take(
        self, environ: WSGIEnvironment, intake: Intake
    ) -> tuple[RightsRequest | Refusal, bool]:
        """What a post is, and whether it is new; a request is in the file before it is answered."""
        try:
            body = self._read(environ)
        except Unreadable as unreadable:
            log.warning(f"A request was refused: {unreadable}")
            return intake.refuse(unreadable.status, str(unreadable)), False
        taken = intake.take(body, environ.get("CONTENT_TYPE", ""), datetime.now(tz=UTC))
        if isinstance(taken, Refusal):
            return taken, False
        try:
            stored, is_new = self.file.add(taken)
        except DifferentRequest:
            detail = "another request has this reference"
            return intake.refuse(HTTPStatus.CONFLICT, detail, taken.language), False
        except OSError as error:
            log.warning(f"A request could not be written to {self.file.shown}: {error.strerror}")
            detail = "the request could not be stored"
            return intake.refuse(HTTPStatus.SERVICE_UNAVAILABLE, detail, taken.language), False
        if is_new:
            log.info(f"Request {stored.reference} was written to {self.file.shown}")
        return stored, is_new

    def _read(self, environ: WSGIEnvironment) -> bytes:
        """The body of a post that may be taken; raises Unreadable."""
        host = environ.get("HTTP_HOST", "")
        # a name that leads here by DNS would let pages of others read what is answered
        if not (_is_here(str(self.server.server_address[0])) and _is_here(_name_in(host))):
            raise Unreadable(
                HTTPStatus.FORBIDDEN,
                "a preview takes requests on this machine only, at http://127.0.0.1 or "
                "http://localhost: `dev_addr` must not be open to others either",
            )
        if not _comes_from(host, environ):
            raise Unreadable(HTTPStatus.FORBIDDEN, "the request comes from a page of another site")
        length = environ.get("CONTENT_LENGTH") or ""
        if not length.isdecimal() or "HTTP_TRANSFER_ENCODING" in environ:
            raise Unreadable(HTTPStatus.LENGTH_REQUIRED, "the request needs a Content-Length")
        return bytes(environ["wsgi.input"].read(min(int(length), _MOST_READ)))


def _is_here(host: str) -> bool:
    """Whether only this machine itself can be reached by a name or a number."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _name_in(host: str) -> str:
    """The name in a `Host` header, without the port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _comes_from(host: str, environ: WSGIEnvironment) -> bool:
    """Whether a post comes from a page of ours, or from no page at all.

    Browsers say where from in `Sec-Fetch-Site`, and older ones in `Origin`.
    """
    site = environ.get("HTTP_SEC_FETCH_SITE")
    if site:
        return bool(site == "same-origin")
    return environ.get("HTTP_ORIGIN") in (None, f"http://{host}")


def _page(status: HTTPStatus, html: str) -> _Answer:
    return _Answer(status, {"Content-Type": "text/html; charset=utf-8"}, html)


def _json(status: HTTPStatus, content: Mapping[str, Any], media_type: str) -> _Answer:
    return _Answer(status, {"Content-Type": media_type}, json.dumps(content))
