"""What tells records apart that have no id of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_privacy.model import Record
from mkdocs_privacy.model.processor import Service, Transfer

IDENTITY: Mapping[type[Record], tuple[str, ...]] = {
    Service: ("category", "role"),
    Transfer: ("countries", "mechanism"),
}
"""The fields that make a record the same record before and after."""


def by_key(records: Sequence[Record]) -> Mapping[str, Record]:
    """Records by what tells them apart; a second one of a kind gets a key of its own."""
    keyed: dict[str, Record] = {}
    for record in records:
        values = (getattr(record, name) for name in IDENTITY[type(record)])
        key = " ".join(
            str(part)
            for value in values
            for part in (sorted(value) if isinstance(value, tuple) else (value,))
        )
        while key in keyed:
            key += "+"
        keyed[key] = record
    return keyed
