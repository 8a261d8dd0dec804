"""`taken_from`: entries that were once taken from the catalogue, and are all written out now.

`mkdocs-privacy show --resolved` writes it in place of `use`. Nothing is filled in; pages, releases
and rules treat the entry as they did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_privacy.catalogue import KINDS, at
from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.data import UNKNOWN_KEY, WRONG_TYPE

KEY = "taken_from"


def set_aside(
    content: Mapping[str, Any], places: Mapping[KeyPath, Place], findings: list[Finding]
) -> tuple[dict[str, Any], dict[KeyPath, Mapping[str, Any]]]:
    """The data without that key, and by path the entries as they are without being completed."""
    changed = dict(content)
    found: dict[KeyPath, Mapping[str, Any]] = {}
    for path, entry in _entries(content):
        if KEY not in entry:
            continue
        where = (*path, KEY)
        if "use" in entry or not isinstance(entry[KEY], str):
            rule = UNKNOWN_KEY if "use" in entry else WRONG_TYPE
            message = (
                "`use` takes facts from the catalogue, and this says that none are taken: remove "
                "one of the two"
                if rule is UNKNOWN_KEY
                else "the id of an entry of the catalogue is expected here"
            )
            findings.append(Finding(rule, message, path=where, place=places.get(where)))
        written = {key: value for key, value in entry.items() if key != KEY}
        is_used = isinstance(entry[KEY], str) and "use" not in entry
        use = {"use": entry[KEY]} if is_used and path[0] != "personal_data" else {}
        found[path] = {**use, **written}
        _set(changed, path, written)
    return changed, found


def put_back(content: dict[str, Any], found: Mapping[KeyPath, Mapping[str, Any]]) -> None:
    """Let completed data say where those entries are from; personal data stays as it is written."""
    for path, entry in found.items():
        if path[0] == "personal_data":
            _set(content, path, entry)
        elif "use" in entry:
            _set(content, path, {"use": entry["use"], **at(content, path)})


def _entries(content: Mapping[str, Any]) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    for kind in KINDS:
        if kind.is_remembered or kind.name == "personal_data":
            for path, entry in kind.places_in(content):
                if isinstance(entry, Mapping):
                    yield path, entry


def _set(content: dict[str, Any], path: KeyPath, value: Any) -> None:
    """Put a value at a path; what lies on the way is copied, so that nothing else changes."""
    for step in path[:-1]:
        content[str(step)] = dict(content[str(step)])
        content = content[str(step)]
    content[str(path[-1])] = value
