"""A change: one difference between two releases, in terms of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.releases.kinds import ENTRIES, ChangeKind


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: its kind, where it stands in the data, and both values."""

    kind: ChangeKind
    path: KeyPath
    """`("processors", "mollie", "country")`, as in the later release; removed: in the earlier."""
    before: Any = None
    after: Any = None

    @property
    def entry(self) -> str | None:
        """The id of the entry that it is about, where there is one."""
        return str(self.path[1]) if self.path[0] in ENTRIES and len(self.path) > 1 else None
