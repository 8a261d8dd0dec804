"""Entries of a catalogue: how they are found, called, and written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import click
import yaml

from mkdocs_privacy.catalogue import KINDS, Catalogue, Kind, in_form, rank_of, whole_entry
from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.localization import load_catalog
from mkdocs_privacy.model import Right, find_language, suggestion
from mkdocs_privacy.shipped import shipped_languages

_NAMES = ("name", "legal_name", "parent_name", "provider", "title", "text")
"""Fields that say what an entry is called."""
_NOT_BROUGHT = ("facts", "alternatives", "withdrawn", "correction")
_CATEGORIES = {"processors": "category", "cookies": "cookie_category"}
"""How the messages begin that name the categories of these kinds."""
_ALSO_CALLED = {
    "artificial_intelligence": ("AI", "IA"),
    "hosting": ("hébergeur",),
    "payment": ("SEPA",),
    "personnel": (
        *("werknemers", "medewerkers", "lonen"),
        *("salariés", "employés", "paie"),
        *("employees", "staff", "payroll"),
    ),
    "room_booking": ("hotel", "guesthouse"),
    "table_booking": ("restaurant", "horeca"),
    "guest_registration": ("hotel", "police"),
}
"""What people type who look for recipients of a category, where no page calls it so."""
_CODE = re.compile(r"[a-z]{2,3}(-\w+)*")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of the catalogue."""

    kind: Kind
    id: str
    entry: Mapping[str, Any]

    @property
    def whole_id(self) -> str:
        """The id that no entry of another kind has."""
        return f"{self.kind.name}.{self.id}"

    @property
    def is_verified(self) -> bool | None:
        """Whether its facts were read at the source, where it has any."""
        facts = self.entry.get("facts")
        if not isinstance(facts, Mapping):
            return None
        return str(facts.get("verified", "false")).lower() == "true"


def all_entries(catalogue: Catalogue) -> Iterator[Found]:
    """Every entry of every kind, in the order of the files."""
    for kind in KINDS:
        for id in getattr(catalogue, kind.name):
            yield Found(kind, id, whole_entry(catalogue, kind.name, id) or {})


def find_kind(written: str) -> Kind:
    """The kind that somebody calls so; raises UsageError."""
    by_name = {name: kind for kind in KINDS for name in (kind.name, kind.singular)}
    called = written.lower().replace("-", " ")
    kind = by_name.get(called.replace(" ", "_")) or by_name.get(called)
    if kind is None:
        listed = ", ".join(kind.name for kind in KINDS)
        raise click.UsageError(
            f"there is no kind ‘{written}’{suggestion(written, by_name)}: choose from {listed}"
        )
    return kind


def found_by_words(entries: Iterable[Found], words: str) -> list[Found]:
    """The entries with all of these words, each kind together: whole words go before words that
    begin others, and among these what is called so goes first."""
    ranked = []
    for one in entries:
        names = [one.id, *_texts_of({key: one.entry.get(key) for key in _NAMES})]
        called = rank_of(words, names)
        said = rank_of(words, [*names, *_texts_of(one.entry), *_category_words(one)])
        if said is not None:
            ranks = [(called, False), (said, True)]
            nearest = min((rank, place) for rank, place in ranks if rank is not None)
            ranked.append((nearest, one))
    order = {kind.name: number for number, kind in enumerate(KINDS)}
    best: dict[str, tuple[int, bool]] = {}
    for nearest, one in ranked:
        best[one.kind.name] = min(best.get(one.kind.name, nearest), nearest)
    ranked.sort(key=lambda pair: (best[pair[1].kind.name], order[pair[1].kind.name], pair[0]))
    return [one for _, one in ranked]


def _category_words(one: Found) -> tuple[str, ...]:
    """What pages call the category of a recipient or of a service on devices, in any language."""
    message = _CATEGORIES.get(one.kind.name)
    category = one.entry.get("category")
    if not message or not category:
        return ()
    return (*_in_every_language(f"{message}.{category}"), *_ALSO_CALLED.get(category, ()))


@cache
def _in_every_language(message: str) -> tuple[str, ...]:
    return tuple(load_catalog(language).ugettext(message) for language in shipped_languages())


def _texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in ("facts", "alternatives"):
                yield from _texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts_of(inner)
    elif isinstance(value, str) and not value.startswith("https://"):
        yield in_form(value, informal=False)


def title_of(one: Found, language: str = "en") -> str:
    """What an entry is called."""
    for key in ("name", "title", "text"):
        if key in one.entry:
            return str(in_language(one.entry[key], language))
    return one.id


def in_language(value: Any, language: str) -> Any:
    """A value with each text in one language, in the formal form of address."""
    if isinstance(value, Mapping):
        if value and all(_CODE.fullmatch(str(key)) for key in value) and _is_text(value):
            code = find_language(language, value) or ("en" if "en" in value else min(value))
            return in_form(value[code], informal=False)
        return {key: in_language(inner, language) for key, inner in value.items()}
    if isinstance(value, list):
        return [in_language(inner, language) for inner in value]
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def _is_text(value: Mapping[str, Any]) -> bool:
    return all(isinstance(words, str) for words in value.values())


def brings(one: Found, language: str) -> str:
    """What an entry brings, as YAML with each text in one language."""
    fields = {key: value for key, value in one.entry.items() if key not in _NOT_BROUGHT}
    written: str = yaml.safe_dump(
        in_language(fields, language), allow_unicode=True, sort_keys=False, width=92
    )
    return written


def to_write(one: Found) -> str:
    """The lines that take an entry."""
    taken = f"{{use: {one.id}}}"
    if one.kind.name == "personal_data":
        return f"personal_data: [{one.id}]  # in an activity\n"
    if one.kind.name == "promises":
        return _below(one.kind.path, f"- {taken}")
    *around, last = _path_of(one)
    return _below(around, f"{last}: {taken}")


def _path_of(one: Found) -> KeyPath:
    """Where an entry stands once it is taken."""
    if one.kind.name == "texts":
        return tuple(str(one.entry.get("where", "notice.introduction")).split("."))
    if one.kind.name == "rights":
        return (*one.kind.path, _right_of(one.id))
    return one.kind.path if one.kind.is_one else (*one.kind.path, one.id)


def _right_of(id: str) -> str:
    """The right that a text is about: its id begins with it."""
    return next((right.value for right in Right if f"{id}-".startswith(f"{right}-")), "access")


def _below(path: Iterable[str | int], line: str) -> str:
    lines = (*(f"{step}:" for step in path), line)
    return "".join(f"{'  ' * depth}{text}\n" for depth, text in enumerate(lines))


def as_json(one: Found, places: Mapping[Any, Any]) -> dict[str, Any]:
    """An entry for programs, without its fields."""
    place = places.get((one.kind.name, one.id))
    facts = one.entry.get("facts")
    return {
        "kind": one.kind.name,
        "id": one.id,
        "title": title_of(one),
        "verified": one.is_verified,
        "as_of": facts.get("as_of") if isinstance(facts, Mapping) else None,
        "file": str(place) if place else None,
        "withdrawn": one.entry.get("withdrawn"),
        "write": to_write(one),
    }
