"""Who receives the data of an activity in which its owner names nobody, and what stores for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_privacy.catalogue import Catalogue

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The categories of which every recipient joins an activity."""

    categories: Sequence[str]
    is_asked: bool
    """Whether the owner wrote them; if not, the catalogue did."""
    named: frozenset[str]
    """Whom this or another activity names, so that they do not join it."""


@dataclass(frozen=True, slots=True)
class Joining:
    """The completed recipients, cookie table and activities of a site, which nobody joined yet."""

    catalogue: Catalogue
    processors: Mapping[str, Any]
    cookies: Mapping[str, Any]
    activities: Mapping[str, Any]

    @classmethod
    def of(cls, content: Mapping[str, Any], catalogue: Catalogue) -> Joining:
        """Those of completed data; what is no table of entries has none."""
        tables = (content.get(key) for key in ("processors", "cookies", "activities"))
        return cls(catalogue, *(one if isinstance(one, Mapping) else {} for one in tables))

    def cookies_with_activities(self) -> dict[str, Any]:
        """The cookie table with the activity that each shipped service is a part of, if it is one.

        Those are the activities of the site that are taken from the ones that the catalogue names.
        """
        completed = {}
        for id, service in self.cookies.items():
            is_open = isinstance(service, Mapping) and "activity" not in service
            those = [*self._activities_of(service)] if is_open else []
            completed[id] = {**service, "activity": those[0]} if len(those) == 1 else service
        return completed

    def activities_with_recipients(self, wanted: Mapping[str, Wanted]) -> dict[str, Any]:
        """The activities, with those who join them before those who are named in them."""
        completed = dict(self.activities)
        register = {id: one for id, one in self.processors.items() if isinstance(one, Mapping)}
        through_devices = {id: self._through_devices(id, one) for id, one in register.items()}
        for id, asked in wanted.items():
            joined = [*_joining(id, asked, register, {} if asked.is_asked else through_devices)]
            named = as_list(self.activities[id].get("processors"))
            if joined or named:
                completed[id] = {**self.activities[id], "processors": [*joined, *named]}
        return completed

    def _through_devices(self, id: str, recipient: Entry) -> frozenset[str] | None:
        """The activities of what brings a recipient all that it gets; nothing where none does.

        It would be wrong to go by its category: who counts visits with consent is of the same one
        as who counts them without cookies.
        """
        use = _use(recipient)
        if not is_reached_through_devices(recipient, self.catalogue):
            return None
        own = [one for one in self.cookies.values() if _field(one, "processor") == id]
        shipped = [
            {**self.catalogue.cookies[service], "use": service}
            for service, of in self.catalogue.recipients.items()
            if of == use
        ]
        for services in (own, shipped):
            if any(self._says_for_what(service) for service in services):
                return frozenset(one for each in services for one in self._activities_of(each))
        return None

    def _says_for_what(self, service: Any) -> bool:
        use = _use(service)
        return bool(_field(service, "activity") or self.catalogue.activities_of_cookies.get(use))

    def _activities_of(self, service: Any) -> Iterable[str]:
        """The activities that a service is a part of.

        Of several that are possible, those on consent are meant where the service waits for
        consent, and the others where it does not.
        """
        stated = _field(service, "activity")
        if isinstance(stated, str):
            return [stated]
        possible = self.catalogue.activities_of_cookies.get(_use(service), ())
        those = [id for id, entry in self.activities.items() if _use(entry) in possible]
        waits = _field(service, "consent") == "required"
        fitting = [id for id in those if is_on_consent(self.activities[id]) is waits]
        return fitting or those


def is_reached_through_devices(recipient: Entry, catalogue: Catalogue) -> bool:
    """Whether a recipient gets nothing but what its services bring it, as who counts visits."""
    is_known = _use(recipient) in catalogue.reached_through_devices
    return is_known or recipient.get("category") == "statistics"


def is_on_consent(activity: Entry) -> bool:
    """Whether an activity, as it is written, has consent as a legal basis."""
    bases = as_list(activity.get("legal_basis"))
    return any((_field(basis, "basis") or basis) == "consent" for basis in bases)


def as_list(written: Any) -> list[Any]:
    """What may be written with or without a list."""
    if written is None:
        return []
    return list(written) if isinstance(written, list | tuple) else [written]


def ids_of_recipients(activity: Entry) -> Iterator[str]:
    """The ids of the recipients that an activity names."""
    for recipient in as_list(activity.get("processors")):
        id = recipient.get("id") if isinstance(recipient, Mapping) else recipient
        if isinstance(id, str):
            yield id


def _joining(
    activity: str,
    wanted: Wanted,
    register: Mapping[str, Entry],
    through_devices: Mapping[str, frozenset[str] | None],
) -> Iterator[Any]:
    """The recipients that no activity names, in the order of the site."""
    for id, entry in register.items():
        if id in wanted.named:
            continue
        category = entry.get("category")
        activities = through_devices.get(id)
        if category in wanted.categories if activities is None else activity in activities:
            yield id
        else:
            others = [one for one in wanted.categories if one != category]
            yield from _for_further_service(id, entry, others)


def _for_further_service(id: str, recipient: Entry, categories: Sequence[str]) -> Iterator[Any]:
    """A recipient that does something of these categories besides, in its role there."""
    for service in as_list(recipient.get("also")):
        if isinstance(service, Mapping) and service.get("category") in categories:
            role = service.get("role")
            yield id if role == recipient.get("role") else {"id": id, "role": role}
            return


def _field(entry: Any, key: str) -> Any:
    return entry.get(key) if isinstance(entry, Mapping) else None


def _use(entry: Any) -> str:
    use = _field(entry, "use")
    return use if isinstance(use, str) else ""
