"""`mkdocs serve` takes requests itself: a form works at once, and a trial reaches nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIServer

from mkdocs.plugins import get_plugin_logger

from mkdocs_privacy.requests import RightsRequest, is_this_machine, origin_of
from mkdocs_privacy.requests.intake import (
    ANSWER_HEADERS,
    MOST_READ,
    Answer,
    DifferentRequest,
    Intake,
    Post,
    Refusal,
    RequestFile,
    answer_accepted,
    answer_refused,
)
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.terminal import printable

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = get_plugin_logger("privacy-center")


def preview_intake(site: OpenedSite) -> Intake | None:
    """What judges the requests of a preview; nothing where an endpoint takes even those."""
    requests = site.settings.options.requests
    if not requests.stay_in_preview:
        return None
    roots = {code: addresses.root for code, addresses in site.addresses.items()}
    return Intake(site.center, requests.in_preview, site.localizations(), roots)


def accept_requests(
    server: WSGIServer, current_intake: Callable[[], Intake | None], base: Path
) -> None:
    """Let a preview take the requests that its own pages post, into a file below `base`.

    `current_intake` is that of the newest build; where it is nothing, every post is refused.
    """
    file = RequestFile(base / RequestFile.FOLDER)
    server.set_app(_Preview(server, current_intake, file))
    server.RequestHandlerClass = _quiet(server.RequestHandlerClass)
    if current_intake():
        log.info(
            f"Requests made in this preview are written to {file.shown} and are not sent to "
            "anybody: list them with `mkdocs-privacy requests list --preview`"
        )
    else:
        log.warning(
            "Requests made in this preview go to the real endpoint, as `post_from_preview` in "
            "mkdocs.yml says"
        )


_NOBODY_HERE = Answer(
    HTTPStatus.METHOD_NOT_ALLOWED,
    {**ANSWER_HEADERS, "Allow": "GET, HEAD", "Content-Type": "text/plain; charset=utf-8"},
    b"This preview takes no requests: mkdocs.yml says who does.\n",
)
_ONLY_HERE = (
    "a preview accepts requests on this machine only: open it at http://127.0.0.1 or "
    "http://localhost, and set `dev_addr` to one of these"
)


def _quiet(handler: Any) -> Any:
    """A handler that does not warn of a request that was accepted: MkDocs expects only pages."""

    class Handler(handler):  # type: ignore[misc]
        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            if self.command == "POST" and str(code) < "400":
                log.info(f'"{printable(self.requestline)}" code {code}')
            else:
                super().log_request(code, size)

    return Handler


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
        headers = {**answer.headers, "Content-Length": str(len(answer.body))}
        start_response(f"{answer.status.value} {answer.status.phrase}", list(headers.items()))
        return [answer.body]

    def _answer(self, environ: WSGIEnvironment, intake: Intake) -> Answer:
        post = _post_of(environ)
        refusal = self._refuse_unread(environ, post, intake)
        if refusal:
            log.warning(f"A request was refused: {refusal.detail}")
            return answer_refused(refusal, post, intake)
        length = min(int(environ["CONTENT_LENGTH"]), MOST_READ)
        post = replace(post, body=environ["wsgi.input"].read(length))
        request = intake.take(post, origins=())
        if isinstance(request, Refusal):
            return answer_refused(request, post, intake)
        return self._keep(request, post, intake)

    def _refuse_unread(
        self, environ: WSGIEnvironment, post: Post, intake: Intake
    ) -> Refusal | None:
        """Why a post may not even be read."""
        language = intake.language_of(post)
        # a name that leads here by DNS would let pages of others read what is answered
        # (DNS rebinding)
        names = (str(self.server.server_address[0]), urlsplit(post.sent_to).hostname or "")
        if not all(map(is_this_machine, names)):
            return intake.refuse(HTTPStatus.FORBIDDEN, language, _ONLY_HERE)
        if refusal := intake.turn_away(post, origins=()):
            return refusal
        if not (environ.get("CONTENT_LENGTH") or "").isdecimal():
            return intake.refuse(HTTPStatus.LENGTH_REQUIRED, language)
        return None

    def _keep(self, request: RightsRequest, post: Post, intake: Intake) -> Answer:
        """A request is in the file before it is answered."""
        try:
            kept, is_new = self.file.add(request)
        except DifferentRequest:
            refusal = intake.refuse(HTTPStatus.CONFLICT, request.language)
            return answer_refused(refusal, post, intake)
        except OSError as error:
            reason = printable(error.strerror or type(error).__name__)
            log.warning(f"A request could not be written to {self.file.shown}: {reason}")
            refusal = intake.refuse(HTTPStatus.SERVICE_UNAVAILABLE, request.language)
            return answer_refused(refusal, post, intake)
        if is_new:
            log.info(f"Request {kept.reference} was written to {self.file.shown}")
        return answer_accepted(
            kept, request, post, intake, is_new=is_new, site_origins=[post.sent_to]
        )


def _post_of(environ: WSGIEnvironment) -> Post:
    """What came in, without its body (PEP 3333)."""
    named = {
        name.removeprefix("HTTP_").replace("_", "-").lower(): str(value)
        for name, value in environ.items()
        # those without HTTP_ may be empty where nobody sent them
        if name.startswith("HTTP_") or (name in ("CONTENT_TYPE", "CONTENT_LENGTH") and value)
    }
    try:
        sent_to = origin_of(f"http://{named.get('host', '')}")
    except ValueError:
        sent_to = ""
    return Post(tuple(named.items()), sent_to, datetime.now(tz=UTC))
