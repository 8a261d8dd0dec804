"""What the catalogue has of a name that the data uses and does not have, and how to add it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_privacy.catalogue import ADDED_AS, Catalogue, find_meant

_NAMED = ("processors", "cookies", "activities")
"""The kinds that an entry of the data can name."""


@dataclass(frozen=True, slots=True)
class Offering:
    """Finds what somebody in a country may have meant by an id that is not there."""

    catalogue: Catalogue
    country: str | None
    identifiers: Mapping[str, tuple[str, ...]]
    """The ids that are there, by kind."""

    def __call__(self, kind: str, written: str) -> str:
        """What follows a message that there is no such id; nothing where one cannot be told."""
        if kind not in _NAMED:
            return ""
        found = find_meant(kind, getattr(self.catalogue, kind), written, self.country)
        if len(found) != 1:
            return ""
        [id] = found
        if id in self.identifiers[kind]:
            return f" (did you mean ‘{id}’?)"
        command = f"add it with `mkdocs-privacy add {ADDED_AS[kind]} {id}`"
        return f": {command}" if id == written else f": write ‘{id}’ here, and {command}"
