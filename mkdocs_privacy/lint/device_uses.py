"""DU: which activity a service on devices is a part of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_privacy.catalogue import Catalogue
from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.loading import is_on_consent
from mkdocs_privacy.model import (
    Consent,
    CookieService,
    PrivacyCenter,
    activity_of,
    needs_activity,
)

_SHOWN = """
    processors:
      letters: {use: brevo, contract: {}}
    activities:
      newsletter:
        title: Newsletter
        audiences: [customers]
        purposes: [send news]
        personal_data: [email]
        legal_basis: consent
        withdraw: Follow the link in each e-mail.
        processors: [letters]
        retention: {period: P1Y}
      visits:
        title: Visits
        audiences: [customers]
        purposes: [see what subscribers read]
        personal_data: [cookies-identifiers]
        legal_basis: consent
        retention: {period: P1Y}
    consent: {how: You choose on your first visit.}
    cookies:
      tracker:
        name: Tracker
        category: marketing
        purpose: links visits with the newsletter
        consent: required
    """
_PART_UNKNOWN = lines(_SHOWN, f"{_SHOWN}    activity: visits\n")
_NEEDED = sound(
    "what it stores is necessary",
    "cookies: {cart: {name: Cart, category: necessary, purpose: remembers your cart}}",
)
_NAMED_BY_YOURS = sound(
    "an activity of your own names who receives the data",
    f"""{_SHOWN}    processor: letters
    """,
)


@knowing_rule(
    "DU001",
    "service-without-activity",
    Severity.WARNING,
    _PART_UNKNOWN,
    basis=("GDPR 13(1)(c)", "GDPR 13(2)(a)"),
    silent_on=(_NEEDED, _NAMED_BY_YOURS),
)
def service_without_activity(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A service on the devices of visitors asks for consent, counts or advertises, and no activity
    says that its data is used. Visitors cannot read on which legal basis that is, and how long
    what was gathered is kept (GDPR article 13(1)(c) and (2)(a)). Add the activity, which the
    service joins if both come from the catalogue, or write its id as `activity` in the service.
    Where no activity names who receives the data either, `unused-recipient` tells of both.
    """
    named = {one.id for activity in center.activities.values() for one in activity.processors or ()}
    for id, service in (center.cookies or {}).items():
        if not needs_activity(service) or activity_of(service, center):
            continue
        is_told = service.processor in (center.processors or {}) and service.processor not in named
        if not is_told:
            advice, is_about_entry = _advice(center, service, known.catalogue)
            yield Remark(("cookies", id), advice, is_about_entry=is_about_entry)


def _advice(
    center: PrivacyCenter, service: CookieService, catalogue: Catalogue
) -> tuple[str, bool]:
    """What to do, and whether that is in the entry of the service."""
    parts = catalogue.activities_of_cookies.get(service.use or "", ())
    present = [id for id, activity in center.activities.items() if activity.use in parts]
    if present:
        choices = " or ".join(f"`activity: {id}`" for id in present)
        return f"nothing says which activity this is a part of: write {choices}", True
    what = "no activity says on which legal basis its data is used and how long it is kept"
    missing = missing_activities(service, catalogue)
    if not missing:
        return f"{what}: describe that activity, and write its id here as `activity`", True
    return f"{what}: run {commands(missing)}", False


def missing_activities(service: CookieService, catalogue: Catalogue) -> Sequence[str]:
    """The activities of the catalogue that a service is a part of: with consent, if it asks."""
    named = catalogue.activities_of_cookies.get(service.use or "", ())
    parts = [id for id in named if id in catalogue.activities]  # those of an owner may be wrong
    asks = service.asks_consent is Consent.REQUIRED
    alike = [id for id in parts if is_on_consent(catalogue.activities[id]) is asks]
    return alike or parts


def commands(activities: Sequence[str]) -> str:
    """The commands of which one adds an activity."""
    return " or ".join(f"`mkdocs-privacy add activity {id}`" for id in activities)
