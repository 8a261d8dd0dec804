"""Whether a center says what the data of a service on devices is used for, and on which ground."""

from __future__ import annotations

from mkdocs_privacy.model.center import PrivacyCenter
from mkdocs_privacy.model.cookies import Consent, CookieCategory, CookieService

_MORE_THAN_NEEDED = (CookieCategory.STATISTICS, CookieCategory.MARKETING)


def needs_activity(service: CookieService) -> bool:
    """Whether a service is there for more than what a visitor asked for."""
    return service.asks_consent is Consent.REQUIRED or service.category in _MORE_THAN_NEEDED


def activity_of(service: CookieService, center: PrivacyCenter) -> str | None:
    """The activity that a service is a part of: it says so, or the activity names who receives it.

    A service and an activity that both come from the catalogue belong together only where the
    catalogue says so, and then the service has its activity already.
    """
    if service.activity:
        return service.activity
    for id, activity in center.activities.items():
        named = {recipient.id for recipient in activity.processors or ()}
        if service.processor in named and not (service.use and activity.use):
            return id
    return None
