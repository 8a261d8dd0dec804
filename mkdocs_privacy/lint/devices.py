"""CK: what is stored or read on the devices of visitors, and their choice in it."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.model import Consent, EmailPixel, PrivacyCenter

_STATISTICS = """
    processors:
      google: {use: google-analytics%s}
    activities:
      statistics:
        title: Statistics
        audiences: [customers]
        purposes: [count visits]
        personal_data: [ip-address]
        legal_basis: consent
        processors: [google]
    """
_NOT_IN_TABLE = lines(
    _STATISTICS % ", cookies: none",
    _STATISTICS % ""
    + """
    consent: {how: You choose on your first visit.}
    """,
)
_NO_CHOICE = lines(
    """
    cookies:
      film:
        name: Film
        category: marketing
        purpose: shows our film
        activity: orders
        consent: required
    """,
    """
    cookies:
      film:
        name: Film
        category: marketing
        purpose: shows our film
        activity: orders
        consent: required
      choice: {use: cookieconsent}
    consent:
      service: choice
      how: You choose on your first visit, and later at the foot of every page.
    """,
)
_OPENS = """
    cookies:
      newsletter:
        name: Newsletter
        category: statistics
        purpose: measures who reads our newsletter
        activity: orders
        %s
        items:
          open: {type: email_pixel, purpose: measures opens, email_pixel: individual}
    consent: {how: You choose when you subscribe.}
    """
_MEASURED_UNASKED = lines(
    _OPENS % "consent: not_required\n        consent_reason: you subscribed",
    _OPENS % "consent: required",
)

_TOGETHER = sound(
    "opens are counted together",
    (_OPENS % "consent: not_required\n        consent_reason: nobody is told apart").replace(
        "individual", "aggregate"
    ),
)


@knowing_rule(
    "CK004",
    "service-not-in-table",
    Severity.INFO,
    _NOT_IN_TABLE,
    basis=("ePrivacy 5(3)",),
    silent_on=(
        sound(
            "the recipient does not work through devices",
            """
            processors: {mail: {use: google-workspace}}
            """,
        ),
    ),
)
def service_not_in_table(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A recipient provides statistics, advertisements, maps, films or a captcha on the website, so
    it usually stores or reads something on the devices of visitors, but the cookie table does not
    list it. With `use: google-analytics` under `processors`, the catalogue brings the service
    `google-analytics-4` into the table, unless you write `cookies: none` there or have an empty
    `cookies`. Let it come or write it under `cookies`, or ignore this rule if the recipient gets
    its data in another way.
    """
    catalogue = known.catalogue
    used = {service.use for service in (center.cookies or {}).values()}
    named = {service.processor for service in (center.cookies or {}).values()}
    for id, processor in (center.processors or {}).items():
        if id in named or processor.use not in catalogue.reached_through_devices:
            continue
        services = [
            service
            for service, recipient in catalogue.recipients.items()
            if recipient == processor.use
        ]
        if not used.intersection(services):
            choices = " or ".join(f"`{{use: {service}, processor: {id}}}`" for service in services)
            yield Remark(
                ("processors", id),
                f"‘{processor.use}’ works through the devices of visitors, but the cookie table "
                f"does not name it: add {choices} under `cookies`",
                is_about_entry=False,
            )


@rule(
    "CK012",
    "no-consent-choice",
    Severity.WARNING,
    _NO_CHOICE,
    basis=(
        "GDPR 7(3)",
        "ePrivacy 5(3)",
    ),
    silent_on=(
        sound(
            "nothing waits for consent",
            """
            cookies: {cart: {name: Cart, category: necessary, purpose: remembers your cart}}
            """,
        ),
    ),
)
def no_consent_choice(center: PrivacyCenter) -> Iterator[Remark]:
    """Something on the devices of visitors needs their consent, but the data does not say how to
    give, refuse or withdraw it (ePrivacy Directive, article 5(3); GDPR article 7(3)). Say under
    `consent` how the choice is made and changed, and give the consent tool as `service`. It
    belongs in the cookie table too, because it stores the choice.
    """
    if center.consent:
        return
    for id, service in (center.cookies or {}).items():
        if service.asks_consent is Consent.REQUIRED:
            yield Remark(
                ("cookies", id),
                "this waits for consent, but nothing says how visitors give it and change their "
                "mind: describe that as `consent: {how: …}`, with the consent tool as `service`",
                is_about_entry=False,
            )


@rule(
    "CK020",
    "email-open-tracking",
    Severity.WARNING,
    _MEASURED_UNASKED,
    basis=("ePrivacy 5(3)",),
    silent_on=(_TOGETHER,),
)
def email_open_tracking(center: PrivacyCenter) -> Iterator[Remark]:
    """A pixel in an e-mail measures who opens it, and the service does not ask for consent. Such
    a pixel reads from the device (ePrivacy Directive, article 5(3); EDPB Guidelines 2/2023). In
    Italy the authority requires consent for it since 29 October 2026 (decision 284 of 17 April
    2026), and other authorities expect it. Ask for consent and write `consent: required`, or
    count opens together and write `email_pixel: aggregate`.
    """
    for id, service in (center.cookies or {}).items():
        if service.asks_consent is Consent.REQUIRED:
            continue
        for name, item in service.items.items():
            if item.email_pixel is EmailPixel.INDIVIDUAL:
                yield Remark(
                    ("cookies", id, "items", name),
                    "this pixel measures who opens an e-mail: ask for consent and say `consent: "
                    "required`, or count opens together and say `email_pixel: aggregate`",
                )
