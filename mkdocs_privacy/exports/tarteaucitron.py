"""A configuration for the banner tarteaucitron."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from mkdocs_privacy.exports.consent_services import ListedService
from mkdocs_privacy.exports.consent_source import ConsentSource, find_consent, in_base_languages
from mkdocs_privacy.exports.consent_words import ConsentWords
from mkdocs_privacy.exports.export import Export, Sources, about_cookies
from mkdocs_privacy.exports.javascript import ERASE, as_javascript, what_goes
from mkdocs_privacy.model import CookieCategory

_TYPES = {
    CookieCategory.NECESSARY: "other",
    CookieCategory.PREFERENCES: "other",
    CookieCategory.STATISTICS: "analytic",
    CookieCategory.MARKETING: "ads",
}
"""The groups in which tarteaucitron puts services."""


def tarteaucitron_services(consent: ConsentSource) -> Mapping[str, Any]:
    """The services that wait for consent, each with what is deleted when it is refused."""
    return {
        service.id: {
            "type": _TYPES[service.category],
            "name": escape(service.service.name),
            "uri": escape(service.service.privacy_url or ""),
            "items": what_goes([service]),
        }
        for service in consent.waiting
    }


def tarteaucitron_words(consent: ConsentSource) -> Mapping[str, Mapping[str, Any]]:
    """The words of the banner and the tables of items, as HTML, by language."""
    return {
        language: _words(consent, words)
        for language, words in in_base_languages(consent.words).items()
    }


def _words(consent: ConsentSource, words: ConsentWords) -> Mapping[str, Any]:
    unasked = [service for service in consent.services if not service.asks_consent]
    return {
        "page": words.cookies_page or "",
        "text": {
            "middleBarHead": words.html("cookies.title"),
            "alertBigPrivacy": words.html("banner.description", "banner.change_later"),
            "title": words.html("cookies.choice"),
            "disclaimer": words.html("banner.description", "banner.change_later"),
            "acceptAll": words.html("banner.accept"),
            "denyAll": words.html("banner.refuse"),
            "personalize": words.html("banner.choose"),
            "privacyUrl": words.html("banner.details"),
            "close": words.html("banner.close"),
            "mandatoryTitle": words.html("consent.not_required"),
            "mandatoryText": Markup().join(_unasked(service, words) for service in unasked),
            **{f"desc-pc-{one.id}": words.about_service(one) for one in consent.waiting},
        },
    }


def _unasked(service: ListedService, words: ConsentWords) -> Markup:
    return Markup("<p>{}<br>{}</p>").format(
        service.service.name, Markup(words.about_service(service))
    )


_START = """\
  const language = document.documentElement.lang;
  const said = words[language] || words[language.slice(0, 2)] || Object.values(words)[0];
  window.tarteaucitronCustomText = said.text;
  tarteaucitron.init({
    privacyUrl: said.page,
    highPrivacy: true,
    AcceptAllCta: true,
    DenyAllCta: true,
    groupServices: false,
    cookieslist: false,
    showIcon: false,
    mandatory: said.text.mandatoryText !== "",
    mandatoryCta: false,
    removeCredit: true,
    moreInfoLink: false,
    googleConsentMode: false,
    bingConsentMode: false,
    pianoConsentMode: false,
  });
  tarteaucitron.job = tarteaucitron.job || [];
  for (const [id, { type, name, uri, items }] of Object.entries(services)) {
    const key = `pc-${id}`; // a key that is the end of another would be taken for it
    tarteaucitron.services[key] = {
      key, type, name, uri,
      needConsent: true,
      get cookies() {
        // tarteaucitron knows exact names only, and builds a regular expression of each
        const present = document.cookie.split("; ").map((cookie) => cookie.split("=")[0]);
        const listed = items.filter((item) => item.type === "cookie");
        return present.filter(
          (found) => /^[\\w-]+$/.test(found) && listed.some((item) => item.name.test(found)),
        );
      },
      js() {},
      fallback() {},
    };
    document.addEventListener(`${key}_disallowed`, () => erase(items));
    tarteaucitron.job.push(key);
  }
"""


def _script(sources: Sources) -> str:
    consent = find_consent(sources)
    return (
        f"(function () {{\n{ERASE}\n"
        f"  const words = {as_javascript(tarteaucitron_words(consent), 1)};\n"
        f"  const services = {as_javascript(tarteaucitron_services(consent), 1)};\n"
        f"{_START}}})();\n"
    )


TARTEAUCITRON = Export(
    "exports/tarteaucitron-config.js",
    about_cookies(_script),
    "The services of tarteaucitron, and its start.",
    is_shared=True,
)
