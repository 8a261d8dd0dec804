"""Our own mistakes, as the log may know them."""

from __future__ import annotations

import sqlite3
from traceback import format_tb

_FRAMES = 5


def describe_mishap(error: BaseException) -> str:
    """What kind of mistake it is and where, without its values: they may be what people posted."""
    if isinstance(error, sqlite3.Error):  # a full disk, a file that is locked or gone
        return f"the file with the requests cannot be used now: {type(error).__name__}"
    frames = "".join(format_tb(error.__traceback__)[-_FRAMES:])
    return f"{type(error).__name__} in the receiver itself:\n{frames}"
