"""A change: one difference between two releases, in terms of the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import Record, Text
from mkdocs_privacy.releases.kinds import ENTRIES, ChangeKind

Value: TypeAlias = (
    Record | Text | date | str | int | tuple["Value", ...] | Mapping[str, "Value"] | None
)
"""What a field of the model can hold; enumerations are strings, and what is unstated is None."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: its kind, where it stands in the data, and both values."""

    kind: ChangeKind
    path: KeyPath
    """`("processors", "mollie", "country")`, as in the later release; removed: in the earlier."""
    before: Value = None
    after: Value = None
    is_first: bool = False
    """Whether nothing stood there before: it is newly stated, and need not be new."""
    is_further: bool = False
    """Of a country outside the European Economic Area: whether another such stood there before."""

    @property
    def entry(self) -> str | None:
        """The id of the entry that it is about, where there is one."""
        return str(self.path[1]) if self.path[0] in ENTRIES and len(self.path) > 1 else None
