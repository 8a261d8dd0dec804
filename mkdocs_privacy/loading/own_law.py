"""The law by country in a catalogue of a site's own: what goes before the shipped facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from mkdocs_privacy.catalogue import NATIONAL_LAW, Catalogue, national_law, with_national_law
from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.data import UNKNOWN_USE
from mkdocs_privacy.loading.explanation import explain
from mkdocs_privacy.model import Context, CountryCode, Record, suggestion

_COUNTRY = TypeAdapter[str](CountryCode)


def with_own_law(
    catalogue: Catalogue,
    files: Mapping[str, Mapping[str, Any]],
    places: Mapping[KeyPath, Place],
    findings: list[Finding],
) -> Catalogue:
    """The catalogue with what these files say of the law; what is wrong goes to the findings."""
    for name, record in NATIONAL_LAW.items():
        below = national_law(catalogue, name)
        read: dict[str, Record] = {}
        for country, entry in files.get(name, {}).items():
            here = _within(places, (name, country))
            try:
                _COUNTRY.validate_python(country)
                whole = _completed(entry, below)
                read[country] = record.model_validate(whole, context=Context())
            except ValidationError as error:
                findings += _explained(error, here, record, (name, country))
            except LookupError:
                used, path = str(entry["use"]), (name, country, "use")
                message = f"no entry has ‘{used}’{suggestion(used, below)}: correct it"
                findings.append(Finding(UNKNOWN_USE, message, path, places.get(path)))
        if read:
            catalogue = with_national_law(catalogue, name, read)
    return catalogue


def _completed(entry: Mapping[str, Any], below: Mapping[str, Record]) -> dict[str, Any]:
    """An entry with the other fields of the one that it names; raises LookupError without it."""
    own = {key: value for key, value in entry.items() if key != "use"}
    if "use" not in entry:
        return own
    return {**below[str(entry["use"])].model_dump(mode="json", exclude_none=True), **own}


def _within(places: Mapping[KeyPath, Place], entry: KeyPath) -> dict[KeyPath, Place]:
    length = len(entry)
    return {path[length:]: place for path, place in places.items() if path[:length] == entry}


def _explained(
    error: ValidationError, here: Mapping[KeyPath, Place], record: type[Record], entry: KeyPath
) -> Iterator[Finding]:
    for finding in explain(error, here, record):
        place = finding.place or here.get(())
        yield replace(finding, path=(*entry, *finding.path), place=place)
