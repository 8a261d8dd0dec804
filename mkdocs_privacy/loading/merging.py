"""The data of all files becomes one mapping."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.yaml import DUPLICATE_KEY
from mkdocs_privacy.loading.origins import Origins


class Merged:
    """The data of all files as one mapping, with the place of every key."""

    def __init__(self) -> None:
        self.content: dict[str, Any] = {}
        self.places: dict[KeyPath, Place] = {}
        self.findings: list[Finding] = []
        self.is_whole = True
        """Whether every file could be read."""
        self.origins: Origins | None = None

    def add(self, content: Mapping[str, Any], places: Mapping[KeyPath, Place]) -> None:
        """Merge by top-level key; an entry that two files declare is a finding."""
        for key, value in content.items():
            present = self.content.get(key)
            if present is None:
                self.content[key] = dict(value) if isinstance(value, Mapping) else value
            elif isinstance(present, dict) and isinstance(value, Mapping):
                self._merge(key, present, value, places)
            elif value is not None:
                self._twice((key,), places)
        for path, place in places.items():
            self.places.setdefault(path, place)

    def _merge(
        self,
        key: str,
        present: dict[str, Any],
        value: Mapping[str, Any],
        places: Mapping[KeyPath, Place],
    ) -> None:
        for id, entry in value.items():
            if id in present:
                self._twice((key, id), places)
            else:
                present[id] = entry

    def _twice(self, path: KeyPath, places: Mapping[KeyPath, Place]) -> None:
        message = f"this is already declared in {self.places.get(path)}: keep one of the two"
        self.findings.append(Finding(DUPLICATE_KEY, message, path=path, place=places.get(path)))
