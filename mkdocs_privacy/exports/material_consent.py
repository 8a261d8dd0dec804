"""The consent of Material for MkDocs, as a part of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from markupsafe import escape

from mkdocs_privacy.exports.consent_services import ListedService
from mkdocs_privacy.exports.consent_source import ConsentSource, find_consent
from mkdocs_privacy.exports.consent_words import ConsentWords
from mkdocs_privacy.exports.export import Export, Sources, about_cookies

_KEYS = {"google-analytics-4": "analytics"}
"""What Material itself calls a service that it loads."""
_ACTIONS = ("accept", "reject")
"""Without "manage", which folds the boxes away: none is ticked beforehand (Court of Justice,
C-673/17), and to accept keeps what is ticked, so who does not see them would accept nothing."""
_HEAD = """\
# For mkdocs.yml of a site with Material for MkDocs. Material has one text for each build: what
# stands under `plugins` is for mkdocs-static-i18n, and belongs in your own `languages`.
"""


def material_consent(consent: ConsentSource) -> Mapping[str, Any]:
    """What stands in mkdocs.yml; nothing where nothing waits for consent."""
    if not consent.waiting:
        return {}
    first, *others = consent.words.items()
    settings: dict[str, Any] = {"extra": {"scope": "/", "consent": _settings(consent, first[1])}}
    if others:
        languages = [
            {"locale": language, "extra": {"consent": _settings(consent, words)}}
            for language, words in others
        ]
        settings["plugins"] = [{"i18n": {"languages": languages}}]
    return settings


def _settings(consent: ConsentSource, words: ConsentWords) -> Mapping[str, Any]:
    description = words.html("banner.description", "banner.tick", "banner.change_later")
    return {
        "title": words.html("cookies.title"),
        "description": f"{description} {words.link()}".strip(),
        "cookies": {
            _KEYS.get(service.service.use or "", service.id)
            if service.id == service.service_id
            else service.id: {"name": _name(service), "checked": False}
            for service in consent.waiting
        },
        "actions": list(_ACTIONS),
    }


def _name(service: ListedService) -> str:
    """The name with the items, for which Material has no table."""
    items = ", ".join(listed.name for listed in service.items)
    return str(escape(f"{service.service.name}: {items}" if items else service.service.name))


def _fragment(sources: Sources) -> str:
    consent = find_consent(sources)
    settings = material_consent(consent)
    return _HEAD + yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=1_000_000)


MATERIAL_CONSENT = Export(
    "exports/material-consent.yml",
    about_cookies(_fragment),
    "The consent of Material for MkDocs, for mkdocs.yml.",
    is_shared=True,
)
