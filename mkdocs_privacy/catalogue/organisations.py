"""The kinds of organisation that `init` begins a center for, and what each of them does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from mkdocs_privacy.catalogue.catalogue import Entry

Fields = Mapping[str, Any]
"""What is written beside the `use:` of an activity."""


@dataclass(frozen=True, slots=True)
class OrganisationKind:
    """What organisations of a kind do alike, by ids of the catalogue."""

    title: str
    """What it is called in a question: `a webshop`."""
    activities: Mapping[str, Fields]
    """What every one of them does."""
    sometimes: Mapping[str, Fields]
    """What only some do."""
    one_of: Mapping[str, Fields]
    """Activities of which each does one; the first is the most likely."""
    people: Mapping[str, str]
    """The audience of each of `one_of`, which the other activities are about too."""
    when: Mapping[str, str]
    """Of what only some do: who does it, `customers can log in`."""
    recipients: Mapping[str, tuple[str, ...]]
    """Questions, each with the categories of the recipients that answer it."""


@cache
def organisation_kinds() -> Mapping[str, OrganisationKind]:
    """The kinds, by id, in the order in which they are offered."""
    return {id: _kind(entry) for id, entry in _read()["kinds"].items()}


def common_measures() -> tuple[str, ...]:
    """The measures that many take to protect data, by id."""
    return tuple(_read()["measures"])


def activity_with(category: str) -> str | None:
    """The activity for which a site has a recipient of a category, if there is one only."""
    found: str | None = _read()["brings"].get(category)
    return found


def _kind(entry: Entry) -> OrganisationKind:
    some, one_of = _in_full(entry, "sometimes"), _in_full(entry, "one_of")
    return OrganisationKind(
        title=entry["title"],
        activities={id: fields or {} for id, fields in entry["activities"].items()},
        sometimes={id: _beside_use(fields) for id, fields in some.items()},
        one_of={id: _beside_use(fields) for id, fields in one_of.items()},
        people={id: fields["people"] for id, fields in one_of.items()},
        when={id: fields["when"] for id, fields in (some | one_of).items()},
        recipients={words: tuple(those) for words, those in entry["recipients"].items()},
    )


def _in_full(entry: Entry, key: str) -> dict[str, Fields]:
    return {
        id: {"when": written} if isinstance(written, str) else written
        for id, written in entry.get(key, {}).items()
    }


def _beside_use(fields: Fields) -> Fields:
    return {key: value for key, value in fields.items() if key not in ("when", "people")}


@cache
def _read() -> Mapping[str, Any]:
    text = files(__package__).joinpath("organisations.yml").read_text(encoding="utf-8")
    contents: Mapping[str, Any] = yaml.safe_load(text)
    return contents
