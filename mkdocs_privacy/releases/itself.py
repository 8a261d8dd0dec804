"""Things that are known again as the same object: what was worked out of them is found again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, eq=False)
class Itself(Generic[Thing]):
    """A thing as a key, for which nothing of it need be read."""

    thing: Thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)
