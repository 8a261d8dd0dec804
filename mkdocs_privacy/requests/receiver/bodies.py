"""The body of a post, read no further and no longer than any form needs."""

from __future__ import annotations

import asyncio

from starlette.requests import Request

from mkdocs_privacy.requests import LONGEST_BODY

_MOST_DISCARDED = 4 * LONGEST_BODY
"""Bytes that are read and thrown away, so that the other side stays to hear our answer."""


class BodyTooLarge(ValueError):
    """A longer body than any form makes."""


async def read_body(request: Request, seconds: float) -> bytes:
    """The whole body; raises BodyTooLarge, TimeoutError and starlette's ClientDisconnect."""
    body = bytearray()
    size = 0
    async with asyncio.timeout(seconds):
        async for chunk in request.stream():
            size += len(chunk)
            if size <= LONGEST_BODY:
                body += chunk
            elif size > _MOST_DISCARDED:
                break
    if size > LONGEST_BODY:
        raise BodyTooLarge
    return bytes(body)
