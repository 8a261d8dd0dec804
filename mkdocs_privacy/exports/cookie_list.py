"""All services and what they store, as plain JSON for any other tool: `exports/cookies.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_privacy.exports.consent_services import ListedItem, ListedService
from mkdocs_privacy.exports.consent_source import ConsentSource, find_consent
from mkdocs_privacy.exports.export import Export, Sources, about_cookies, as_json


def cookie_list(consent: ConsentSource) -> Mapping[str, Any]:
    """The list; texts are plain text, by language.

    `duration` is as the data has it: an ISO 8601 period, `session`, `persistent` or null. `pattern`
    is a regular expression for the whole name. `deletable` says whether a script of the site's own
    deletes it when the service is refused.
    """
    return {
        "languages": list(consent.words),
        "pages": {
            language: words.cookies_page
            for language, words in consent.words.items()
            if words.cookies_page
        },
        "consent_revision": consent.revision or None,
        "revision_message": dict(consent.message),
        "services": [_service(service, consent) for service in consent.listed],
    }


def _service(service: ListedService, consent: ConsentSource) -> Mapping[str, Any]:
    said = service.service
    words = consent.words.items()
    return {
        "id": service.id,
        "service": service.service_id,
        "name": said.name,
        "category": service.category,
        "group": service.group,
        "consent": said.asks_consent,
        "stores_nothing": said.stores_nothing,
        "privacy_url": said.privacy_url,
        "opt_out_url": said.opt_out_url,
        "country": said.country,
        "provider": {language: one.provider(service) for language, one in words},
        "purpose": {language: one.purpose(service) for language, one in words},
        "items": [_item(listed, consent) for listed in service.items],
    }


def _item(listed: ListedItem, consent: ConsentSource) -> Mapping[str, Any]:
    item, words = listed.item, consent.words.items()
    return {
        "name": listed.name,
        "pattern": listed.pattern,
        "type": item.type,
        "party": item.party,
        "domains": list(listed.domains),
        "path": "/" if listed.is_deletable else None,
        "duration": item.duration,
        "seconds": listed.seconds,
        "deletable": listed.is_deletable,
        "purpose": {language: one.purpose_of(listed) for language, one in words},
        "duration_in_words": {language: one.duration(listed) for language, one in words},
    }


def _json(sources: Sources) -> str:
    consent = find_consent(sources)
    return as_json(cookie_list(consent))


COOKIES_JSON = Export(
    "exports/cookies.json",
    about_cookies(_json),
    "All services and what they store, for any other tool.",
    is_shared=True,
)
