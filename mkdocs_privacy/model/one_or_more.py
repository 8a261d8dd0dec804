"""A list that is written in short where it has one entry, or where a word says all of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema


class OneOrMore:
    """Says that a tuple of records may be written as its only entry, without a list.

    With `word`, the name of a field, that field alone stands for an entry that says no more. What
    is written out again is as short as it can be.
    """

    def __init__(self, word: str | None = None) -> None:
        self.word = word

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        listed = handler(source)
        return core_schema.no_info_before_validator_function(
            self._as_list,
            listed,
            serialization=core_schema.wrap_serializer_function_ser_schema(
                lambda entries, dump: self._in_short(dump(entries)), schema=listed
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        listed = handler(schema)
        entry = listed["items"]
        if self.word:
            word = handler.resolve_ref_schema(entry)["properties"][self.word]
            entry = {"anyOf": [{key: word[key] for key in word if key != "description"}, entry]}
        return {"anyOf": [entry, {**listed, "items": entry}]}

    def _as_list(self, written: Any) -> Any:
        if written is None:
            return ()
        entries = written if isinstance(written, (list, tuple)) else (written,)
        if self.word is None:
            return entries
        return [{self.word: entry} if isinstance(entry, str) else entry for entry in entries]

    def _in_short(self, entries: Any) -> Any:
        short = [self._word_alone(entry) for entry in entries]
        return short[0] if len(short) == 1 else short

    def _word_alone(self, entry: Any) -> Any:
        if self.word is None or not isinstance(entry, Mapping):
            return entry
        stated = [key for key, value in entry.items() if value not in (None, (), [])]
        return entry[self.word] if stated == [self.word] else entry
