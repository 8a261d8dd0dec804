"""Which of the words and values of an entry hold for a site: by form of address and by country."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
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


def with_terms(value: Any, terms: Mapping[str, Sequence[Mapping[str, Any]]]) -> Any:
    """The same with the `law of invoices` and the `term of invoices` where `by_country` names them.

    `terms` are those of retention.yml, of which the first of a country is about invoices.
    """
    if isinstance(value, list):
        return [with_terms(inner, terms) for inner in value]
    if not isinstance(value, Mapping):
        return value
    named = value.get(_BY_COUNTRY)
    if not isinstance(named, str):
        return {key: with_terms(inner, terms) for key, inner in value.items()}
    invoices = {country: entries[0] for country, entries in terms.items() if country != "EU"}
    if named == "law of invoices":
        return {**value, _BY_COUNTRY: {country: one["law"] for country, one in invoices.items()}}
    by_country = {
        country: {key: one[key] for key in ("period", "from", "law")} | {"afterwards": "delete"}
        for country, one in invoices.items()
    }
    return {**value, _BY_COUNTRY: by_country}
