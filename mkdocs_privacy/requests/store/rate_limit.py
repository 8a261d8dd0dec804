"""Rate limits: the generic cell rate algorithm (GCRA), a leaky bucket that needs one number for
each key."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import delete, extract, func, select, update
from sqlalchemy.dialects.postgresql import insert

from mkdocs_privacy.requests.store.store import Store
from mkdocs_privacy.requests.store.tables import PACE, UPKEEP
from mkdocs_privacy.requests.store.transactions import execute


@dataclass(frozen=True, slots=True)
class RateLimit:
    """So many times within a period: all of them at once, then one by one as time passes."""

    times: int
    seconds: float

    def next(self, free_at: float, now: float) -> tuple[float, float]:
        """How many seconds to wait, zero where it may be done now; and when the bucket is empty.

        A bucket is empty within the period, whatever a clock that was set back makes of it.
        """
        filled = max(min(free_at, now + self.seconds), now) + self.seconds / self.times
        wait = filled - self.seconds - now
        return (wait, free_at) if wait > _ROUNDING else (0.0, filled)


_ROUNDING = 1e-6


class Buckets(Protocol):
    """Keeps for each key when its bucket is empty again."""

    def hit(self, key: str, limit: RateLimit) -> float:
        """Count something; zero where it may be done, else how many seconds to wait with it."""


class OwnBuckets:
    """Buckets in the memory of one receiver; by a clock that nobody can set (CLOCK_MONOTONIC)."""

    def __init__(self) -> None:
        self._free_at: dict[str, float] = {}

    def hit(self, key: str, limit: RateLimit) -> float:
        """Count something, as in Buckets."""
        now = time.monotonic()
        wait, self._free_at[key] = limit.next(self._free_at.get(key, 0.0), now)
        return wait

    def forget(self) -> None:
        """Forget whom there is nothing to count of any more."""
        now = time.monotonic()
        self._free_at = {key: free_at for key, free_at in self._free_at.items() if free_at > now}


@dataclass(frozen=True, slots=True)
class SharedBuckets:
    """Buckets in PostgreSQL, for several receivers; by the clock of the server."""

    store: Store

    def hit(self, key: str, limit: RateLimit) -> float:
        """Count something, as in Buckets; within a transaction."""
        connection = self.store.connection
        now = float(execute(connection, _NOW).scalar_one())
        hidden = self._hidden(key)
        row = insert(PACE).values(key=hidden, free_at=0.0).on_conflict_do_nothing()
        execute(connection, row)
        known = select(PACE.c.free_at).where(PACE.c.key == hidden).with_for_update()
        wait, free_at = limit.next(execute(connection, known).scalar_one(), now)
        execute(connection, update(PACE).where(PACE.c.key == hidden).values(free_at=free_at))
        return wait

    def forget(self) -> None:
        """Forget whom there is nothing to count of any more; within a transaction."""
        now = execute(self.store.connection, _NOW).scalar_one()
        execute(self.store.connection, delete(PACE).where(PACE.c.free_at <= float(now)))

    def _hidden(self, key: str) -> str:
        secret = execute(self.store.connection, select(UPKEEP.c.secret)).scalar_one()
        return hashlib.sha256(f"{secret} {key}".encode()).hexdigest()


_NOW = select(extract("epoch", func.clock_timestamp()))


def hit_all(buckets: Buckets, key: str, limits: Iterable[RateLimit]) -> float:
    """Count something against several limits; the first wait that is not zero."""
    for limit in limits:
        if wait := buckets.hit(f"{limit.times}/{limit.seconds} {key}", limit):
            return wait
    return 0.0
