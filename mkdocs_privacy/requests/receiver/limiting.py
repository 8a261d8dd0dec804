"""How many requests one client may make; known to the memory only, and not for long."""

from __future__ import annotations

import hashlib
import time
from ipaddress import IPv6Address, ip_address

from limits import RateLimitItemPerDay, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

_MAILS_TO_ONE_ADDRESS = RateLimitItemPerDay(5)


class Limiter:
    """Counts the posts of each client address, and the mails to each sender."""

    def __init__(self, per_minute: int, per_day: int) -> None:
        self._storage = MemoryStorage()
        self._window = MovingWindowRateLimiter(self._storage)
        self._limits = (RateLimitItemPerMinute(per_minute), RateLimitItemPerDay(per_day))

    def seconds_to_wait(self, client: str) -> int:
        """Count a post; zero where it is one that may be made, else how long to wait with it."""
        household = _household(client)
        for limit in self._limits:
            if not self._window.hit(limit, household):
                free_at = self._window.get_window_stats(limit, household).reset_time
                return max(1, int(free_at - time.time()) + 1)
        return 0

    def may_mail(self, address: str) -> bool:
        """Count a mail to a sender; whether it may go out: nobody floods another through us."""
        return self._window.hit(_MAILS_TO_ONE_ADDRESS, _hidden(address))

    def uncount_mail(self, address: str) -> None:
        """Take back what `may_mail` counted: the mail does not go out."""
        hits = self._storage.events.get(_MAILS_TO_ONE_ADDRESS.key_for(_hidden(address)))
        if hits:
            hits.pop(0)  # the newest one

    def forget(self) -> None:
        """Forget whom there is nothing to count of any more; the library keeps their names."""
        now = time.time()
        for key, entries in list(self._storage.events.items()):
            if not entries or entries[0].expiry <= now:
                self._storage.events.pop(key, None)
                self._storage.locks.pop(key, None)


def _hidden(address: str) -> str:
    return hashlib.sha256(address.lower().encode()).hexdigest()


def _household(client: str) -> str:
    """Who counts as one: an IPv4 address, or the 64 bits of IPv6 that one connection gets."""
    try:
        address = ip_address(client)
    except ValueError:
        return client
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or int(address) >> 64)
    return str(address)
