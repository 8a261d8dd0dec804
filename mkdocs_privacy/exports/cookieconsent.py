"""A configuration for the banner cookieconsent 3, as a module: JSON has no regular expressions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from mkdocs_privacy.exports.consent_services import ListedItem, ListedService, groups_of
from mkdocs_privacy.exports.consent_source import ConsentSource, find_consent, in_base_languages
from mkdocs_privacy.exports.consent_words import COLUMNS, ConsentWords
from mkdocs_privacy.exports.export import Export, Sources, about_cookies
from mkdocs_privacy.exports.javascript import (
    ERASE,
    Code,
    as_javascript,
    regular_expression,
    what_goes,
)
from mkdocs_privacy.model import TrackerType

_Services = tuple[ListedService, ...]


def cookieconsent_config(consent: ConsentSource) -> Mapping[str, Any]:
    """The configuration, with a category for each switch."""
    groups = groups_of(consent.services)
    words = in_base_languages(consent.words)
    return {
        "revision": consent.revision,
        "mode": "opt-in",
        "autoClearCookies": True,
        "cookie": {"name": "cc_cookie", "expiresAfterDays": consent.days},
        "categories": {name: _category(services) for name, services in groups.items()},
        "language": {
            "default": next(iter(consent.words)),
            "autoDetect": "document",
            "translations": {
                language: _translation(groups, said, consent.message_in(language))
                for language, said in words.items()
            },
        },
        "onConsent": Code("eraseRefused"),
        "onChange": Code("eraseRefused"),
    }


def _category(services: _Services) -> Mapping[str, Any]:
    if not services[0].asks_consent:
        return {"enabled": True, "readOnly": True}
    cookies = [one for service in services for one in _cookies(service)]
    return {
        "enabled": False,
        "readOnly": False,
        "autoClear": {"cookies": cookies},
        "services": {
            service.id: {"label": escape(service.service.name), "cookies": _cookies(service)}
            for service in services
        },
    }


def _cookies(service: ListedService) -> list[Mapping[str, Any]]:
    """Each cookie without a domain, which stands for the site's own, and for those above it."""
    return [
        {"name": _name(listed), "path": "/", **({"domain": domain} if domain else {})}
        for listed in service.deletable
        if listed.item.type is TrackerType.COOKIE
        for domain in ("", *listed.domains)
    ]


def _name(listed: ListedItem) -> str | Code:
    return listed.name if listed.is_exact else regular_expression(listed.pattern)


def _translation(
    groups: Mapping[str, _Services], words: ConsentWords, message: str
) -> Mapping[str, Any]:
    say = words.say
    description = words.html("banner.description", "banner.change_later")
    buttons = {
        "acceptAllBtn": say("banner.accept"),
        "acceptNecessaryBtn": say("banner.refuse"),
    }
    changed = " ".join(filter(None, (words.html("banner.changed"), str(escape(message)))))
    return {
        "consentModal": {
            "title": say("cookies.title"),
            "description": f"{description} {{{{revisionMessage}}}}",
            "revisionMessage": changed,
            **buttons,
            "showPreferencesBtn": say("banner.choose"),
            "footer": words.link(),
        },
        "preferencesModal": {
            "title": say("cookies.choice"),
            **buttons,
            "savePreferencesBtn": say("banner.save"),
            "closeIconLabel": say("banner.close"),
            "serviceCounterLabel": f"{say('banner.service')}|{say('banner.services')}",
            "sections": [
                {
                    "description": Markup(" ").join(
                        filter(None, (Markup(description), words.link()))
                    )
                },
                *(_section(name, services, words) for name, services in groups.items()),
            ],
        },
    }


def _section(name: str, services: _Services, words: ConsentWords) -> Mapping[str, Any]:
    """A category with its table; cells are HTML."""
    without = [
        f"{service.service.name}: {words.about_items(service)}"
        for service in services
        if not service.items
    ]
    rows = [
        dict(zip(COLUMNS, map(escape, words.cells(service, listed)), strict=True))
        for service in services
        for listed in service.items
    ]
    section = {
        "title": words.title_of_group(services),
        "description": escape(" ".join([words.about_group(services), *without])),
        "linkedCategory": name,
    }
    if not rows:
        return section
    headers = dict(zip(COLUMNS, map(escape, words.headings), strict=True))
    table = {"caption": words.title_of_group(services), "headers": headers, "body": rows}
    return {**section, "cookieTable": table}


def _module(sources: Sources) -> str:
    consent = find_consent(sources)
    beyond_cookies = {
        name: items
        for name, services in groups_of(consent.services).items()
        if (items := [one for one in what_goes(services) if one["type"] != TrackerType.COOKIE])
    }
    return (
        f"{ERASE}\n"
        f"const beyondCookies = {as_javascript(beyond_cookies)};\n\n"
        "function eraseRefused({ cookie }) {\n"
        "  for (const [category, items] of Object.entries(beyondCookies)) {\n"
        "    if (!cookie.categories.includes(category)) erase(items);\n"
        "  }\n"
        "}\n\n"
        f"export default {as_javascript(cookieconsent_config(consent))};\n"
    )


COOKIECONSENT = Export(
    "exports/cookieconsent-config.js",
    about_cookies(_module),
    "The configuration of cookieconsent 3 as a module.",
    is_shared=True,
)
