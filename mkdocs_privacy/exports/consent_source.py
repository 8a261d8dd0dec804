"""What every banner is made from: the services, and the words about them in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_privacy.exports.consent_services import ListedService, list_services
from mkdocs_privacy.exports.consent_words import ConsentWords
from mkdocs_privacy.exports.export import Sources
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import UNTIMED, PrivacyCenter, about_days, base_language, find_language
from mkdocs_privacy.releases import Itself

_SIX_MONTHS = 182
"""Days after which authorities advise to ask again, where the data does not say."""


@dataclass(frozen=True, slots=True)
class ConsentSource:
    """The services of a center, and the words about them by language, the default one first."""

    listed: tuple[ListedService, ...]
    """Every service, also those that work in e-mails alone."""
    words: Mapping[str, ConsentWords]
    days: int
    """For how many days a choice is remembered."""
    revision: int
    """The consent revision; 0 where nothing was released."""
    message: Mapping[str, str]
    """What changed with that revision, by language; empty where it is the first."""

    def message_in(self, language: str) -> str:
        """The message in a language, or in one without its region; nothing where there is none."""
        found = find_language(language, self.message)
        return self.message[found] if found else ""

    @property
    def services(self) -> tuple[ListedService, ...]:
        """The services that a banner of a website is about."""
        return tuple(service for service in self.listed if not service.is_of_emails)

    @property
    def waiting(self) -> tuple[ListedService, ...]:
        """The services that wait for consent."""
        return tuple(service for service in self.services if service.asks_consent)


def find_consent(sources: Sources) -> ConsentSource:
    """What banners are made from."""
    return _found(Itself(sources))


@lru_cache(maxsize=1)  # all banners of a site are made from the same
def _found(itself: Itself[Sources]) -> ConsentSource:
    sources = itself.thing
    center = sources.center.center
    services = list_services(center)
    words = {
        language: _words(sources, localization)
        for language, localization in sources.localizations.items()
    }
    revision = sources.consent
    return ConsentSource(
        services,
        words,
        _days(center),
        revision.number if revision else 0,
        sources.consent_message,
    )


def words_here(sources: Sources) -> ConsentWords:
    """The words in the language of the sources alone."""
    return _words(sources, sources.center.localization)


def _words(sources: Sources, localization: Localization) -> ConsentWords:
    here = sources.addresses.get(localization.language)
    return ConsentWords(sources.center.center, localization, here.page("cookies") if here else None)


def in_base_languages(words: Mapping[str, ConsentWords]) -> Mapping[str, ConsentWords]:
    """The words also by languages without their region, as banners look them up."""
    bases: dict[str, ConsentWords] = {}
    for language, said in words.items():
        bases.setdefault(base_language(language), said)
    return {**bases, **words}


def _days(center: PrivacyCenter) -> int:
    """As long as the service lasts that remembers the choice, where that is stated in days."""
    remembering = (center.cookies or {}).get((center.consent and center.consent.service) or "")
    periods = [
        about_days(item.duration)
        for item in (remembering.items.values() if remembering else ())
        if item.duration not in (None, *UNTIMED)
    ]
    return int(max(periods)) if periods and max(periods) >= 1 else _SIX_MONTHS
