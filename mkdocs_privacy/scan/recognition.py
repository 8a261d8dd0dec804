"""Which service of the catalogue stored something that the data does not list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_privacy.scan.known import KnownSite
from mkdocs_privacy.scan.matching import KnownItem
from mkdocs_privacy.scan.observation import Stored


@dataclass(frozen=True, slots=True)
class Recognised:
    """What of the things that were stored belongs to which service of the catalogue."""

    services: Mapping[str, tuple[Stored, ...]]
    others: tuple[tuple[Stored, tuple[str, ...]], ...]
    """What nobody knows, each with the services that it may be of."""


def recognise(undeclared: Iterable[Stored], known: KnownSite) -> Recognised:
    """The services behind things that were stored.

    A name that several services have, or one such as `cart` that anybody may give, counts only for
    a service that something else gives away too.
    """
    fitting = {stored: _fitting(stored, known) for stored in undeclared}
    names: dict[str, set[str]] = {}
    sure: set[str] = set()
    for listed in fitting.values():
        for one in listed:
            names.setdefault(one.service, set()).add(one.name)
        if len({one.service for one in listed}) == 1 and _is_distinct(listed[0]):
            sure.add(listed[0].service)
    likely = sure | {service for service, its in names.items() if len(its) > _GIVEN_AWAY_BY}
    services: dict[str, list[Stored]] = {}
    others: list[tuple[Stored, tuple[str, ...]]] = []
    for stored, listed in fitting.items():
        candidates = list(dict.fromkeys(one.service for one in listed))
        chosen = [id for id in candidates if id in likely]
        if chosen:
            best = max(chosen, key=lambda one: (one in sure, len(names[one])))
            services.setdefault(best, []).append(stored)
        else:
            others.append((stored, tuple(candidates)))
    return Recognised({id: tuple(its) for id, its in services.items()}, tuple(others))


_GIVEN_AWAY_BY = 1
"""More names than this give a service away, though each of them might be another's."""


def _fitting(stored: Stored, known: KnownSite) -> list[KnownItem]:
    found = [
        one
        for one in known.shipped
        if one.has_name_of(stored) and one.is_of_its_domain(stored, known.sites)
    ]
    return [one for one in found if one.domain] or found


def _is_distinct(listed: KnownItem) -> bool:
    """Whether nobody else would give a name like this."""
    if listed.domain or listed.name == listed.service:
        return True
    return not listed.name.startswith("*") and re.search(r"[-_.:A-Z0-9]", listed.name) is not None
