"""Whether requests can be kept and read at this moment, however many ask."""

from __future__ import annotations

import asyncio

from mkdocs_privacy.requests.receiver.writer import Writer
from mkdocs_privacy.requests.store import check_integrity, try_to_write


class Health:
    """Looks how a store is, once at a time: to read all of it holds up posts, and anybody can ask.

    Who asks while it looks hears what it finds.
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
