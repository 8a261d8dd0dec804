"""A configuration for the banner Klaro 0.7."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import escape

from mkdocs_privacy.exports.consent_services import ListedItem, ListedService, groups_of
from mkdocs_privacy.exports.consent_source import ConsentSource, find_consent, in_base_languages
from mkdocs_privacy.exports.consent_words import ConsentWords
from mkdocs_privacy.exports.export import Export, Sources, about_cookies, as_json
from mkdocs_privacy.exports.javascript import ERASE, Code, as_javascript, what_goes
from mkdocs_privacy.model import TrackerType


def klaro_config(consent: ConsentSource, *, with_code: bool = False) -> Mapping[str, Any]:
    """The configuration; `with_code` deletes more than cookies, which JSON cannot say."""
    words = in_base_languages(consent.words)
    by_language = {
        language: _translations(consent.services, said) for language, said in words.items()
    }
    return {
        "version": 1,
        "elementID": "klaro",
        "storageMethod": "cookie",
        "storageName": "klaro",
        "cookieExpiresAfterDays": consent.days,
        "groupByPurpose": True,
        "htmlTexts": True,
        "default": False,
        "mustConsent": False,
        "acceptAll": True,
        "hideDeclineAll": False,
        "translations": {"zz": next(iter(by_language.values())), **by_language},
        "services": [_service(one, words, with_code=with_code) for one in consent.services],
    }


def _service(
    service: ListedService, words: Mapping[str, ConsentWords], *, with_code: bool
) -> Mapping[str, Any]:
    described = {language: said.about_service(service) for language, said in words.items()}
    more = [one for one in service.deletable if one.item.type is not TrackerType.COOKIE]
    written: dict[str, Any] = {
        "name": service.id,
        "title": service.service.name,
        "translations": {
            language: {"description": description}
            for language, description in {
                "zz": next(iter(described.values())),
                **described,
            }.items()
        },
        "purposes": [service.group],
        "default": not service.asks_consent,
        "required": not service.asks_consent,
        "optOut": False,
        "onlyOnce": True,
        "cookies": [
            {"pattern": _pattern(listed), "path": "/", "domain": domain}
            for listed in service.deletable
            if listed.item.type is TrackerType.COOKIE
            for domain in listed.domains
        ],
    }
    if with_code and more:
        items = [one for one in what_goes([service]) if one["type"] != TrackerType.COOKIE]
        written["onDecline"] = Code(f"() => erase({as_javascript(items, 3)})")
    return written


def _pattern(listed: ListedItem) -> str:
    """Klaro takes what begins with `^` for a regular expression, and the rest for a name."""
    return listed.name if listed.is_exact and listed.name[0] != "^" else listed.pattern


def _translations(services: tuple[ListedService, ...], words: ConsentWords) -> Mapping[str, Any]:
    say = words.say
    return {
        **({"privacyPolicyUrl": words.cookies_page} if words.cookies_page else {}),
        "privacyPolicy": {"name": say("banner.details"), "text": "{privacyPolicy}"},
        "consentNotice": {
            "title": say("cookies.title"),
            "description": words.html("banner.description", "banner.change_later"),
            "changeDescription": words.html("banner.changed"),
            "learnMore": say("banner.choose"),
        },
        "consentModal": {
            "title": say("cookies.choice"),
            "description": words.html("banner.description", "banner.change_later"),
        },
        "ok": say("banner.accept"),
        "acceptAll": say("banner.accept"),
        "decline": say("banner.refuse"),
        "acceptSelected": say("banner.save"),
        "save": say("banner.save"),
        "close": say("banner.close"),
        "purposeItem": {"service": say("banner.service"), "services": say("banner.services")},
        "purposes": {
            name: {
                "title": words.title_of_group(group),
                "description": str(escape(words.about_group(group))),
            }
            for name, group in groups_of(services).items()
        },
    }


def _json(sources: Sources) -> str:
    consent = find_consent(sources)
    return as_json(klaro_config(consent))


def _script(sources: Sources) -> str:
    consent = find_consent(sources)
    config = as_javascript(klaro_config(consent, with_code=True), 1)
    return f"(function () {{\n{ERASE}\n  window.klaroConfig = {config};\n}})();\n"


KLARO_JSON = Export(
    "exports/klaro.json",
    about_cookies(_json),
    "The configuration of Klaro as JSON: deletes cookies alone.",
    is_shared=True,
)
KLARO_SCRIPT = Export(
    "exports/klaro-config.js",
    about_cookies(_script),
    "The configuration of Klaro as a script.",
    is_shared=True,
)
