"""Where each value of the completed data comes from: a file, the catalogue or a default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_privacy.catalogue import KINDS, Catalogue, Kind, at
from mkdocs_privacy.findings import KeyPath, Place
from mkdocs_privacy.loading.joining import is_reached_through_devices

_BY_COUNTRY = "by_country"

_PAIRED = ("processors", "cookies")
"""The kinds of which an entry brings one of the other."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from; one of these says so, and nothing of it is a default."""

    place: Place | None = None
    """Where the owner wrote it, or somebody in a catalogue of the site's own."""
    kind: str | None = None
    """In the catalogue, the kind of the entry that brought it."""
    id: str | None = None
    """The id of that entry."""
    field: KeyPath = ()
    """Its keys within that entry."""
    by: str | None = None
    """What chose it: `country BE`, `category delivery`."""

    @property
    def is_default(self) -> bool:
        """Whether nobody wrote it, and nothing brought it."""
        return self == Origin()


WORKED_OUT = Origin(by="what other entries say")


@dataclass(frozen=True, slots=True)
class Origins:
    """What the owner wrote and what came of it."""

    written: Mapping[str, Any]
    places: Mapping[KeyPath, Place]
    """Where the owner wrote each key."""
    content: Mapping[str, Any]
    """The data with all that was filled in."""
    catalogue: Catalogue
    country: str | None

    def of(self, path: KeyPath) -> Origin:
        """Where the value at a path comes from."""
        if not _has(self.content, path):
            return Origin()
        for kind in KINDS:
            entry = kind.entry_path(path)
            if entry is not None:
                return self._of_entry(kind, entry, path[len(entry) :])
        if path[:2] == ("notice", "claims") and path not in self.places:
            return WORKED_OUT
        return self._written(path)

    def taken(self) -> dict[tuple[str, str], KeyPath]:
        """Every entry of the catalogue that was taken, by kind and id, and where it went first."""
        found: dict[tuple[str, str], KeyPath] = {}
        for kind in KINDS:
            for path, entry in kind.places_in(self.content):
                used = self._used(kind, path, entry)
                if used is not None:
                    found.setdefault((kind.name, used), path)
        return found

    def _used(self, kind: Kind, path: KeyPath, entry: Any) -> str | None:
        """The id of the entry that was taken, if one was."""
        asked = entry if kind.is_remembered else at(self.written, path)
        used: Any = asked.get("use") if isinstance(asked, Mapping) else None
        if used is None and kind.name == "personal_data":
            used = path[-1]
        if used is None and kind.name == "authorities" and at(self.written, path) is None:
            used = next((code for code, one in self._authorities() if one is entry), None)
        known = getattr(self.catalogue, kind.name)
        return used if isinstance(used, str) and used in known else None

    def _authorities(self) -> list[tuple[str, Any]]:
        home = [(self.country, self.catalogue.authorities.get(self.country or ""))]
        return [(code, one) for code, one in (*home, *self.catalogue.authorities.items()) if code]

    def _of_entry(self, kind: Kind, entry: KeyPath, rest: KeyPath) -> Origin:
        own = at(self.written, entry)
        whole = at(self.content, entry)
        used = self._used(kind, entry, whole)
        by = f"country {self.country}" if kind.name == "authorities" and own is None else None
        if own is None and used and kind.name in _PAIRED:
            return self._of_pair(entry, used, rest)
        if not isinstance(own, Mapping):
            brought = Origin(kind=kind.name, id=used, field=rest, by=by) if used else WORKED_OUT
            return self._written(entry) if own is not None else brought
        if kind.is_text:  # it stands in place of the text
            return Origin(kind=kind.name, id=used) if used else self._written((*entry, *rest))
        if not rest or self._is_own(own, rest, kind):
            return self._of_list(entry, rest, own) or self._written((*entry, *rest))
        added = self._of_list(entry, rest, own)
        if added:
            return added
        entries: Mapping[Any, Any] = getattr(self.catalogue, kind.name)
        raw = entries.get(used)
        if raw is None or rest[0] not in raw:
            return WORKED_OUT
        is_national = self.country and _is_by_country(raw, rest)
        by = f"country {self.country}" if is_national else None
        return Origin(kind=kind.name, id=used, field=rest, by=by)

    def _of_pair(self, entry: KeyPath, used: str, rest: KeyPath) -> Origin:
        """Of an entry that another one brought: the catalogue, and which entry brought it."""
        kind, id = str(entry[0]), entry[1]
        if kind == "cookies":
            by = f"recipient {at(self.content, (*entry, 'processor'))}"
        else:
            table: Any = self.content.get("cookies") or {}
            by = f"cookie service {next(one for one in table if table[one].get('processor') == id)}"
        shipped: Any = getattr(self.catalogue, kind)[used]
        if rest and rest[0] not in shipped:
            return WORKED_OUT if rest[0] == "activity" else Origin(by=by)
        return Origin(kind=kind, id=used, field=rest, by=by)

    @staticmethod
    def _is_own(own: Mapping[Any, Any], rest: KeyPath, kind: Kind) -> bool:
        """Whether the owner wrote a field; of the items of a cookie service, each field."""
        if rest[0] not in own:
            return False
        if kind.name != "cookies" or rest[0] != "items":
            return True
        return _has(own, rest[:3]) if len(rest) > 1 else True

    def _of_list(self, entry: KeyPath, rest: KeyPath, own: Mapping[Any, Any]) -> Origin | None:
        """Of a value in a list of an activity, what put it there beside the list itself."""
        if entry[0] != "activities" or len(rest) < 2 or not isinstance(rest[1], int):
            return None
        key = rest[0]
        value = at(self.content, (*entry, *rest[:2]))
        also = own.get("also")
        added = also.get(key) if isinstance(also, Mapping) else None
        listed = added if isinstance(added, list) else [added]
        stated = own.get(key)
        if value in listed and value not in (stated if isinstance(stated, list) else [stated]):
            where = (*entry, "also", key)
            inside = (*where, listed.index(value), *rest[2:])
            return self._written(inside if (*where, 0) in self.places else where)
        if key == "processors" and key not in own:
            return Origin(by=self._why_joined(entry[1], value))
        return None

    def _why_joined(self, activity: str | int, recipient: Any) -> str:
        """Why a recipient is in an activity that names none: what it stores, or its category."""
        id: Any = recipient.get("id") if isinstance(recipient, Mapping) else recipient
        entry: Any = at(self.content, ("processors", id))
        table: Any = self.content.get("cookies") or {}
        if is_reached_through_devices(entry, self.catalogue):
            for service, one in table.items():
                if (one.get("processor"), one.get("activity")) == (id, activity):
                    return f"cookie service {service}"
        return f"category {entry.get('category')}"

    def _written(self, path: KeyPath) -> Origin:
        """The line of a key, or of the nearest one around it."""
        while path and path not in self.places:
            path = path[:-1]
        return Origin(place=self.places[path]) if path else WORKED_OUT


def _is_by_country(raw: Any, path: KeyPath) -> bool:
    """Whether a value of an entry hangs on the country."""
    for step in path:
        if isinstance(raw, Mapping):
            if _BY_COUNTRY in raw:
                return True
            if isinstance(step, str):  # a number may count what stands there alone
                raw = raw.get(step)
        elif isinstance(raw, list) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
    return isinstance(raw, Mapping) and _BY_COUNTRY in raw


def _has(content: Any, path: KeyPath) -> bool:
    """Whether data goes as far as a path, or ends before it in a short form of what is there."""
    for step in path:
        if isinstance(content, list) and isinstance(step, str) and len(content) == 1:
            content = content[0]  # which may be written without a list
        if isinstance(content, Mapping):
            if step not in content:
                return False
            content = content[step]
        elif isinstance(content, list):
            if not isinstance(step, int) or step >= len(content):
                return False
            content = content[step]
        else:
            return content is not None
    return True
