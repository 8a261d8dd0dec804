"""The base of everything that a site owner declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

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


class ShortForm(Record):
    """A record that may be written as one of its fields alone: `mollie` for `{id: mollie}`."""

    short_form: ClassVar[str]
    """That field, which may be a text in several languages."""

    @model_validator(mode="before")
    @classmethod
    def _written_out(cls, written: Any) -> Any:
        annotation = cls.model_fields[cls.short_form].annotation
        is_word = isinstance(annotation, type) and issubclass(annotation, str)
        is_short = isinstance(written, str) or (
            not is_word
            and isinstance(written, Mapping)
            and not cls.model_fields.keys() & written.keys()
        )
        return {cls.short_form: written} if is_short else written

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        reference = handler(core_schema)
        schema = handler.resolve_ref_schema(reference)
        written_out = dict(schema)
        schema.clear()
        schema["anyOf"] = [written_out["properties"][cls.short_form], written_out]
        return reference


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
