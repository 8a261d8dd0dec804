"""CL: how long things stay on devices and what they are for, held against the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.model import (
    UNTIMED,
    Consent,
    CookieCategory,
    EmailPixel,
    PrivacyCenter,
    about_days,
)

_COUNT = """
    cookies:
      count:
        name: Count
        category: %s
        purpose: counts visits
        activity: orders
        consent: %s
        items:
          %s: {duration: %s, purpose: knows you again}
    consent: {how: You choose on your first visit.}
    """
_OLD = lines(
    _COUNT % ("statistics", "required", "__utma", "P2Y"),
    _COUNT % ("statistics", "required", "_ga", "P2Y"),
)
_ANOTHER_NAME = sound(
    "another name begins in the same way",
    _COUNT % ("statistics", "required", "__utmzz", "P6M"),
)
_LONG = lines(
    _COUNT % ("statistics", "required", "_id", "P3Y"),
    _COUNT % ("statistics", "required", "_id", "P13M"),
)
_UNTIL_DELETED = sound(
    "it stays until it is deleted, which the table says",
    _COUNT % ("statistics", "required", "_id", "persistent"),
)
_UNASKED = """
    cookies:
      adverts:
        name: Adverts
        category: marketing
        purpose: shows adverts
        activity: orders
        """
_MARKETING = lines(
    f"""{_UNASKED}consent: not_required
        consent_reason: our adverts are nice
    """,
    f"""{_UNASKED}consent: required
    consent: {{how: You choose on your first visit.}}
    """,
)
_ON_NO_DEVICE = sound(
    "nothing is stored or read on devices",
    f"""{_UNASKED}consent: not_required
        consent_reason: our adverts stand in the page itself
        stores_nothing: true
    """,
)
_COUNTED_TOGETHER = sound(
    "it only counts how many e-mails were opened",
    f"""{_UNASKED}consent: not_required
        consent_reason: it tells only how many did
        items: {{open: {{type: email_pixel, purpose: counts, email_pixel: aggregate}}}}
    """,
)
_ANALYTICS = """
    processors:
      google: {use: google-analytics}
    activities:
      statistics:
        title: Statistics
        audiences: [customers]
        purposes: [count visits]
        personal_data: [ip-address]
        legal_basis: consent
        processors: [google]
        retention: {period: P1Y}
    consent: {how: You choose on your first visit.}
    cookies:
      statistics:
        use: google-analytics-4
        processor: google
        """
_WEAKER = lines(
    f"""{_ANALYTICS}category: necessary
        consent: not_required
    """,
    _ANALYTICS,
)
_ASKS_ALL_THE_SAME = sound("it asks for consent", f"{_ANALYTICS}category: preferences")
_LONGER = lines(
    f"{_ANALYTICS}items: {{_ga: {{duration: P4Y}}}}",
    f"{_ANALYTICS}items: {{_ga: {{duration: P2Y}}}}",
)
_SHORTER = sound("you keep it for a shorter time", f"{_ANALYTICS}items: {{_ga: {{duration: P6M}}}}")

_UNIVERSAL_ANALYTICS = frozenset(("__utma", "__utmb", "__utmc", "__utmt", "__utmv", "__utmz"))
"""Cookies of a product that Google ended in July 2023, and of its forerunner."""
_STRENGTH = tuple(CookieCategory)
"""From what needs no consent to what needs it most."""


@rule(
    "CL001",
    "product-that-ended",
    Severity.WARNING,
    _OLD,
    basis=("GDPR 5(1)(a)",),
    silent_on=(_ANOTHER_NAME,),
)
def product_that_ended(center: PrivacyCenter) -> Iterator[Remark]:
    """The cookie table lists a cookie of Universal Analytics, which Google ended in July 2023. What
    the page says no longer matches the website (GDPR article 5(1)(a)). Look in a browser what is
    stored now. For Google Analytics 4, write `use: google-analytics-4`.
    """
    for id, service in (center.cookies or {}).items():
        for name in service.items:
            if name in _UNIVERSAL_ANALYTICS:
                yield Remark(
                    ("cookies", id, "items", name),
                    "this cookie is of a product that ended: look in a browser what is stored now",
                )


@rule(
    "CL002",
    "long-lifetime",
    Severity.INFO,
    _LONG,
    basis=("GDPR 5(1)(e)", "ePrivacy 5(3)"),
    silent_on=(_UNTIL_DELETED,),
)
def long_lifetime(center: PrivacyCenter) -> Iterator[Remark]:
    """Something stays on devices for more than two years. No law gives a number for the whole
    Union, but nothing may stay longer than needed (GDPR article 5(1)(e)); the French authority
    exempts statistics from consent only up to 13 months, and browsers end many cookies after 400
    days. Shorten it, or keep it if the purpose needs it.
    """
    for id, service in (center.cookies or {}).items():
        for name, item in service.items.items():
            lasting = item.duration if item.duration not in UNTIMED else None
            if lasting and about_days(lasting) > about_days("P25M"):
                yield Remark(
                    ("cookies", id, "items", name), "this stays for more than two years: shorten it"
                )


@rule(
    "CL003",
    "marketing-without-consent",
    Severity.WARNING,
    _MARKETING,
    basis=("ePrivacy 5(3)",),
    silent_on=(_ON_NO_DEVICE, _COUNTED_TOGETHER),
)
def marketing_without_consent(center: PrivacyCenter) -> Iterator[Remark]:
    """A marketing service on the devices of visitors does not ask for consent. Only what is
    strictly necessary for the service that somebody asked for needs none (ePrivacy Directive,
    article 5(3)); no authority exempts marketing. Ask for consent, and write `consent: required`.
    """
    for id, service in (center.cookies or {}).items():
        if service.consent is not Consent.NOT_REQUIRED or service.stores_nothing:
            continue
        categories = {service.category, *(item.category for item in service.items.values())}
        counts = {item.email_pixel for item in service.items.values()}
        is_anonymous = bool(counts) and counts <= {EmailPixel.AGGREGATE, EmailPixel.SECURITY}
        if CookieCategory.MARKETING in categories and not is_anonymous:
            yield Remark(("cookies", id), "marketing needs consent: write `consent: required`")


@knowing_rule(
    "CL004",
    "weaker-category",
    Severity.WARNING,
    _WEAKER,
    basis=("ePrivacy 5(3)",),
    silent_on=(_ASKS_ALL_THE_SAME,),
)
def weaker_category(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A service does not ask for consent, and you put it into a category that needs consent less
    than the one in the catalogue, such as statistics as `necessary`. What a service does decides
    whether it needs consent, not what you call it (ePrivacy Directive, article 5(3)). Remove
    `category`. If you use it for something else, ignore this rule.
    """
    for id, service in (center.cookies or {}).items():
        shipped = known.catalogue.cookies.get(service.use or "", {}).get("category")
        if not shipped or service.asks_consent is Consent.REQUIRED or service.stores_nothing:
            continue
        if _STRENGTH.index(service.category) < _STRENGTH.index(CookieCategory(shipped)):
            yield Remark(
                ("cookies", id),
                f"in the catalogue its category is `{shipped}`: remove `category`",
            )


@knowing_rule(
    "CL005",
    "longer-than-catalogue",
    Severity.INFO,
    _LONGER,
    basis=("GDPR 5(1)(e)",),
    silent_on=(_SHORTER,),
)
def longer_than_catalogue(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """You say that something stays on devices for longer than the service says itself. Either it is
    a mistake, or a setting was changed (GDPR article 5(1)(e)). Look in a browser, and correct
    `duration`.
    """
    for id, service in (center.cookies or {}).items():
        shipped = known.catalogue.cookies.get(service.use or "", {}).get("items", {})
        for name, item in service.items.items():
            usual = shipped.get(name, {}).get("duration")
            if usual is None or item.duration is None or {*UNTIMED} & {item.duration, usual}:
                continue
            if about_days(item.duration) * 10 > about_days(usual) * 11:  # by more than a tenth
                yield Remark(
                    ("cookies", id, "items", name),
                    f"in the catalogue its `duration` is {usual}: look in a browser, and "
                    "correct it",
                )
