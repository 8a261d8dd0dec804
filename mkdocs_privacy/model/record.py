"""The base of everything that a site owner declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

AnyRecord = TypeVar("AnyRecord", bound="Record")


class Record(BaseModel):
    """A frozen record; an unknown key is an error, and a field's docstring is its documentation."""

    model_config = ConfigDict(
        extra="forbid",
        defer_build=True,
        frozen=True,
        use_attribute_docstrings=True,
        serialize_by_alias=True,
    )


INTERNAL = "internal"
"""The field of a record whose notes nobody outside the organisation sees."""


def without_internal(record: AnyRecord) -> AnyRecord:
    """The record as the public may see it: every `internal:` block is gone, at any depth."""
    public = {
        name: None if name == INTERNAL else _public(getattr(record, name))
        for name in type(record).model_fields
    }
    return record.model_copy(update=public)


def _public(value: Any) -> Any:
    if isinstance(value, Record):
        return without_internal(value)
    if isinstance(value, Mapping):
        return {key: _public(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return tuple(_public(entry) for entry in value)
    return value
