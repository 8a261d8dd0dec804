"""Many visitors at once: posts to a receiver over plain sockets, and what came of them."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one post."""

    reference: str
    status: int | None
    """Nothing where no answer came."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Load:
    """What came of all of them."""

    answers: Sequence[Answer]
    wall: float

    @property
    def accepted(self) -> set[str]:
        """The references of those that were told that their request is kept."""
        return {one.reference for one in self.answers if one.status in (200, 201)}

    @property
    def statuses(self) -> Mapping[int | None, int]:
        """How often each status was answered."""
        return Counter(one.status for one in self.answers)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.answers) / self.wall

    def within(self, share: float) -> float:
        """The seconds within which a share of the answers came: 0.5 for the median."""
        in_order = sorted(one.seconds for one in self.answers)
        return in_order[min(len(in_order) - 1, int(share * len(in_order)))]

    def __str__(self) -> str:
        each = ", ".join(f"{number} x {status}" for status, number in self.statuses.items())
        return (
            f"{len(self.answers)} posts in {self.wall:.1f} s: {self.rate:.0f} a second; "
            f"{each}; answered within {self.within(0.5) * 1000:.0f} ms (half), "
            f"{self.within(0.99) * 1000:.0f} ms (99 %), {self.within(1) * 1000:.0f} ms (all)"
        )


def post_all(
    address: str,
    requests: Sequence[Mapping[str, Any]],
    rate: float | None = None,
    connections: int = 50,
) -> Load:
    """Post requests as JSON, `rate` a second by the clock whether or not answers come, else all at
    once; each from another visitor, as a reverse proxy says."""
    return asyncio.run(_post_all(address, requests, rate, connections))


async def _post_all(
    address: str, requests: Sequence[Mapping[str, Any]], rate: float | None, connections: int
) -> Load:
    queue: asyncio.Queue[tuple[str, bytes, float] | None] = asyncio.Queue()
    posts = [(one["reference"], _post(address, number, one)) for number, one in enumerate(requests)]
    answers: list[Answer] = []
    visitors = [
        asyncio.create_task(_visit(address, queue, answers))
        for _ in range(min(connections, len(posts)))
    ]
    begun = time.perf_counter()
    for number, (reference, post) in enumerate(posts):
        due = begun + number / rate if rate else begun
        if (early := due - time.perf_counter()) > 0:
            await asyncio.sleep(early)
        queue.put_nowait((reference, post, due))
    for _ in visitors:
        queue.put_nowait(None)
    await asyncio.gather(*visitors)
    return Load(answers, time.perf_counter() - begun)


async def _visit(
    address: str, queue: asyncio.Queue[tuple[str, bytes, float] | None], answers: list[Answer]
) -> None:
    """Post what is in the queue over one connection, opened again where it was shut."""
    parts = urlsplit(address)
    reader: asyncio.StreamReader | None = None
    writer: asyncio.StreamWriter | None = None
    while job := await queue.get():
        reference, post, due = job
        status = None
        with suppress(OSError, EOFError):
            if reader is None or writer is None:
                reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
            writer.write(post)
            status = await _read_status(reader)
        if status is None:
            reader = None
        answers.append(Answer(reference, status, time.perf_counter() - due))
    if writer:
        writer.close()


async def _read_status(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    lines = head.lower().split("\r\n")
    length = next(one.split(":")[1] for one in lines if one.startswith("content-length:"))
    await reader.readexactly(int(length))
    return int(head.split(" ")[1])


def _post(address: str, number: int, request: Mapping[str, Any]) -> bytes:
    parts = urlsplit(address)
    body = json.dumps(request).encode()
    visitor = ".".join(map(str, (10, number >> 16 & 255, number >> 8 & 255, number & 255)))
    head = (
        f"POST {parts.path or '/'} HTTP/1.1",
        f"Host: {parts.netloc}",
        f"X-Forwarded-For: {visitor}",
        "Content-Type: application/json",
        f'Idempotency-Key: "{request["reference"]}"',
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join([*head, "", ""]).encode() + body
