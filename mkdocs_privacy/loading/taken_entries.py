"""Which entries of which catalogue a site takes, and where they stand."""

from __future__ import annotations

from mkdocs_privacy.findings import KeyPath, Place
from mkdocs_privacy.loading.catalogue_lock import Taken
from mkdocs_privacy.loading.origins import Origins
from mkdocs_privacy.loading.own_catalogues import OwnCatalogues
from mkdocs_privacy.loading.own_entries import in_country


def taken_from_shipped(origins: Origins | None, own: OwnCatalogues) -> dict[Taken, KeyPath]:
    """The shipped entries that are taken, also by way of a catalogue of the site's own."""
    taken: dict[Taken, KeyPath] = {}
    for (kind, id), path in (origins.taken() if origins else {}).items():
        if (kind, id) in own.below:
            taken.setdefault((kind, own.below[kind, id]), path)
        elif (kind, id) not in own.catalogue.places:
            taken.setdefault((kind, id), path)
    return taken


def places_of_own(origins: Origins) -> dict[KeyPath, Place]:
    """Where everything stands that was taken from catalogues of the site's own."""
    found: dict[KeyPath, Place] = {}
    for (kind, id), taken in origins.taken().items():
        for path, place in origins.catalogue.places.items():
            rest = in_country(path[2:], origins.country) if path[:2] == (kind, id) else None
            if rest:
                found.setdefault((*taken, *rest), place)
    return found
