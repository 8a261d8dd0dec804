"""What the model declares of a field: the record that holds it, and the annotation taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from mkdocs_privacy.model import (
    CountryCode,
    Lifetime,
    Period,
    PrivacyCenter,
    Record,
    Reference,
    Term,
    Text,
    suggestion,
)

ENTRIES = {
    "audiences": "audience",
    "personal_data": "personal_data",
    "activities": "activity",
    "processors": "processor",
    "disclosures": "disclosure",
    "cookies": "cookie",
    "measures": "measure",
    "sections": "section",
}
"""Top-level keys whose entries have an id, and what the table of kinds calls one of them."""

_KEYS: Mapping[str, str] = {entry: key for key, entry in ENTRIES.items()}
_PERIODS = tuple(get_args(scalar)[1:] for scalar in (Period, Term, Lifetime))
_COUNTRY = get_args(CountryCode)[1:]


class WrongRow(Exception):
    """A row of the table of kinds that does not fit the model; the text says what to write."""


class _Part(NamedTuple):
    """One possibility of an annotation: `str` in `dict[Slug, str] | None`."""

    type: Any
    metadata: tuple[Any, ...]
    container: type | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """What the model says of one field."""

    owner: type[Record]
    name: str
    """What Python calls it: `start`, where YAML says `from`."""
    type: Any
    """What it holds, or holds several of: a class, or a Literal."""
    metadata: tuple[Any, ...]
    container: type | None
    """`tuple` or `dict`, where it holds several."""
    is_optional: bool
    """Whether it may be left unstated."""
    may_be_none: bool
    """Whether the word `none` may stand in its place."""

    def __str__(self) -> str:
        """The annotation, as the model writes it."""
        holder = next(base for base in self.owner.__mro__ if self.name in base.__annotations__)
        return " ".join(str(holder.__annotations__[self.name]).split())

    @property
    def is_single(self) -> bool:
        """Whether it holds one value."""
        return self.container is None

    @property
    def is_record(self) -> bool:
        """Whether it holds a record, or several."""
        return isinstance(self.type, type) and issubclass(self.type, Record)

    @property
    def is_text(self) -> bool:
        """Whether it holds words in the site's languages."""
        return isinstance(self.type, type) and issubclass(self.type, Text)

    @property
    def is_period(self) -> bool:
        """Whether it holds a length of time."""
        return self.metadata in _PERIODS

    @property
    def is_country(self) -> bool:
        """Whether it holds the code of a country."""
        return self.metadata == _COUNTRY

    @property
    def is_plain(self) -> bool:
        """Whether what it holds is none of these."""
        return not (self.is_record or self.is_text or self.is_period or self.is_country)

    @property
    def members(self) -> tuple[str, ...]:
        """The values to choose from, where it is an enumeration or a Literal."""
        if get_origin(self.type) is Literal:
            return get_args(self.type)
        if isinstance(self.type, type) and issubclass(self.type, StrEnum):
            return tuple(self.type)
        return ()

    @property
    def refers_to(self) -> str | None:
        """The top-level key under which the ids stand that it holds, or that its records name."""
        if self.is_record and "id" in self.type.model_fields:
            return declared_by(self.type, "id").refers_to
        kinds = (known.kind for known in self.metadata if isinstance(known, Reference))
        return next(kinds, None)


@cache
def declared(field: str) -> Declared:
    """What the model says of `activity.retention.from`; raises WrongRow where there is no such."""
    top, *rest = field.split(".")
    found = declared_by(PrivacyCenter, _name(PrivacyCenter, _KEYS.get(top, top), field))
    for key in rest:
        if not found.is_record:
            raise WrongRow(f"`{field}`: `{found.name}` holds no record, but `{found}`")
        found = declared_by(found.type, _name(found.type, key, field))
    return found


def _name(owner: type[Record], key: str, field: str) -> str:
    """What Python calls a key of YAML."""
    names = {described.alias or name: name for name, described in owner.model_fields.items()}
    if key not in names:
        raise WrongRow(f"`{field}`: {owner.__name__} has no `{key}`{suggestion(key, names)}")
    return names[key]


@cache
def declared_by(owner: type[Record], name: str) -> Declared:
    """What a record says of one of its fields, by the name that Python has for it."""
    described = owner.model_fields[name]
    parts = tuple(_parts(described.annotation, tuple(described.metadata)))
    of_value = [part for part in parts if part.type not in (type(None), Literal["none"])]
    if len(of_value) != 1:
        raise WrongRow(f"`{owner.__name__}.{name}`: the table of kinds knows one type of value")
    return Declared(
        owner,
        name,
        *of_value[0],
        is_optional=any(part.type is type(None) for part in parts),
        may_be_none=any(part.type == Literal["none"] for part in parts),
    )


def _parts(annotation: Any, metadata: tuple[Any, ...] = ()) -> Iterator[_Part]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _parts(arguments[0], (*arguments[1:], *metadata))
    elif origin in (Union, UnionType):
        for argument in arguments:
            yield from _parts(argument, metadata)
    elif origin in (tuple, dict):
        held = arguments[1] if origin is dict else arguments[0]
        yield from (part._replace(container=origin) for part in _parts(held))
    else:
        yield _Part(annotation, metadata)
