"""Which of the words and values of an entry hold for a site: by form of address and by country."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from mkdocs_privacy.model import TERM_GROUNDS, ShippedWords, base_language

_TWO_FORMS = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
"""`{uw|je}`: the formal and the informal words of a language that tells them apart."""

_LAW = re.compile(r"\{(of )?([a-z]{2}-[a-z0-9-]+)\}")
"""`{be-vat}`, the name of a law in laws.yml, or `{of be-vat}`, with the “of” of its language."""

_BY_COUNTRY, _OTHERWISE = "by_country", "otherwise"


def in_form(words: str, informal: bool) -> str:
    """The words as they address the reader formally or informally."""
    return _TWO_FORMS.sub(lambda found: found[2 if informal else 1], words)


def chosen(value: Any, country: str | None, informal: Collection[str]) -> Any:
    """A value as it holds in a country, in texts that address the reader as each language does.

    An empty value by country says that there is none there: `by_country: {FR: ""}`.
    """
    if isinstance(value, Mapping):
        if _BY_COUNTRY in value:
            national = value[_BY_COUNTRY].get(country, value.get(_OTHERWISE))
            return chosen(national, country, informal) if national != "" else None
        if "en" in value:
            words = {
                language: in_form(text, base_language(language) in informal)
                if isinstance(text, str)
                else text  # which the model refuses
                for language, text in value.items()
            }
            return ShippedWords(words) if isinstance(value, ShippedWords) else words
        entries = ((key, chosen(inner, country, informal)) for key, inner in value.items())
        return {key: inner for key, inner in entries if inner is not None}
    if isinstance(value, list):
        return [chosen(inner, country, informal) for inner in value]
    return value


def with_laws(value: Any, laws: Mapping[str, Mapping[str, Any]]) -> Any:
    """The same with the name of a law in place of each `{its-id}` and `{of its-id}`."""
    if isinstance(value, list):
        return [with_laws(inner, laws) for inner in value]
    if not isinstance(value, Mapping):
        return value
    return {
        key: _LAW.sub(partial(_name_of_law, laws, key), inner)
        if isinstance(inner, str)
        else with_laws(inner, laws)
        for key, inner in value.items()
    }


def _name_of_law(laws: Mapping[str, Mapping[str, Any]], language: str, found: re.Match[str]) -> str:
    law = laws[found[2]]
    name: str = law["name"][language]
    if not found[1]:
        return name
    linking = law["of"][language]
    return f"{linking}{'' if linking.endswith('’') else ' '}{name}"


def with_terms(value: Any, terms: Mapping[str, Sequence[Mapping[str, Any]]]) -> Any:
    """The same with what retention.yml has of each country where `by_country` names an entry.

    `by_country: {law: invoices}` takes the law of the entries whose `id` is `invoices`,
    `{term: invoices}` the period, its beginning and its ground, and `{terms: [wages, rest]}` those
    of several, as stages that each say what they are about.
    """
    if isinstance(value, list):
        return [with_terms(inner, terms) for inner in value]
    if not isinstance(value, Mapping):
        return value
    named = value.get(_BY_COUNTRY)
    if not isinstance(named, Mapping) or not named.keys() & _NAMED.keys():
        return {key: with_terms(inner, terms) for key, inner in value.items()}
    what = next(iter(named))
    stages: dict[str, list[Any]] = {}
    for id in named_terms(named):
        found = [
            (country, entry)
            for country, entries in terms.items()
            for entry in entries
            if entry.get("id") == id
        ]
        if not found:
            raise ValueError(f"no entry of retention.yml has the id ‘{id}’")
        for country, entry in found:
            stages.setdefault(country, []).append(_NAMED[what](entry))
    several = what == _TERMS
    national = {country: found if several else found[0] for country, found in stages.items()}
    return {**value, _BY_COUNTRY: national}


def named_terms(value: Mapping[str, Any]) -> list[Any]:
    """The ids of retention.yml that stand under `by_country` in place of countries."""
    named = (id for what, id in value.items() if what in _NAMED)
    return [id for ids in named for id in (ids if isinstance(ids, list) else [ids])]


_OF_A_TERM = ("minimum", "period", "maximum", "from", *TERM_GROUNDS)
"""The fields of `Retention` in an entry of retention.yml."""


def _term(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: entry[key] for key in _OF_A_TERM if key in entry} | {"afterwards": "delete"}


def _stage(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {"what": entry["subject"], **_term(entry)}


_TERMS = "terms"

_NAMED: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "law": lambda entry: entry.get("law"),
    "term": _term,
    _TERMS: _stage,
}
"""What `by_country` can name in place of countries, and what it takes of an entry."""


def joined(paragraphs: Any) -> Any:
    """Paragraphs as one text, in each language that all of them have; what is no list stays."""
    if not isinstance(paragraphs, list):
        return paragraphs
    there = [one for one in paragraphs if one is not None]
    if all(isinstance(one, str) for one in there):
        return "\n\n".join(there)
    if not all(isinstance(one, Mapping) for one in there):
        return paragraphs  # which the model refuses
    first, *others = there
    languages = [language for language in first if all(language in one for one in others)]
    words = {language: "\n\n".join(str(one[language]) for one in there) for language in languages}
    return ShippedWords(words) if isinstance(first, ShippedWords) else words
