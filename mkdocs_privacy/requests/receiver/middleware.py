"""What holds for every answer of the receiver and the desk beside it, as ASGI middleware."""

from __future__ import annotations

import logging
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mkdocs_privacy.requests.intake import ANSWER_HEADERS
from mkdocs_privacy.requests.receiver.http import as_post
from mkdocs_privacy.requests.store import describe_failure

LOG = logging.getLogger("mkdocs_privacy.requests.receiver")


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
                MutableHeaders(scope=message).update(ANSWER_HEADERS)
                LOG.info("%d %s", message["status"], state.get("reference", "-"))
            await send(message)

        await self._app(scope, receive, send_with_headers)


class ClearFraming:
    """Refuses what states its length in two ways, and closes the connection (RFC 9112, section
    6.3): a proxy before us may have read it otherwise. Not every server does so itself."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request], Response]) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, as ASGI has it."""
        if scope["type"] == "http" and as_post(Request(scope)).is_framed_twice:
            await self._answer(Request(scope))(scope, receive, send)
            return
        await self._app(scope, receive, send)


class FailureAnswers:
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
            LOG.error(describe_failure(error))  # noqa: TRY400
            await self._answer(Request(scope))(scope, receive, send)


class PortDispatch:
    """Dispatches by port: who comes in at that of the desk gets the desk, all others the receiver.

    It goes by the socket that a connection came in at, which nothing that was sent can change.
    """

    def __init__(self, receiver: ASGIApp, desk: ASGIApp, desk_port: int) -> None:
        self._receiver = receiver
        self._desk = desk
        self._desk_port = desk_port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, as ASGI has it; the receiver begins and ends for both."""
        is_at_desk = scope["type"] == "http" and scope["server"][1] == self._desk_port
        await (self._desk if is_at_desk else self._receiver)(scope, receive, send)
