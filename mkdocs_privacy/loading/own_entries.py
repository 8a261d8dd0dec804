"""What can be wrong with an entry of a catalogue of a site's own, whatever language it is in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from mkdocs_privacy.catalogue import (
    BESIDE_ALL,
    Catalogue,
    Kind,
    Layer,
    chosen,
    named_terms,
)
from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.data import UNKNOWN_ID, WRONG_TYPE
from mkdocs_privacy.loading.explanation import explain
from mkdocs_privacy.model import Context, Slug, suggestion

_BY_COUNTRY = "by_country"
_ID = TypeAdapter[str](Slug)


def wrong_countries(
    value: Any, path: KeyPath, places: Mapping[KeyPath, Place], known: Collection[Any]
) -> Iterator[Finding]:
    """Where no values by country stand under `by_country`."""
    steps = enumerate(value) if isinstance(value, list) else ()
    for step, inner in value.items() if isinstance(value, Mapping) else steps:
        where = (*path, step)
        if step == _BY_COUNTRY and not isinstance(inner, Mapping):
            message = "values by country are expected here: `{BE: …, NL: …}`"
            yield Finding(WRONG_TYPE, message, where, places.get(where))
        elif step == _BY_COUNTRY and any(id not in known for id in named_terms(inner)):
            message = "no law on retention has this id: write `law` or `term`, with `invoices`"
            yield Finding(UNKNOWN_ID, message, where, places.get(where))
        yield from wrong_countries(inner, where, places, known)


def problems_of(
    kind: Kind, id: str, entry: Mapping[str, Any], places: Mapping[KeyPath, Place]
) -> Iterator[Finding]:
    """What is wrong with an entry, as it holds in each country that it tells apart."""
    try:
        if kind.name != "authorities":  # whose ids are codes of countries
            _ID.validate_python(id)
    except ValidationError as error:
        for finding in explain(error, {}, kind.record):
            yield replace(finding, path=(kind.name, id), place=places.get((kind.name, id)))
    found: dict[tuple[Any, ...], Finding] = {}
    for country in dict.fromkeys([*_countries(entry), None]):
        fields = kind.fields(chosen(entry, country, ()))
        here = _places_in(country, places, (kind.name, id))
        try:
            kind.record.model_validate(fields, context=Context())
        except ValidationError as error:
            for finding in explain(error, here, kind.record):
                place = finding.place or places.get((kind.name, id))
                whole = replace(finding, path=(kind.name, id, *finding.path), place=place)
                found.setdefault((whole.rule, whole.path, whole.message), whole)
    yield from found.values()
    for key in BESIDE_ALL:
        if key in entry and not isinstance(entry[key], str | Mapping):
            path = (kind.name, id, key)
            yield Finding(WRONG_TYPE, "a text is expected here", path, places.get(path))


def unknown_recipients(
    layer: Layer, below: Catalogue, places: Mapping[KeyPath, Place]
) -> Iterator[Finding]:
    """Where a service of cookies names a recipient that is in no catalogue."""
    known = {*layer.get("processors", {}), *below.processors}
    for id, entry in layer.get("cookies", {}).items():
        recipient, path = entry.get("recipient"), ("cookies", id, "recipient")
        if recipient is not None and recipient not in known:
            hint = suggestion(str(recipient), known)
            message = f"no processors.yml has ‘{recipient}’{hint}: correct it"
            yield Finding(UNKNOWN_ID, message, path, places.get(path))


def _countries(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for inner in value:
            yield from _countries(inner)
    elif isinstance(value, Mapping):
        national = value.get(_BY_COUNTRY)
        if isinstance(national, Mapping):
            yield from national
        for inner in value.values():
            yield from _countries(inner)


def _places_in(
    country: str | None, places: Mapping[KeyPath, Place], entry: KeyPath
) -> dict[KeyPath, Place]:
    """The places of an entry by the paths that its keys have in a country."""
    here: dict[KeyPath, Place] = {}
    for path, place in places.items():
        if path[: len(entry)] == entry:
            rest = in_country(path[len(entry) :], country)
            if rest is not None:
                here.setdefault(rest, place)
    return here


def in_country(path: KeyPath, country: str | None) -> KeyPath | None:
    """The path of a key without the steps that choose a country; nothing where it is of others."""
    if _BY_COUNTRY not in path:
        return path
    index = path.index(_BY_COUNTRY)
    if path[index + 1 : index + 2] not in ((), (country,), ("otherwise",)):
        return None
    return in_country((*path[:index], *path[index + 2 :]), country)
