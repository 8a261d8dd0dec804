"""`catalogue.lock`: the entries of the shipped catalogue as a site took them.

Beside the data, in YAML, each entry with a hash. They go before those of the installed version, so
that a new version of the package changes no site by itself.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from mkdocs_privacy.catalogue import KINDS, Catalogue, Layer, whole_entry
from mkdocs_privacy.disk import UnreadableFile, as_shown, read_file
from mkdocs_privacy.findings import Finding, KeyPath, Place, nearest_place
from mkdocs_privacy.findings.rules.catalogue import (
    BROKEN_LOCK,
    CATALOGUE_CORRECTED,
    CATALOGUE_MOVED,
    CATALOGUE_WITHDRAWN,
)
from mkdocs_privacy.yaml_source import YamlSource

LOCK = "catalogue.lock"
"""The name of the file, in the data folder."""

Taken: TypeAlias = tuple[str, str]
"""A kind and an id of the catalogue."""

_HEAD = (
    "# What this site takes from the catalogue of mkdocs-privacy, as it was when it was taken.\n"
    "# Keep this file with the data, and do not edit it: `mkdocs-privacy catalogue update` does.\n"
)
_AGAIN = "restore the file, or write it anew with `mkdocs-privacy catalogue update`"
_LONGEST = 70
"""Characters of a value that a finding shows."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What the file says; where something is wrong with it, there are no entries."""

    entries: Layer = field(default_factory=dict)
    places: Mapping[KeyPath, Place] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    exists: bool = False

    def entry(self, kind: str, id: str) -> Mapping[str, Any] | None:
        """An entry as it was taken, if it is locked."""
        return self.entries.get(kind, {}).get(id)

    def place(self, kind: str, id: str) -> Place | None:
        """The line on which an entry begins."""
        return self.places.get((kind, id))


@dataclass(frozen=True, slots=True)
class Locking:
    """What a site takes of the shipped catalogue, and what it has locked."""

    lock: Lock
    shipped: Catalogue
    taken: Mapping[Taken, KeyPath]
    """Where each entry goes in the data."""

    def text(self, moving: Iterable[Taken] = ()) -> str:
        """The lock as it should be written, with some entries as they are shipped today."""
        return lock_text(locked_entries(self.taken, self.lock, self.shipped, moving))


@dataclass(frozen=True, slots=True)
class Move:
    """A value of an entry that is no longer as it was taken; nothing where there is none."""

    path: KeyPath
    before: Any
    after: Any


def read_lock(folder: Path, base: Path, read: Callable[[bytes, str], YamlSource]) -> Lock:
    """The lock of a data folder; findings name it relative to `base`, and `read` reads YAML."""
    file = folder / LOCK
    shown = as_shown(file, base)
    if not os.path.lexists(file):
        return Lock()
    try:
        source = read(read_file(file, folder), shown)
    except UnreadableFile as reason:
        wrong = Finding(BROKEN_LOCK, f"{reason}; or {_AGAIN}", place=Place(shown))
        return Lock(findings=(wrong,), exists=True)
    entries: dict[str, dict[str, Mapping[str, Any]]] = {}
    findings = [
        Finding(BROKEN_LOCK, f"{found.message}; or {_AGAIN}", found.path, found.place)
        for found in source.findings
    ]
    if not findings:
        findings += _wrong(source.content, source.places, Place(shown), entries)
    return Lock({} if findings else entries, source.places, tuple(findings), exists=True)


def _wrong(
    content: Any,
    places: Mapping[KeyPath, Place],
    top: Place,
    entries: dict[str, dict[str, Mapping[str, Any]]],
) -> Iterator[Finding]:
    """What is not as it was written; what is goes into `entries`."""
    known = {kind.name for kind in KINDS}
    for kind, locked in content.items() if isinstance(content, Mapping) else [(None, None)]:
        if kind not in known or not isinstance(locked, Mapping):
            message = f"this is no part of a lock of this version: {_AGAIN}"
            yield Finding(BROKEN_LOCK, message, place=places.get((kind,), top) if kind else top)
            continue
        for id, one in locked.items():
            entry = one.get("entry") if isinstance(one, Mapping) else None
            if not isinstance(entry, Mapping) or one.get("sha256") != entry_hash(entry):
                message = f"this entry is not as it was written: {_AGAIN}"
                yield Finding(BROKEN_LOCK, message, (kind, id), places.get((kind, id), top))
                continue
            entries.setdefault(str(kind), {})[str(id)] = entry


def entry_hash(entry: Mapping[str, Any]) -> str:
    """The SHA-256 of an entry, whatever the order of its keys."""
    canonical = json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def lock_text(entries: Iterable[tuple[Taken, Mapping[str, Any]]]) -> str:
    """The file that locks these entries: by kind, then by id."""
    by_kind: dict[str, dict[str, Any]] = {kind.name: {} for kind in KINDS}
    for (kind, id), entry in sorted(entries, key=lambda one: one[0]):
        by_kind[kind][id] = {"sha256": entry_hash(entry), "entry": entry}
    content = {kind: locked for kind, locked in by_kind.items() if locked}
    return _HEAD + _as_yaml(content)


def _as_yaml(content: Mapping[str, Any]) -> str:
    plain = json.loads(json.dumps(content))  # no value is an alias of another
    written: str = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100)
    return written


def entry_text(entry: Mapping[str, Any] | None) -> str:
    """An entry as it stands in a file, to be compared line by line."""
    return _as_yaml(entry) if entry else ""


def locked_entries(
    taken: Iterable[Taken], lock: Lock, shipped: Catalogue, moving: Iterable[Taken] = ()
) -> Iterator[tuple[Taken, Mapping[str, Any]]]:
    """What a site takes, as it is locked; as it is shipped if it is `moving`, or not locked yet."""
    moving = set(moving)
    for kind, id in taken:
        locked, today = lock.entry(kind, id), whole_entry(shipped, kind, id)
        entry = today if locked is None or (kind, id) in moving else locked
        if entry is not None or locked is not None:
            yield (kind, id), entry or locked or {}


def moves(before: Any, after: Any, path: KeyPath = ()) -> Iterator[Move]:
    """The single values in which an entry differs from what it was."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys([*before, *after]):
            yield from moves(before.get(key), after.get(key), (*path, key))
    elif before != after:
        yield Move(path, before, after)


def find_moved(
    taken: Mapping[Taken, KeyPath], lock: Lock, shipped: Catalogue, places: Mapping[KeyPath, Place]
) -> Iterator[Finding]:
    """What the catalogue says otherwise than the lock, of the entries that a site takes.

    `places` has the line of everything that the owner wrote.
    """
    for kind, id in taken:
        locked, today = lock.entry(kind, id), whole_entry(shipped, kind, id)
        why = (today or {}).get("withdrawn")
        if why:
            message = f"do not use this entry of the catalogue any more: {_words(why)}"
            path = taken[kind, id]
            yield Finding(CATALOGUE_WITHDRAWN, message, path, nearest_place(path, places))
        if locked is None:
            continue
        place = lock.place(kind, id)
        correction = (today or {}).get("correction")
        if correction and correction != locked.get("correction"):
            message = (
                f"the catalogue corrects what you took: {_words(correction)}: run `mkdocs-privacy "
                f"catalogue update {id}`"
            )
            yield Finding(CATALOGUE_CORRECTED, message, (kind, id), place)
        if today is None:
            message = "the catalogue no longer has this entry, and your site keeps it as it was"
            yield Finding(CATALOGUE_MOVED, message, (kind, id), place)
            continue
        for key in dict.fromkeys([*locked, *today]):
            found = [*moves(locked.get(key), today.get(key), (key,))]
            if found and key not in ("withdrawn", "correction"):
                yield Finding(CATALOGUE_MOVED, _told(found), (kind, id, key), place)


def _told(found: list[Move]) -> str:
    first, *others = found
    inside = ".".join(map(str, first.path[1:]))
    more = f" (and {len(others)} more)" if others else ""
    before, after = _from_where_they_differ(first.before, first.after)
    return f"{f'{inside}: ' if inside else ''}{_short(before)} → {_short(after)}{more}"


def _from_where_they_differ(before: Any, after: Any) -> tuple[Any, Any]:
    """Two values without the words that both begin with, where these leave no room for the rest."""
    if not (isinstance(before, str) and isinstance(after, str)):
        return before, after
    pairs = zip(before, after, strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if max(len(before), len(after)) <= _LONGEST or alike < _LONGEST // 2:
        return before, after
    begin = before.rfind(" ", 0, alike) + 1
    return f"…{before[begin:]}", f"…{after[begin:]}"


def _short(value: Any) -> str:
    """A value as a finding shows it."""
    if value is None:
        return "nothing"
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"‘{words if len(words) <= _LONGEST else f'{words[: _LONGEST - 1]}…'}’"


def _words(value: Any) -> str:
    """A remark for owners, which may have a date beside it."""
    if isinstance(value, Mapping):
        return " ".join(str(value[key]) for key in ("as_of", "why") if key in value)
    return str(value).rstrip(".")
