"""The kinds of organisation that `init` begins a center for, and what each of them does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from mkdocs_privacy.catalogue.catalogue import Entry

Fields = Mapping[str, Any]
"""What is written beside the `use:` of an activity."""

_ABOUT_THE_KIND = ("when", "people", "others", "recipients")
"""What stands with an activity here, and is not written beside its `use:`."""


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
    others: Mapping[str, Mapping[str, Fields]]
    """What each of `one_of` adds to other activities, beside their `use:`."""
    recipients_of: Mapping[str, Mapping[str, tuple[str, ...]]]
    """The further questions about recipients, of each of `one_of`."""

    def which_of(self, activities: Iterable[str]) -> str | None:
        """Which of `one_of` it does: one of these activities, or else the first."""
        return next((id for id in activities if id in self.one_of), next(iter(self.one_of), None))


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
        recipients=_questions(entry["recipients"]),
        others={id: fields.get("others", {}) for id, fields in one_of.items()},
        recipients_of={
            id: _questions(fields.get("recipients", {})) for id, fields in one_of.items()
        },
    )


def _questions(written: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {words: tuple(categories) for words, categories in written.items()}


def _in_full(entry: Entry, key: str) -> dict[str, Fields]:
    return {
        id: {"when": written} if isinstance(written, str) else written
        for id, written in entry.get(key, {}).items()
    }


def _beside_use(fields: Fields) -> Fields:
    return {key: value for key, value in fields.items() if key not in _ABOUT_THE_KIND}


@cache
def _read() -> Mapping[str, Any]:
    text = files(__package__).joinpath("organisations.yml").read_text(encoding="utf-8")
    contents: Mapping[str, Any] = yaml.safe_load(text)
    return contents
