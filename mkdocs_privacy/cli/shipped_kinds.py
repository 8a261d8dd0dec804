"""The kinds of entries that a site takes from the catalogue, and where each stands in its data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_privacy.catalogue import (
    ADDED_AS,
    KINDS,
    Catalogue,
    Kind,
    find_ids,
    find_ids_with,
    find_meant,
    names_of,
)
from mkdocs_privacy.model import nearest

_LISTED = 8


@dataclass(frozen=True, slots=True)
class AddedKind:
    """A kind of entry that can be added."""

    name: str
    """What the command line calls it."""
    kind: Kind

    @property
    def section(self) -> tuple[str, ...]:
        """Where its entries stand in the data."""
        return tuple(map(str, self.kind.path))

    @property
    def names(self) -> tuple[str, ...]:
        """What somebody may type: its name, the key of the data files, the name of its file."""
        return (self.name, self.section[-1], self.kind.name, self.name.removesuffix("s"))

    def entries(self, catalogue: Catalogue) -> Mapping[str, Mapping[str, Any]]:
        """Those of the catalogue, by id."""
        found: Mapping[str, Mapping[str, Any]] = getattr(catalogue, self.kind.name)
        return found


ADDED_KINDS = tuple(
    AddedKind(name, kind) for file, name in ADDED_AS.items() for kind in KINDS if kind.name == file
)


def find_added_kind(written: str) -> AddedKind | None:
    """The kind with this name."""
    for kind in ADDED_KINDS:
        if written.lower() in kind.names:
            return kind
    return None


class UnknownEntry(Exception):
    """Why a name tells no single entry of the catalogue."""


def find_entry(
    kind: AddedKind, called: str, catalogue: Catalogue, country: str | None = None
) -> str:
    """The id of the entry that somebody in a country calls so; raises UnknownEntry."""
    entries = kind.entries(catalogue)
    found = find_meant(kind.kind.name, entries, called, country)
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownEntry(f"‘{called}’ may be several: {_listed(found)}. Give an id")
    near = find_ids_with(entries, called)
    if near:
        raise UnknownEntry(
            f"the catalogue has no {kind.name} ‘{called}’. These come close: {_listed(near)}"
        )
    by_name = {name: id for id, entry in entries.items() for name in (id, *names_of(entry))}
    closest = nearest(called, by_name)
    hint = f" (did you mean ‘{by_name[closest]}’?)" if closest else ""
    elsewhere = [
        f"`{other.name} {id}`"
        for other in ADDED_KINDS
        if other is not kind
        for id in find_ids(other.entries(catalogue), called)
    ]
    also = f". It has {' and '.join(elsewhere)}" if elsewhere else ""
    raise UnknownEntry(f"the catalogue has no {kind.name} ‘{called}’{hint}{also}")


def _listed(ids: Iterable[str]) -> str:
    known = list(ids)
    rest = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    return ", ".join(known[:_LISTED]) + rest
