"""The base of everything that a site owner declares."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from operator import is_not
from textwrap import dedent
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
        serialize_by_alias=True,
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        reference = handler(core_schema)
        properties = handler.resolve_ref_schema(reference).get("properties", {})
        for name, description in descriptions(cls).items():
            properties[cls.model_fields[name].alias or name]["description"] = description
        return reference


@cache
def descriptions(record: type[Record]) -> Mapping[str, str]:
    """What the docstring below each field says of it.

    Pydantic can read them as well (`use_attribute_docstrings`), but does so for all fields whenever
    a command starts, and only the schema, the reference and some errors need them.
    """
    found: dict[str, str] = {}
    for base in reversed(record.__mro__):
        if base.__module__.startswith("pydantic") or not issubclass(base, Record):
            continue
        [declared] = ast.parse(dedent(inspect.getsource(base))).body
        body = declared.body if isinstance(declared, ast.ClassDef) else []
        for field, below in pairwise(body):
            match field, below:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(said))),
                ) if name in record.model_fields:
                    found[name] = inspect.cleandoc(said)
    return found


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
        reference = super().__get_pydantic_json_schema__(core_schema, handler)
        schema = handler.resolve_ref_schema(reference)
        written_out = dict(schema)
        schema.clear()
        schema["anyOf"] = [written_out["properties"][cls.short_form], written_out]
        return reference


INTERNAL = "internal"
"""The field of a record whose notes nobody outside the organisation sees."""


def without_internal(record: AnyRecord) -> AnyRecord:
    """The record as the public may see it: every `internal:` block is gone, at any depth.

    What has none, as most records, stays the same object.
    """
    public = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        shown = None if name == INTERNAL else _public(value)
        if shown is not value:
            public[name] = shown
    return record.model_copy(update=public) if public else record


def _public(value: Any) -> Any:
    if isinstance(value, Record):
        return without_internal(value)
    if isinstance(value, Mapping):
        entries = {key: _public(entry) for key, entry in value.items()}
        return entries if any(entries[key] is not value[key] for key in value) else value
    if isinstance(value, tuple):
        shown = tuple(_public(entry) for entry in value)
        return shown if any(map(is_not, shown, value)) else value
    return value
