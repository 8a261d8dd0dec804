"""Our own mistakes, as the log may know them."""

from __future__ import annotations

import sqlite3
from traceback import format_tb

from sqlalchemy.exc import OperationalError

from mkdocs_privacy.requests.store.transactions import OutcomeUnknown

_FRAMES = 5


def describe_mishap(error: BaseException) -> str:
    """What kind of mistake it is and where, without its values: they may be what people posted."""
    if isinstance(error, OperationalError):  # a full disk, a locked file, a server that is gone
        return f"the database cannot be used now: {error.orig}"
    if isinstance(error, sqlite3.OperationalError):
        return f"the database cannot be used now: {error}"
    if isinstance(error, OutcomeUnknown):
        return "the database failed while it committed; what it was to store may be stored"
    frames = "".join(format_tb(error.__traceback__)[-_FRAMES:])
    return f"{type(error).__name__} in the receiver itself:\n{frames}"
