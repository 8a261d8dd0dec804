"""How the desk reads and changes what is stored: through whoever owns the database."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from mkdocs_privacy.requests.store import Store

Result = TypeVar("Result")


class Write(Protocol):
    """Has something done with the store, all or nothing of it, in one transaction.

    The awaitable raises what the work raises, SQLAlchemy's errors where nothing was stored, and
    OutcomeUnknown. The work may be done twice, where it was rolled back in between.
    """

    def __call__(self, work: Callable[[Store], Result], /) -> Awaitable[Result]:
        """Have the work done."""
