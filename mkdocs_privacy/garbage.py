"""How often Python looks for garbage: in all that a center is made of there is next to none.

Only objects that refer to each other in a circle wait for that look; all others go at once. It
takes an eighth of a build and a quarter of a check, and finds a few circles of templates.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

_NEW_OBJECTS = 50_000
"""After so many it looks among the newest objects, where Python says 700."""


@cache
def look_seldom() -> None:
    """Look for garbage less often, for as long as this process runs, and not when it ends."""
    newest, middle, oldest = gc.get_threshold()
    gc.set_threshold(max(newest, _NEW_OBJECTS), middle, oldest)
    atexit.register(gc.freeze)  # Python would search all that is still there, several times


class _Before:
    """Whether a build of this process, such as one of `mkdocs serve`, left something behind."""

    stayed = False


@cache
def _is_looked_after() -> bool:
    """Whether objects were frozen before the first build; asked once, since it counts them all."""
    return gc.get_freeze_count() > 0


@contextmanager
def frozen_afterwards() -> Iterator[None]:
    """Make what stays, such as modules: it is frozen (`gc.freeze`), and never searched."""
    if _is_looked_after():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def here_to_stay() -> Iterator[None]:
    """Read what stays to the end of a build: it is never searched for garbage.

    What stayed the time before is searched once, and goes. A process that has frozen objects of its
    own, such as a test runner with all its tests, looks after its garbage itself.
    """
    if not _is_looked_after():
        gc.unfreeze()
        if _Before.stayed:
            gc.collect()
        _Before.stayed = True
    with frozen_afterwards():
        yield
