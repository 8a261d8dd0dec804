"""Which of the words and values of an entry hold for a site: by form of address and by country."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from mkdocs_privacy.model import ShippedWords, base_language

_TWO_FORMS = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
"""`{uw|je}`: the formal and the informal words of a language that tells them apart."""

_BY_COUNTRY, _OTHERWISE = "by_country", "otherwise"


def in_form(words: str, informal: bool) -> str:
    """The words as they address the reader formally or informally."""
    return _TWO_FORMS.sub(lambda found: found[2 if informal else 1], words)


def chosen(value: Any, country: str | None, informal: Collection[str]) -> Any:
    """A value as it holds in a country, in texts that address the reader as each language does."""
    if isinstance(value, Mapping):
        if _BY_COUNTRY in value:
            national = value[_BY_COUNTRY].get(country, value.get(_OTHERWISE))
            return chosen(national, country, informal)
        if "en" in value:
            words = {
                language: in_form(text, base_language(language) in informal)
                for language, text in value.items()
            }
            return ShippedWords(words) if isinstance(value, ShippedWords) else words
        entries = ((key, chosen(inner, country, informal)) for key, inner in value.items())
        return {key: inner for key, inner in entries if inner is not None}
    if isinstance(value, list):
        return [chosen(inner, country, informal) for inner in value]
    return value


def with_terms(value: Any, terms: Mapping[str, Sequence[Mapping[str, Any]]]) -> Any:
    """The same with what retention.yml has of each country where `by_country` names an entry.

    `by_country: {law: invoices}` takes the law of the entries whose `id` is `invoices`, and
    `{term: invoices}` the period, its beginning and its law.
    """
    if isinstance(value, list):
        return [with_terms(inner, terms) for inner in value]
    if not isinstance(value, Mapping):
        return value
    named = value.get(_BY_COUNTRY)
    if not isinstance(named, Mapping) or not named.keys() & _NAMED.keys():
        return {key: with_terms(inner, terms) for key, inner in value.items()}
    [(what, id)] = named.items()
    national = {
        country: _NAMED[what](entry)
        for country, entries in terms.items()
        for entry in entries
        if entry.get("id") == id
    }
    if not national:
        raise ValueError(f"no entry of retention.yml has the id ‘{id}’")
    return {**value, _BY_COUNTRY: national}


def _term(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: entry[key] for key in ("period", "from", "law")} | {"afterwards": "delete"}


_NAMED: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "law": lambda entry: entry["law"],
    "term": _term,
}
"""What `by_country` can name in place of countries, and what it takes of an entry."""
