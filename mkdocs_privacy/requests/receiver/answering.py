"""The answers of the receiver: a page for a person, JSON for a program, the same headers on all."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus

from babel.core import negotiate_locale
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.intake import (
    ANSWER_CSP,
    Intake,
    Notice,
    Refusal,
    acceptance_json,
    destination,
    notice_html,
    receipt_html,
    refusal_html,
    refusal_json,
    wants_html,
)
from mkdocs_privacy.requests.receiver.mishaps import describe_mishap
from mkdocs_privacy.requests.store import Added

LOG = logging.getLogger("mkdocs_privacy.requests.receiver")
_ANSWER_HEADERS = {
    "Content-Security-Policy": ANSWER_CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def answer_accepted(
    added: Added,
    posted: RightsRequest,
    http: Request,
    intake: Intake,
    site_origins: tuple[str, ...],
) -> Response:
    """A request is stored: the receipt, on the site or here, or what a script wants to know.

    Where to go on to is said by what was posted now: the first time it may have been a script.
    """
    status = HTTPStatus.CREATED if added.is_new else HTTPStatus.OK
    if not _is_for_a_person(http):
        return JSONResponse(acceptance_json(added.request), status)
    if address := destination(posted, site_origins):
        return RedirectResponse(address, HTTPStatus.SEE_OTHER)
    return HTMLResponse(receipt_html(added.request, intake), status)


def answer_refused(
    refusal: Refusal, http: Request, intake: Intake, headers: Mapping[str, str] | None = None
) -> Response:
    """Why a post is refused."""
    if _is_for_a_person(http):
        return HTMLResponse(refusal_html(refusal, intake), refusal.status, headers)
    return JSONResponse(
        refusal_json(refusal, intake), refusal.status, headers, "application/problem+json"
    )


def answer_notice(notice: Notice, status: HTTPStatus, language: str, intake: Intake) -> Response:
    """A page that says one thing."""
    return HTMLResponse(notice_html(notice, language, intake), status)


def language_of(http: Request, intake: Intake) -> str:
    """The language to answer in before anything is read: of the path, else of the browser."""
    known = tuple(intake.localizations)
    if http.path_params.get("language") in known:
        return str(http.path_params["language"])
    accepted = http.headers.get("accept-language", "").split(",")
    preferred = [one.partition(";")[0].strip() for one in accepted]
    return negotiate_locale(preferred, known, sep="-") or known[0]


def _is_for_a_person(http: Request) -> bool:
    return wants_html(http.headers.get("accept", ""))


class AnswerHeaders:
    """Gives every answer the same headers, and notes it in the log: its status, and the reference
    that the handler left in the state; nothing of who asked, or what."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, as ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_ANSWER_HEADERS)
                LOG.info("%d %s", message["status"], state.get("reference", "-"))
            await send(message)

        await self._app(scope, receive, send_with_headers)


class OwnMistakes:
    """Answers where the receiver itself fails."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request], Response]) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, as ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            await self._app(scope, receive, send)
        except Exception as error:  # whatever it is, the visitor must be told
            LOG.error(describe_mishap(error))  # noqa: TRY400
            await self._answer(Request(scope))(scope, receive, send)
