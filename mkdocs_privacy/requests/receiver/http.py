"""HTTP as Starlette has it: a post becomes one of the intake, an answer of the intake goes out."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from mkdocs_privacy.requests import LONGEST_BODY, origin_of
from mkdocs_privacy.requests.intake import MOST_READ, Answer, Post


def as_post(http: Request, body: bytes = b"") -> Post:
    """What came in, at this moment."""
    headers = tuple((name.lower(), value) for name, value in http.headers.items())
    return Post(headers, _sent_to(http), datetime.now(UTC), http.path_params, body)


async def read_body(http: Request, seconds: float) -> bytes:
    """The body, no more of it than shows that it is too long.

    Raises TimeoutError, and starlette's ClientDisconnect.
    """
    body = bytearray()
    size = 0
    async with asyncio.timeout(seconds):
        async for chunk in http.stream():
            size += len(chunk)
            body += chunk[: LONGEST_BODY + 1 - len(body)]
            if size > MOST_READ:
                break
    return bytes(body)


def _sent_to(http: Request) -> str:
    """The origin that it was sent to; nothing where the header `Host` holds none."""
    try:
        return origin_of(f"{http.scope['scheme']}://{http.headers.get('host', '')}")
    except ValueError:
        return ""


def as_response(answer: Answer) -> Response:
    """What Starlette sends."""
    closing = {"Connection": "close"} if answer.is_last else {}
    return Response(answer.body, answer.status, {**answer.headers, **closing})
