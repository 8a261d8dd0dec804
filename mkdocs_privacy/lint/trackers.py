"""TK: what the cookie table says of services that the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.model import Consent, CookieCategory, CookieService, PrivacyCenter, TrackerType

_COUNTER = """
    cookies:
      counter:
        name: %s
        category: statistics
        purpose: counts visits
        consent: required
        items: {visit: {purpose: knows you again}}
    consent: {how: You choose on your first visit.}
    """
_COOKIELESS = lines(
    _COUNTER % "Plausible",
    """
    processors:
      plausible: {use: plausible}
    activities:
      statistics:
        title: Statistics
        audiences: [customers]
        purposes: [count visits]
        personal_data: [ip-address]
        legal_basis: legitimate_interests
        interest: knowing what is read
        processors: [plausible]
        retention: {period: P1Y}
    """,
)
_OTHER_SETTING = sound(
    "the service has a setting with cookies, and one without", _COUNTER % "Matomo"
)
_MAILS = """
    processors:
      mailchimp: {use: mailchimp%s}
    activities:
      newsletter:
        title: Newsletter
        audiences: [customers]
        purposes: [send news]
        personal_data: [email]
        legal_basis: consent
        withdraw: Follow the link in each e-mail.
        processors: [mailchimp]
        retention: {period: P1Y}
    consent: {how: You choose when you subscribe.}
    """
_OPENS = lines(_MAILS % "", _MAILS % ", cookies: mailchimp-email")
_IN_OWN_WORDS = sound(
    "you describe the pixel yourself",
    f"""{_MAILS % ""}
    cookies:
      letter:
        name: Letter
        category: statistics
        purpose: counts opened e-mails
        processor: mailchimp
        consent: required
        items: {{open: {{type: email_pixel, purpose: counts, email_pixel: aggregate}}}}
    """,
)
_OPENED = "email-opens"
"""What the catalogue calls who opens an e-mail."""
_TRACKING = "email-tracking"
"""What it calls the activity that measures this."""
_AND_ITS_ACTIVITY = f", and run `mkdocs-privacy add activity {_TRACKING}`"
_MAP = """
    processors:
      maps: {use: google-maps}
    activities:
      route:
        title: Route
        audiences: [customers]
        purposes: [show where we are]
        personal_data: [ip-address]
        legal_basis: consent
        withdraw: Close the map.
        processors: [maps]
        retention: {period: P1D}
    consent: {how: You load the map yourself.}
    cookies:
      map:
        use: google-maps-embed
        processor: maps
        """
_EMBED = lines(
    f"""{_MAP}consent: not_required
        consent_reason: it is only a map
    """,
    _MAP,
)


@knowing_rule(
    "TK001",
    "cookieless-with-cookies",
    Severity.WARNING,
    _COOKIELESS,
    basis=("ePrivacy 5(3)", "GDPR 5(1)(a)"),
    silent_on=(_OTHER_SETTING,),
)
def cookieless_with_cookies(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """The cookie table says that a service stores something on devices, and by its own account it
    does not, such as Plausible Analytics. Visitors are then asked for nothing (ePrivacy Directive,
    article 5(3)), or read what is not so (GDPR article 5(1)(a)). Write `use`, which fills in what
    is so, or look in a browser and name the service that stores it.
    """
    without_cookies = _names_without_cookies(known)
    for id, service in (center.cookies or {}).items():
        use = without_cookies.get(_short(service.name))
        if use and service.items and not service.use:
            yield Remark(
                ("cookies", id),
                f"this service stores nothing on devices: write `use: {use}`, without `items`",
            )


def _names_without_cookies(known: Known) -> dict[str, str]:
    """Services that never store anything, by name: not those that do so in another setting."""
    entries = known.catalogue.cookies.items()
    storing = {_short(entry["name"]) for _, entry in entries if not entry.get("stores_nothing")}
    return {
        _short(entry["name"]): id
        for id, entry in entries
        if entry.get("stores_nothing") and _short(entry["name"]) not in storing
    }


def _short(name: str) -> str:
    return name.casefold().removesuffix(" analytics")


@knowing_rule(
    "TK002",
    "email-tracking-unstated",
    Severity.INFO,
    _OPENS,
    basis=("ePrivacy 5(3)", "GDPR 13(1)(c)"),
    silent_on=(_IN_OWN_WORDS,),
)
def email_tracking_unstated(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A service for newsletters measures who opens an e-mail and follows its links, unless that is
    switched off, and the cookie table says nothing of it. Such a pixel reads from the device
    (ePrivacy Directive, article 5(3); EDPB Guidelines 2/2023). Let the service come into the table:
    write `cookies` under the recipient, or describe the pixel. If you switched it off, ignore this
    rule.
    """
    catalogue = known.catalogue
    table = (center.cookies or {}).values()
    uses = {service.use for service in table}
    of_pixels = {service.processor for service in table if _has_pixel(service)}
    for id, processor in (center.processors or {}).items():
        services = [
            service
            for service, recipient in catalogue.recipients.items()
            if recipient == processor.use
            and _TRACKING in catalogue.activities_of_cookies.get(service, ())
            and _may_bring_pixel(catalogue, service)
        ]
        is_told = id in of_pixels or not uses.isdisjoint(services)
        if services and not is_told:
            choices = " or ".join(f"`cookies: {service}`" for service in services)
            yield Remark(
                ("processors", id),
                "this service measures who opens an e-mail, unless you switched that off: write "
                f"{choices} here{'' if _tracks(center) else _AND_ITS_ACTIVITY}",
            )
            of_pixels.add(id)
    for id, activity in center.activities.items():
        if _OPENED in activity.personal_data and not of_pixels:
            yield Remark(
                ("activities", id),
                "this measures who opens an e-mail, and nothing under `cookies` says so: describe "
                "the service there, with an item of `type: email_pixel`",
            )


def _may_bring_pixel(catalogue: Catalogue, service: str) -> bool:
    """Whether an entry describes what is read when an e-mail is opened, and not only other things.

    That of a shop remembers through which letter an order came in.
    """
    items = catalogue.cookies[service].get("items", {}).values()
    return not items or any(item.get("type") == TrackerType.EMAIL_PIXEL for item in items)


def _tracks(center: PrivacyCenter) -> bool:
    """Whether an activity says that what is measured of e-mails is used."""
    activities = center.activities.values()
    return any(one.use == _TRACKING or _OPENED in one.personal_data for one in activities)


def _has_pixel(service: CookieService) -> bool:
    return any(item.type is TrackerType.EMAIL_PIXEL for item in service.items.values())


@knowing_rule(
    "TK003",
    "embed-without-consent",
    Severity.INFO,
    _EMBED,
    basis=("ePrivacy 5(3)",),
    silent_on=(
        sound(
            "the catalogue does not know the service",
            """
            cookies:
              map:
                name: Our map
                category: preferences
                purpose: shows where we are
                consent: not_required
                consent_reason: it is a picture
            """,
        ),
    ),
)
def embed_without_consent(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A service of somebody else, such as a map, a chat or a form, does not ask for consent, and
    the catalogue says that it needs it. It stores or reads as soon as a page shows it (ePrivacy
    Directive, article 5(3)). Load it only once the visitor has chosen it, and write `consent:
    required`. If it stores nothing in your setting, ignore this rule.
    """
    for id, service in (center.cookies or {}).items():
        shipped = known.catalogue.cookies.get(service.use or "", {})
        # other rules tell of marketing and of what the catalogue puts into another category
        is_extra = service.category == shipped.get("category") == CookieCategory.PREFERENCES
        is_asked = shipped.get("consent") == Consent.REQUIRED
        if is_extra and is_asked and service.asks_consent is Consent.NOT_REQUIRED:
            yield Remark(
                ("cookies", id),
                "in the catalogue this waits for consent: load it once a visitor has chosen it, "
                "and write `consent: required`",
            )
