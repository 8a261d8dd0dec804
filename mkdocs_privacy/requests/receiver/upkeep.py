"""What a receiver does every hour: forget what is old, remind of what is due."""

from __future__ import annotations

from datetime import datetime, timedelta

from mkdocs_privacy.requests.store import Store, purge


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
