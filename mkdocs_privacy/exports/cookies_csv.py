"""The cookie list in the columns of the Open Cookie Database, in one language."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.exports.consent_services import ListedItem, ListedService, list_services
from mkdocs_privacy.exports.consent_source import words_here
from mkdocs_privacy.exports.consent_words import ConsentWords
from mkdocs_privacy.exports.export import Export, Sources, about_cookies
from mkdocs_privacy.exports.spreadsheet import as_csv
from mkdocs_privacy.model import CookieCategory

_COLUMNS = (
    "ID",
    "Platform",
    "Category",
    "Cookie / Data Key name",
    "Domain",
    "Description",
    "Retention period",
    "Data Controller",
    "User Privacy & GDPR Rights Portals",
    "Wildcard match",
)
_CATEGORIES = {
    CookieCategory.NECESSARY: "Functional",
    CookieCategory.PREFERENCES: "Personalization",
    CookieCategory.STATISTICS: "Analytics",
    CookieCategory.MARKETING: "Marketing",
}


def cookie_rows(
    services: tuple[ListedService, ...], words: ConsentWords
) -> Iterator[tuple[str, ...]]:
    """A row for each item.

    A name with `*` at its end alone is a beginning, as that database has it: `Wildcard match` is 1
    and the `*` is left out. A name with another `*` stands as it is.
    """
    for service in services:
        for listed in service.items:
            begins = _is_beginning(listed)
            yield (
                f"{service.service_id}/{listed.name}",
                service.service.name,
                _CATEGORIES[service.category],
                listed.name.removesuffix("*") if begins else listed.name,
                listed.domains[0] if listed.domains else "",
                words.purpose_of(listed),
                words.duration(listed),
                words.controller(service),
                service.service.privacy_url or "",
                "1" if begins else "0",
            )


def _is_beginning(listed: ListedItem) -> bool:
    return listed.name.find("*") == len(listed.name) - 1 > 0


def _csv(sources: Sources) -> str:
    services = list_services(sources.center.center)
    return as_csv((_COLUMNS, *cookie_rows(services, words_here(sources))))


COOKIES_CSV = Export(
    "exports/cookies.csv",
    about_cookies(_csv),
    "What is stored, in the columns of the Open Cookie Database; one language.",
)
