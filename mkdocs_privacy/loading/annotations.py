"""What the model's annotations say stands at a location in the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from mkdocs_privacy.model import Record, descriptions


def description_of(location: Sequence[int | str], key: str, record: type[Record]) -> str | None:
    """What the docstring of a field says, where the record at a location has it."""
    holder = _record_at(location, record)
    for name, field in holder.model_fields.items() if holder else ():
        if key == (field.alias or name):
            return descriptions(holder).get(name)
    return None


def words_instead(location: Sequence[int | str], record: type[Record]) -> tuple[str, ...]:
    """The words that may stand at a location instead of a record: `none`."""
    annotation: Any = record
    for step in location:
        annotation = _inside(annotation, step)
    literals = (part for part in _parts(annotation) if get_origin(part) is Literal)
    return tuple(word for literal in literals for word in get_args(literal))


def fields_at(location: Sequence[int | str], record: type[Record]) -> dict[str, FieldInfo]:
    """The fields, by the name they have in YAML, of the record at a location."""
    found = _record_at(location, record)
    fields = found.model_fields if found else {}
    return {field.alias or name: field for name, field in fields.items()}


def _record_at(location: Sequence[int | str], record: type[Record]) -> type[Record] | None:
    annotation: Any = record
    for step in location:
        annotation = _inside(annotation, step)
    return next(_records(annotation), None)


def _inside(annotation: Any, step: int | str) -> Any:
    """The annotation one step further: a field, an entry, an item; a union's tag is no step."""
    for record in _records(annotation):
        for name, field in record.model_fields.items():
            if step in (name, field.alias):
                return field.annotation
    for part in _parts(annotation):
        if get_origin(part) is dict:
            return get_args(part)[1]
        if get_origin(part) is tuple:
            return get_args(part)[0]
    return annotation


def _records(annotation: Any) -> Iterator[type[Record]]:
    for part in _parts(annotation):
        if isinstance(part, type) and not get_origin(part) and issubclass(part, Record):
            yield part


def _parts(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        for part in get_args(annotation):
            yield from _parts(part)
    elif origin is Annotated:
        yield from _parts(get_args(annotation)[0])
    else:
        yield annotation
