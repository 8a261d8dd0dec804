"""Where a part of a finished page stands in it."""

from __future__ import annotations

_BEGINNING = 256
"""So many characters of a part nearly always stand nowhere else."""


def around(part: str, page: str) -> tuple[str, str] | None:
    """What stands before a part of a page, and behind it; nothing where it is not in the page.

    `str.find` prepares for the search of a whole part, which is most of a page: that takes ten
    times as long.
    """
    beginning = part[:_BEGINNING]
    place = page.find(beginning)
    while place >= 0 and not page.startswith(part, place):
        place = page.find(beginning, place + 1)
    return (page[:place], page[place + len(part) :]) if place >= 0 else None
