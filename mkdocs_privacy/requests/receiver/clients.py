"""What is remembered of clients, a day at most: how often they post (rate limit), and what they
posted last (deduplication)."""

from __future__ import annotations

import asyncio
import math
import time
from dataclasses import replace
from ipaddress import IPv6Address, ip_address

from mkdocs_privacy.requests.receiver.writer import Writer
from mkdocs_privacy.requests.request import RightsRequest
from mkdocs_privacy.requests.store import OwnBuckets, RateLimit, SharedBuckets, hit_all

_MINUTE, _DAY = 60, 86_400
_DOUBLE_CLICK = 600
"""Seconds within which the same post is the same request."""


class Limiter:
    """Counts the posts of each client address: in memory, or for several receivers together in
    their PostgreSQL, under a keyed hash."""

    def __init__(self, writer: Writer, per_minute: int, per_day: int, *, is_shared: bool) -> None:
        self._writer = writer
        self._limits = (RateLimit(per_minute, _MINUTE), RateLimit(per_day, _DAY))
        self._own = None if is_shared else OwnBuckets()

    async def seconds_to_wait(self, client: str) -> int:
        """Count a post; zero where it is one that may be made, else how long to wait with it."""
        key, limits = _network(client), self._limits
        if self._own:
            return math.ceil(hit_all(self._own, key, limits))
        shared = self._writer.write(lambda store: hit_all(SharedBuckets(store), key, limits))
        wait: float = await asyncio.wrap_future(shared)
        return math.ceil(wait)

    async def forget(self) -> None:
        """Forget whom there is nothing to count of any more."""
        if self._own:
            self._own.forget()
            return
        await asyncio.wrap_future(self._writer.write(lambda store: SharedBuckets(store).forget()))


def _network(client: str) -> str:
    """Who counts as one client: an IPv4 address, or an IPv6 prefix of 64 bits, which a connection
    gets as a whole."""
    try:
        address = ip_address(client)
    except ValueError:
        return client
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or int(address) >> 64)
    return str(address)


class RecentPosts:
    """Remembers for ten minutes, in memory, which reference a post had or was given.

    Somebody else who posts the same content gets another reference: with that of the first they
    would learn that it was asked.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[float, str]] = {}

    def recognize(self, request: RightsRequest, client: str) -> RightsRequest:
        """The request with the reference that it had the first time, unless it brings one."""
        now, key = time.monotonic(), (client, request.digest)
        until, reference = self._known.get(key, (0.0, ""))
        if until > now and "reference" not in request.fields:
            return replace(request, reference=reference)
        self._known[key] = (now + _DOUBLE_CLICK, request.reference)
        return request

    def forget(self) -> None:
        """Forget what is too old to be the same."""
        now = time.monotonic()
        self._known = {key: entry for key, entry in self._known.items() if entry[0] > now}
