"""The cookie list in the shape of the IAB's device storage disclosure, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_privacy.exports.consent_services import (
    SCRIPTS_DELETE,
    ListedItem,
    ListedService,
    list_services,
)
from mkdocs_privacy.exports.consent_source import words_here
from mkdocs_privacy.exports.consent_words import ConsentWords
from mkdocs_privacy.exports.export import Export, Sources, about_cookies, as_json
from mkdocs_privacy.model import TrackerType

_STORE_OR_READ = 1
"""Purpose 1 of the Transparency and Consent Framework, which is what waits for consent."""


def device_storage(services: tuple[ListedService, ...], words: ConsentWords) -> Mapping[str, Any]:
    """What is stored on devices; what is only read or sent from them has no place in the shape."""
    return {
        "disclosures": [
            _disclosure(service, listed, words)
            for service in services
            for listed in service.items
            if listed.item.type in SCRIPTS_DELETE and listed.name.strip("*")
        ]
    }


def _disclosure(
    service: ListedService, listed: ListedItem, words: ConsentWords
) -> Mapping[str, Any]:
    is_cookie = listed.item.type is TrackerType.COOKIE
    return {
        "identifier": listed.name,
        "type": "cookie" if is_cookie else "web",
        "maxAgeSeconds": listed.seconds if is_cookie else None,
        "domains": list(listed.domains[:1]),
        "purposes": [_STORE_OR_READ] if service.asks_consent else [],
        "description": words.purpose_of(listed),
    }


def _json(sources: Sources) -> str:
    services = list_services(sources.center.center)
    disclosed = device_storage(services, words_here(sources))
    return as_json(disclosed)


DEVICE_STORAGE = Export(
    "exports/device-storage.json",
    about_cookies(_json),
    "What is stored, in the shape of the IAB; one language.",
)
