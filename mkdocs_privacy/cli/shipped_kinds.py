"""The kinds of entries that a site takes from the catalogue, and where each stands in its data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_privacy.catalogue import Catalogue, find_ids, find_ids_with, names_of
from mkdocs_privacy.model import nearest

_LISTED = 8


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry."""

    name: str
    """What the command line calls it."""
    section: tuple[str, ...]
    """Where its entries stand in the data."""
    entries: Callable[[Catalogue], Mapping[str, Mapping[str, Any]]]
    """Those of the catalogue, by id."""

    @property
    def other_names(self) -> tuple[str, ...]:
        """What somebody may type as well: the key of the data files, one of several."""
        return (self.section[-1], self.name.removesuffix("s"))


KINDS = (
    Kind("processor", ("processors",), lambda catalogue: catalogue.processors),
    Kind("cookies", ("cookies",), lambda catalogue: catalogue.cookies),
    Kind("activity", ("activities",), lambda catalogue: catalogue.activities),
    Kind("audience", ("audiences",), lambda catalogue: catalogue.audiences),
    Kind("right", ("rights", "further"), lambda catalogue: catalogue.further_rights),
)


def find_kind(written: str) -> Kind | None:
    """The kind with this name."""
    for kind in KINDS:
        if written.lower() in (kind.name, *kind.other_names):
            return kind
    return None


class UnknownEntry(Exception):
    """Why a name tells no single entry of the catalogue."""


def find_entry(kind: Kind, called: str, catalogue: Catalogue) -> str:
    """The id of the entry that somebody calls so; raises UnknownEntry."""
    entries = kind.entries(catalogue)
    found = find_ids(entries, called)
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownEntry(f"several entries are called ‘{called}’: {_listed(found)}. Give an id")
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
        for other in KINDS
        if other is not kind
        for id in find_ids(other.entries(catalogue), called)
    ]
    also = f". It has {' and '.join(elsewhere)}" if elsewhere else ""
    raise UnknownEntry(f"the catalogue has no {kind.name} ‘{called}’{hint}{also}")


def _listed(ids: Iterable[str]) -> str:
    known = list(ids)
    rest = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    return ", ".join(known[:_LISTED]) + rest
