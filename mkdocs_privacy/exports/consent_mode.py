"""Google Consent Mode v2: what Google's tags may do before anybody chose, and after."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_privacy.exports.consent_services import groups_of
from mkdocs_privacy.exports.consent_source import ConsentSource, find_consent
from mkdocs_privacy.exports.export import Export, Sources, about_cookies
from mkdocs_privacy.exports.javascript import as_javascript
from mkdocs_privacy.model import CookieCategory

_SIGNALS = {
    CookieCategory.NECESSARY: ("security_storage",),
    CookieCategory.PREFERENCES: ("functionality_storage", "personalization_storage"),
    CookieCategory.STATISTICS: ("analytics_storage",),
    CookieCategory.MARKETING: ("ad_storage", "ad_user_data", "ad_personalization"),
}
_WAIT = 500
"""Milliseconds for which Google's tags wait for a choice that was made before."""


def consent_mode_signals(consent: ConsentSource) -> Mapping[str, tuple[str, ...]]:
    """The signals that each switch of a banner grants, by its name."""
    return {
        name: _SIGNALS[services[0].category]
        for name, services in groups_of(consent.services).items()
    }


def consent_mode_defaults(consent: ConsentSource) -> Mapping[str, str]:
    """Granted is what is necessary, and what stands only in services that ask no consent."""
    granted = {CookieCategory.NECESSARY}
    for category in CookieCategory:
        of_category = [one for one in consent.services if one.category is category]
        if of_category and not any(one.asks_consent for one in of_category):
            granted.add(category)
    return {
        signal: "granted" if category in granted else "denied"
        for category, signals in _SIGNALS.items()
        for signal in signals
    }


def _script(sources: Sources) -> str:
    consent = find_consent(sources)
    defaults = {**consent_mode_defaults(consent), "wait_for_update": _WAIT}
    signals = consent_mode_signals(consent)
    return (
        "(function () {\n"
        "  window.dataLayer = window.dataLayer || [];\n"
        "  window.gtag = window.gtag || function () { window.dataLayer.push(arguments); };\n"
        f"  const defaults = {as_javascript(defaults, 1)};\n"
        f"  const signals = {as_javascript(signals, 1)};\n"
        '  window.gtag("consent", "default", defaults);\n'
        "  // call it with the names of what a visitor accepted, whenever that changes\n"
        "  window.updateConsentMode = function (accepted) {\n"
        "    const update = Object.assign({}, defaults);\n"
        "    delete update.wait_for_update;\n"
        "    for (const name of accepted) {\n"
        '      for (const signal of signals[name] || []) update[signal] = "granted";\n'
        "    }\n"
        '    window.gtag("consent", "update", update);\n'
        "  };\n"
        "})();\n"
    )


CONSENT_MODE = Export(
    "exports/consent-mode.js",
    about_cookies(_script),
    "The defaults of Google Consent Mode v2.",
    is_shared=True,
)
