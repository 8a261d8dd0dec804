"""CE: where the law of a country lets statistics go without consent, and where it does not."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.catalogue import ConsentExemption, StatisticsRule
from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.model import (
    UNTIMED,
    Consent,
    CookieCategory,
    CookieService,
    PrivacyCenter,
    TrackerType,
    about_days,
)

_COUNTED = """
    organisation: {address: {country: %s}}
    cookies:
      counter:
        name: Counter
        category: statistics
        purpose: counts visits
        activity: orders
        %s
        items: {_count: {duration: %s, purpose: tells visits apart}}
    """
_UNASKED = "consent: not_required\n        consent_reason: it only counts"
_ASKED = "consent: required"
_WITHOUT = lines(
    _COUNTED % ("BE", _UNASKED, "P13M"),
    _COUNTED % ("BE", _ASKED, "P13M") + "consent: {how: You choose on your first visit.}\n",
)


@knowing_rule(
    "CE001",
    "statistics-without-exemption",
    Severity.WARNING,
    _WITHOUT,
    basis=("ePrivacy 5(3)",),
    silent_on=(
        sound("the country exempts statistics", _COUNTED % ("NL", _UNASKED, "P13M")),
        sound("nothing is known of the country", _COUNTED % ("PL", _UNASKED, "P13M")),
        sound(
            "nothing is stored or read on the device",
            """
    cookies:
      counter:
        name: Counter
        category: statistics
        purpose: counts visits
        consent: not_required
        consent_reason: it stores nothing
        stores_nothing: true
    """,
        ),
        sound(
            "it is a pixel in an e-mail, which has a rule of its own",
            """
    cookies:
      newsletter:
        name: Newsletter
        category: statistics
        purpose: counts who reads our newsletter
        consent: not_required
        consent_reason: it only counts
        items:
          open: {type: email_pixel, purpose: counts opens, email_pixel: aggregate}
    """,
        ),
    ),
)
def statistics_without_exemption(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A service of statistics asks for no consent, and the law of the country of the organisation
    has no exemption for it, or one whose longest lifetime is exceeded. What is stored or read on a
    device needs consent unless it is strictly necessary (ePrivacy Directive, article 5(3)); some
    countries exempt statistics, under conditions. Ask for consent and write `consent: required`,
    or use a service that stores nothing. Correct the catalogue in `consent_exemptions.yml` of your
    own where the law of your country says otherwise.
    """
    country = center.organisation.address.country
    law = known.catalogue.consent_exemptions.get(country)
    for id, service in (center.cookies or {}).items():
        if law is None or not _counts_unasked(service):
            continue
        if law.statistics is StatisticsRule.CONSENT:
            others = ", ".join(
                code
                for code, one in sorted(known.catalogue.consent_exemptions.items())
                if one.statistics is StatisticsRule.EXEMPT
            )
            yield Remark(
                ("cookies", id),
                f"{country} has no exemption for statistics ({law.law}; among others {others} "
                "have one): ask for consent and write `consent: required`, or use a service that "
                "stores nothing",
            )
            continue
        for name in _too_long(service, law):
            yield Remark(
                ("cookies", id, "items", name),
                f"{country} exempts statistics only where {law.conditions} ({law.law}), and this "
                "stays longer: shorten it, or ask for consent and write `consent: required`",
            )


def _counts_unasked(service: CookieService) -> bool:
    is_statistics = service.category is CookieCategory.STATISTICS
    is_unasked = service.asks_consent is Consent.NOT_REQUIRED
    is_of_mail = {item.type for item in service.items.values()} == {TrackerType.EMAIL_PIXEL}
    return is_statistics and is_unasked and not (service.stores_nothing or is_of_mail)


def _too_long(service: CookieService, law: ConsentExemption) -> Iterator[str]:
    if not law.longest:
        return
    for name, item in service.items.items():
        lasting = item.duration
        if lasting == "persistent" or (
            lasting and lasting not in UNTIMED and about_days(lasting) > about_days(law.longest)
        ):
            yield name
