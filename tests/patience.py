"""How long tests wait for what comes anyway.

Only a program that hangs, or never does what it should, makes a test wait so long. No test fails
because the machine is busy.
"""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 120.0
"""Seconds."""


def until(
    condition: Callable[[], object],
    *,
    doing: Callable[[], object] = lambda: time.sleep(0.02),
    otherwise: Callable[[], str] = lambda: "it did not happen",
) -> None:
    """Wait for a condition; a page hears nothing of a browser unless it is `doing` the waiting."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, otherwise()
        doing()
