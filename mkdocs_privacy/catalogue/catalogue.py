"""The shipped facts, read from the YAML files beside this module."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import yaml

from mkdocs_privacy.catalogue.adequacy import Adequacy
from mkdocs_privacy.catalogue.child_consent import ChildConsent
from mkdocs_privacy.catalogue.choosing import chosen, with_laws, with_terms
from mkdocs_privacy.catalogue.consent_exemption import ConsentExemption
from mkdocs_privacy.catalogue.participation import spelled_out
from mkdocs_privacy.findings import KeyPath, Place
from mkdocs_privacy.kept_work import kept_work
from mkdocs_privacy.model import Facts, ShippedWords, base_language
from mkdocs_privacy.shipped import translations

LANGUAGES = ("nl", "fr", "en")
"""The languages that stand side by side in the files, as those who add a service write them."""

WORDS = ("measures", "promises", "requests", "rights", "consent", "changes", "sections", "texts")
"""The kinds of entries that are words alone; each is a file, and a field of `Catalogue`."""

WITH_TEXTS = (
    *("processors", "cookies", "personal_data", "authorities", "retention"),
    *("further_rights", "activities", "audiences", *WORDS),
)
"""The fields of `Catalogue` with texts in several languages."""

Entry: TypeAlias = Mapping[str, Any]

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The shipped facts; entries are plain data as written, not to be changed in place."""

    processors: Mapping[str, Entry]
    """Fields of `Processor`, by id."""
    cookies: Mapping[str, Entry]
    """Fields of `CookieService`, by id."""
    recipients: Mapping[str, str]
    """Which of `processors` receives what a service of `cookies` gathers, by its id."""
    come_along: frozenset[str]
    """Those of `cookies` that are on every site which uses their recipient."""
    activities_of_cookies: Mapping[str, Sequence[str]]
    """Of which of `activities` each of `cookies` is a part, by its id."""
    reached_through_devices: frozenset[str]
    """Those of `processors` that get nothing but what a service of `cookies` brings them."""
    usually_receives: Mapping[str, str | Sequence[str]]
    """Which of `personal_data` each of `processors` can need, by its id: some, or `all`."""
    advice: Mapping[str, str]
    """What a site owner should know of some of `processors`, by id, in English."""
    personal_data: Mapping[str, Entry]
    """Fields of `PersonalData`, by id."""
    authorities: Mapping[str, Entry]
    """Fields of `SupervisoryAuthority`, by country code, or `DE-BY` for a German Land."""
    authority_facts: Mapping[str, Facts]
    """Source and date of each authority, which its model has no field for."""
    adequacy: Adequacy
    """The European Economic Area and the adequacy decisions."""
    further_rights: Mapping[str, Entry]
    """Fields of `FurtherRight`, by id."""
    child_consent: Mapping[str, ChildConsent]
    """From which age children consent themselves, by country."""
    consent_exemptions: Mapping[str, ConsentExemption]
    """Whether statistics on a device need consent, by country."""
    retention: Mapping[str, Sequence[Entry]]
    """How long data may or must be kept, by country; what is under `EU` holds everywhere in it."""
    laws: Mapping[str, Entry]
    """Names of laws, by id."""
    activities: Mapping[str, Entry]
    """Fields of `Activity` and of `Taken`, by id, for every country and form of address. Under
    `alternatives` stands where one can rest on another legal basis, for a site owner to read."""
    audiences: Mapping[str, Entry]
    """Fields of `Audience`, by id, for every form of address."""
    measures: Mapping[str, Entry]
    """Fields of `Measure`, by id."""
    promises: Mapping[str, Entry]
    """The `text` of promises, by id."""
    requests: Mapping[str, Entry]
    """Fields of `RightsPolicy`, by id."""
    rights: Mapping[str, Entry]
    """Fields of `RightDetails`, by id."""
    consent: Mapping[str, Entry]
    """Fields of `ConsentChoice`, by id."""
    changes: Mapping[str, Entry]
    """Fields of `ChangePolicy`, by id."""
    sections: Mapping[str, Entry]
    """Fields of `Section`, by id; the `body` is a list of paragraphs."""
    texts: Mapping[str, Entry]
    """Single texts, by id, each for the field that its `where` names."""
    informal: frozenset[str] = frozenset()
    """The languages in which texts address the reader informally."""
    places: Mapping[KeyPath, Place] = field(default_factory=dict)
    """Where everything stands that did not come with the plugin, by kind, id and keys within."""

    def chosen(self, entry: Entry, country: str | None = None) -> Entry:
        """An entry as it holds in a country, in the forms of address."""
        written: Entry = chosen(entry, country, self.informal)
        return written

    def in_languages(self, languages: Iterable[str], informal: Collection[str] = ()) -> Catalogue:
        """The catalogue with the words of further languages, as far as it has them.

        Of texts that address the reader those are taken that do it as each language does here.
        """
        further = {base_language(language) for language in languages} - {*LANGUAGES}
        if informal:
            return replace(
                self.in_languages(languages), informal=frozenset(map(base_language, informal))
            )
        if not further:
            return self
        spoken = {name: translations("catalogue", name) for name in sorted(further)}
        return replace(self, **{name: _say(getattr(self, name), spoken) for name in WITH_TEXTS})


@cache
def shipped_catalogue() -> Catalogue:
    """The catalogue that comes with the plugin, read once."""
    authorities = _read("authorities.yml")
    processors, cookies = spelled_out(_read("processors.yml")), _read("cookies.yml")
    laws = _read_later("laws.yml")
    retention: Mapping[str, Any] = _ReadLater(lambda: with_laws(_read("retention.yml"), laws))
    words: dict[str, Any] = {name: _read_later(f"{name}.yml") for name in WORDS}
    return Catalogue(
        processors=processors,
        cookies=cookies,
        recipients=_taken_out(cookies, "recipient"),
        come_along=frozenset(_taken_out(cookies, "comes_along")),
        activities_of_cookies=_taken_out(cookies, "activities"),
        reached_through_devices=frozenset(_taken_out(processors, "reached_through")),
        usually_receives=_taken_out(processors, "usually_receives"),
        advice=_taken_out(processors, "advice"),
        personal_data=_read("personal_data.yml"),
        authorities={
            code: {key: value for key, value in entry.items() if key != "facts"}
            for code, entry in authorities.items()
        },
        authority_facts={
            code: Facts.model_validate(entry["facts"]) for code, entry in authorities.items()
        },
        adequacy=Adequacy.model_validate(
            {"eea": _read("economic_area.yml"), "decisions": _read("adequacy.yml")}
        ),
        further_rights=_read("further_rights.yml"),
        child_consent={
            code: ChildConsent.model_validate(entry)
            for code, entry in _read("child_consent.yml").items()
        },
        consent_exemptions={
            code: ConsentExemption.model_validate(entry)
            for code, entry in _read("consent_exemptions.yml").items()
        },
        retention=retention,
        laws=laws,
        activities=_ReadLater(
            lambda: with_terms(with_laws(_read("activities.yml"), laws), retention)
        ),
        audiences=_read("audiences.yml"),
        **words,
    )


def _read_later(name: str) -> Mapping[str, Entry]:
    return _ReadLater(lambda: _read(name))


class _ReadLater(Mapping[str, Entry]):
    """Entries of a long file, which is read when the first of them is asked for."""

    def __init__(self, read: Callable[[], Mapping[str, Entry]]) -> None:
        self._read = cache(read)

    def __getitem__(self, id: str) -> Entry:
        return self._read()[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def _taken_out(entries: Mapping[str, dict[str, Any]], key: str) -> dict[str, Any]:
    """What the entries say under a key that is no field of their model, which is taken out."""
    return {id: entry.pop(key) for id, entry in entries.items() if key in entry}


def _read(name: str) -> dict[str, Any]:
    """The contents of a YAML file of this package, every scalar as text."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    contents: dict[str, Any] = json.loads(
        kept_work().kept(
            lambda: json.dumps(yaml.load(text, Loader=_Loader)),  # noqa: S506 (builds text only)
            "catalogue",
            yaml.__version__,
            text,
        )
    )
    return contents


def _say(entries: Any, spoken: Mapping[str, Mapping[str, str]]) -> Any:
    """The entries with the words of further languages in every text that has them."""
    if isinstance(entries, (list, tuple)):
        return [_say(entry, spoken) for entry in entries]
    if not isinstance(entries, Mapping):
        return entries
    if not is_text(entries):
        return {key: _say(entry, spoken) for key, entry in entries.items()}
    english = entries["en"]
    further = {
        name: words[english]
        for name, words in spoken.items()
        if english in words and name not in entries
    }
    return ShippedWords({**entries, **further})


def is_text(value: Any) -> bool:
    """Whether this is a text by language, as the files have it."""
    return isinstance(value, Mapping) and set(LANGUAGES) <= set(value)
