"""How often Python looks for garbage: in all that a center is made of there is next to none.

Only objects that refer to each other in a circle wait for that look; all others go at once. It
takes an eighth of a build and a quarter of a check, and finds a few circles of templates.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS = 50_000
"""After so many a build looks among the newest objects, where Python says 700."""


def look_seldom() -> None:
    """Look for garbage less often, for as long as this process runs."""
    newest, middle, oldest = gc.get_threshold()
    gc.set_threshold(max(newest, _NEW_OBJECTS), middle, oldest)


@contextmanager
def here_to_stay() -> Iterator[None]:
    """Read what stays to the end of a build or a command: it is never searched for garbage.

    What stayed the time before, as in `mkdocs serve`, may go.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
