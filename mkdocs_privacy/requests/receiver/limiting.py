"""Rate limits of clients; nothing about a client is kept for longer than a day."""

from __future__ import annotations

import asyncio
import math
from ipaddress import IPv6Address, ip_address

from mkdocs_privacy.requests.receiver.writer import Writer
from mkdocs_privacy.requests.store import OwnBuckets, RateLimit, SharedBuckets, hit_all

_MINUTE, _DAY = 60, 86_400


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
