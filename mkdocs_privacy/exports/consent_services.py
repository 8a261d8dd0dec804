"""What a visitor chooses about: the one record from which every banner and cookie list is made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from ipaddress import ip_address
from urllib.parse import urlsplit

from mkdocs_privacy.model import (
    Consent,
    CookieCategory,
    CookieService,
    Party,
    PrivacyCenter,
    TrackerItem,
    TrackerType,
    about_days,
)

SCRIPTS_DELETE = (
    TrackerType.COOKIE,
    TrackerType.LOCAL_STORAGE,
    TrackerType.SESSION_STORAGE,
    TrackerType.INDEXED_DB,
)
"""What stays on a device, where a script of the same site can delete it."""
_SECONDS_IN_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One thing that is stored, read or sent."""

    name: str
    """Its name, `*` for any characters."""
    item: TrackerItem
    domains: tuple[str, ...]
    """Where a browser may hold it, the nearest first; empty where that is not known."""
    is_deletable: bool
    """Whether a banner deletes it when it is refused."""
    kept: tuple[str, ...] = ()
    """Names of the same type that need no consent, though the pattern covers them."""

    @property
    def pattern(self) -> str:
        """A regular expression of JavaScript for the whole name."""
        kept = f"(?!(?:{'|'.join(map(_expression, self.kept))})$)" if self.kept else ""
        return f"^{kept}{_expression(self.name)}$"

    @property
    def is_exact(self) -> bool:
        """Whether the name stands for itself alone."""
        return "*" not in self.name

    @property
    def seconds(self) -> int | None:
        """How long it lasts: 0 for a session, nothing where no number is stated."""
        if self.item.duration == "session":
            return 0
        if self.item.duration in (None, "persistent"):
            return None
        return int(about_days(self.item.duration) * Decimal(_SECONDS_IN_A_DAY))


@dataclass(frozen=True, slots=True)
class ListedService:
    """A service, or the part of it that is of another category."""

    id: str
    """That of the service; of a further part with `__` and its category."""
    service_id: str
    service: CookieService
    category: CookieCategory
    asks_consent: bool
    """Whether it waits for consent; where nothing is stated, it does."""
    items: tuple[ListedItem, ...]

    @property
    def group(self) -> str:
        """What one switch of a banner turns on or off: the category, or what differs from it."""
        is_usual = self.asks_consent is not (self.category is CookieCategory.NECESSARY)
        if is_usual:
            return str(self.category)
        return f"{self.category}_{'with' if self.asks_consent else 'without'}_consent"

    @property
    def is_of_emails(self) -> bool:
        """Whether it works in e-mails alone: then no website asks for consent to it."""
        types = {listed.item.type for listed in self.items}
        return (
            TrackerType.EMAIL_PIXEL
            in types
            <= {
                TrackerType.EMAIL_PIXEL,
                TrackerType.URL_PARAMETER,
            }
        )

    @property
    def deletable(self) -> tuple[ListedItem, ...]:
        """What goes when it is refused."""
        return tuple(listed for listed in self.items if listed.is_deletable)


def list_services(center: PrivacyCenter) -> tuple[ListedService, ...]:
    """Every service with its items, by category; none where the data does not speak of cookies.

    An item that stands in two services is in both. It is deleted when one of them is refused,
    unless one of them asks no consent.
    """
    host = urlsplit(center.organisation.website).hostname or ""
    domains = domains_of(host)
    services = center.cookies or {}
    unasked = _names_without_consent(services)
    parts = [
        part for id, service in services.items() for part in _parts(id, service, domains, unasked)
    ]
    order = tuple(CookieCategory)
    return tuple(sorted(parts, key=lambda part: (order.index(part.category), part.asks_consent)))


def groups_of(services: tuple[ListedService, ...]) -> Mapping[str, tuple[ListedService, ...]]:
    """The services that one switch of a banner is about, by its name."""
    names = dict.fromkeys(service.group for service in services)
    return {name: tuple(one for one in services if one.group == name) for name in names}


def domains_of(host: str) -> tuple[str, ...]:
    """The domains for which a site may have set a cookie: its own, and those above it."""
    try:
        ip_address(host)
    except ValueError:
        labels = host.encode("idna").decode().split(".")
        return tuple(".".join(labels[at:]) for at in range(max(1, len(labels) - 1)))
    return (host,)


def _parts(
    id: str,
    service: CookieService,
    domains: tuple[str, ...],
    unasked: Mapping[TrackerType, frozenset[str]],
) -> Iterator[ListedService]:
    by_part: dict[tuple[CookieCategory, bool], list[ListedItem]] = {}
    own = (service.category, _waits(service, service.category))
    if not service.items:
        by_part[own] = []
    for name, item in service.items.items():
        category = _category_in_banner(service, item)
        waits = _waits(service, category)
        listed = _listed(name, item, domains, unasked, waits=waits)
        by_part.setdefault((category, waits), []).append(listed)
    first = own if own in by_part else next(iter(by_part))
    for (category, waits), items in by_part.items():
        part_id = id if (category, waits) == first else f"{id}__{category}"
        yield ListedService(part_id, id, service, category, waits, tuple(items))


def _category_in_banner(service: CookieService, item: TrackerItem) -> CookieCategory:
    """The category of an item; what is necessary within a service that waits, waits with it."""
    category = item.category or service.category
    if category is CookieCategory.NECESSARY and service.consent is Consent.REQUIRED:
        return service.category
    return category


def _waits(service: CookieService, category: CookieCategory) -> bool:
    if service.consent is None:
        return category is not CookieCategory.NECESSARY
    return service.consent is Consent.REQUIRED


def _listed(
    name: str,
    item: TrackerItem,
    domains: tuple[str, ...],
    unasked: Mapping[TrackerType, frozenset[str]],
    *,
    waits: bool,
) -> ListedItem:
    is_ours = item.party is Party.FIRST
    others = unasked.get(item.type, frozenset())
    is_deletable = (
        waits
        and is_ours
        and item.type in SCRIPTS_DELETE
        and name not in others
        and name.strip("*") != ""  # it would delete whatever there is
    )
    covered = (other for other in others if re.match(f"{_expression(name)}$", other))
    kept = tuple(sorted(covered)) if is_deletable and "*" in name else ()
    known = domains if is_ours and not item.domain else (item.domain,) if item.domain else ()
    return ListedItem(name, item, known, is_deletable, kept)


def _names_without_consent(
    cookies: Mapping[str, CookieService],
) -> Mapping[TrackerType, frozenset[str]]:
    """The names of what is stored without asking, by type."""
    names: dict[TrackerType, set[str]] = {}
    for service in cookies.values():
        for name, item in service.items.items():
            if not _waits(service, _category_in_banner(service, item)):
                names.setdefault(item.type, set()).add(name)
    return {type: frozenset(of_type) for type, of_type in names.items()}


def _expression(name: str) -> str:
    """A name as a regular expression that Python and JavaScript read alike."""
    return ".*".join(map(_escaped, name.split("*")))


def _escaped(literal: str) -> str:
    escaped = re.sub(r"[\\^$.+?()\[\]{}|/]", r"\\\g<0>", literal)
    return re.sub("[\x00-\x1f\u2028\u2029]", lambda found: f"\\u{ord(found.group()):04x}", escaped)
