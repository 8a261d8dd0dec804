"""Whether something that was seen is something that the data or the catalogue lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.model import Party, PrivacyCenter, TrackerItem, TrackerType, about_days
from mkdocs_privacy.scan.addresses import is_below, is_of_site
from mkdocs_privacy.scan.observation import Ending, Stay, Stored, StoredKind

_SECONDS_IN_A_DAY = 86_400
_LONGEST_IN_A_BROWSER = 399 * _SECONDS_IN_A_DAY
"""Browsers cut longer cookies to 400 days, of which some time may have passed."""
_LOOSE = 0.1
"""How much of a lifetime may be missing or too much: months differ, and so do ways to count."""
_AT_LEAST_LOOSE = 60.0

_MATCHED = frozenset(StoredKind) - {StoredKind.SERVICE_WORKER}


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item of a service, in the data or in the catalogue."""

    service: str
    """The id of the service."""
    name: str
    kind: StoredKind
    party: Party = Party.FIRST
    domain: str = ""
    duration: str | None = None

    def has_name_of(self, stored: Stored) -> bool:
        """Whether kind and name agree."""
        return self.kind is stored.kind and bool(_pattern(self.name).fullmatch(stored.name))

    def is_at_home(self, stored: Stored, sites: frozenset[str]) -> bool:
        """Whether something is of the domain that it should be of."""
        is_own = is_of_site(stored.domain, sites)
        if self.party is Party.FIRST:
            return is_own
        return not is_own and (not self.domain or is_below(stored.domain, self.domain))

    def is_of_its_domain(self, stored: Stored, sites: frozenset[str]) -> bool:
        """The same, where without a domain nobody could tell whose it is."""
        return (self.party is Party.FIRST or bool(self.domain)) and self.is_at_home(stored, sites)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A name in which `*` stands for anything, and everything else for itself."""
    return re.compile(".*".join(map(re.escape, name.split("*"))), re.DOTALL)


def listed_in(center: PrivacyCenter) -> tuple[KnownItem, ...]:
    """What the data lists and a browser can see, in its order."""
    return tuple(
        listed
        for id, service in (center.cookies or {}).items()
        for name, item in service.items.items()
        for listed in _listed(id, name, item)
    )


def _listed(service: str, name: str, item: TrackerItem) -> Iterator[KnownItem]:
    if item.type.value in {kind.value for kind in _MATCHED}:
        domain = (item.domain or "").lower().lstrip(".")
        kind = StoredKind(item.type.value)
        yield KnownItem(service, name, kind, item.party, domain, item.duration)


def listed_by(catalogue: Catalogue) -> tuple[KnownItem, ...]:
    """What the services of a catalogue store; the most exact name comes first."""
    listed = [
        KnownItem(id, name, StoredKind(kind), Party(item.get("party", Party.FIRST)), _domain(item))
        for id, service in catalogue.cookies.items()
        for name, item in (service.get("items") or {}).items()
        if (kind := item.get("type", TrackerType.COOKIE.value)) in {one.value for one in _MATCHED}
    ]
    return tuple(sorted(listed, key=lambda one: ("*" in one.name, -len(one.name))))


def _domain(item: Mapping[str, Any]) -> str:
    return str(item.get("domain") or "").lower()


def wrong_stay(declared: str | None, stay: Stay) -> bool:
    """Whether something stays for another time than is declared; what is unknown is not wrong."""
    if declared is None or stay.ending is Ending.UNKNOWN:
        return False
    if declared == "session":
        return stay.ending is not Ending.SESSION
    if stay.ending is Ending.SESSION:
        return True
    if declared == "persistent" or stay.seconds is None:
        return declared != "persistent" and stay.seconds is not None
    meant = float(about_days(declared)) * _SECONDS_IN_A_DAY
    if meant > _LONGEST_IN_A_BROWSER and _LONGEST_IN_A_BROWSER <= stay.seconds <= meant:
        return False
    return abs(stay.seconds - meant) > max(meant * _LOOSE, _AT_LEAST_LOOSE)
