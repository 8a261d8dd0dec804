"""A list that is written in short where it has one entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from mkdocs_privacy.model.record import ShortForm


class OneOrMore:
    """Says that a tuple of records may be written as its only entry, without a list.

    What is written out again is as short as it can be: an entry with a short form that says no
    more is that form.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        listed = handler(source)
        return core_schema.no_info_before_validator_function(
            _as_list,
            listed,
            serialization=core_schema.wrap_serializer_function_ser_schema(
                lambda entries, dump: _in_short(entries, dump(entries)), schema=listed
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        listed = handler(schema)
        return {"anyOf": [listed["items"], listed]}


def _as_list(written: Any) -> Any:
    if written is None:
        return ()
    return written if isinstance(written, (list, tuple)) else (written,)


def _in_short(entries: Any, dumped: Any) -> Any:
    short = [_word_alone(*both) for both in zip(entries, dumped, strict=True)]
    return short[0] if len(short) == 1 else short


def _word_alone(entry: Any, dumped: Any) -> Any:
    if not (isinstance(entry, ShortForm) and isinstance(dumped, Mapping)):
        return dumped
    stated = [key for key, value in dumped.items() if value not in (None, (), [])]
    return dumped[entry.short_form] if stated == [entry.short_form] else dumped
