"""What a receiver does beside taking posts: a health check, and every hour forget and remind."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from mkdocs_privacy.requests.receiver.writer import Writer
from mkdocs_privacy.requests.store import Store, check_integrity, purge, try_to_write


def keep_up(store: Store, now: datetime, keep_closed: str, remind_days: int | None) -> bool:
    """Forget and remind; whether there is mail to send. Not within a transaction.

    `keep_closed` is an ISO 8601 period; `remind_days` is how long before the due date.
    """
    with store.transaction():
        if not store.outbox.may_send():
            return False  # another receiver does it
        store.outbox.bring_forward(now)
        reminded = 0
        if remind_days is not None:
            reminded = store.remind(now.date() + timedelta(days=remind_days), now)
    purge(store, keep_closed, now.date())
    return reminded > 0


class Health:
    """Looks how a store is, once at a time: to read all of it holds up posts, and anybody can ask.

    Whoever asks while it looks gets the same answer.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._look: asyncio.Task[None] | None = None

    async def check(self) -> None:
        """Do what a post does, and read everything; raises SQLAlchemy's errors and WrongDatabase
        where that cannot be."""
        if self._look is None or self._look.done():
            self._look = asyncio.create_task(self._look_at_all())
        await asyncio.shield(self._look)  # whoever goes away takes it from nobody else

    async def _look_at_all(self) -> None:
        await asyncio.wrap_future(self._writer.write(try_to_write))
        await asyncio.wrap_future(self._writer.write_alone(check_integrity))
