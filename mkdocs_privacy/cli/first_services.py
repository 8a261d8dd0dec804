"""What the services named to `init` store, ask and bring along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_privacy.catalogue import Entry, Fields, shipped_catalogue
from mkdocs_privacy.cli.services import Named


def what_stores(named: Named) -> tuple[str, ...]:
    """What was named that stores something on the devices of visitors of the website."""
    cookies = shipped_catalogue().cookies
    services = {id: {id: cookies[id]} for id in named.cookies}
    services |= {id: coming_along(id) for id in named.processors}
    return tuple(
        id
        for id, brought in services.items()
        if any(entry.get("items") and not is_in_mails(one) for one, entry in brought.items())
    )


def way_of_consent(services: Mapping[str, Entry], tools: list[str]) -> Fields:
    """How visitors choose, where anything waits for it: on a website, in a newsletter, or both."""
    asking = [id for id, service in services.items() if asks_consent(service)]
    in_mails = [id for id in asking if is_in_mails(id)]
    if not asking:
        return {}
    if in_mails == asking:
        return {"use": "newsletter"}
    way = "banner-and-newsletter" if in_mails else "banner"
    return {"use": way, **({"service": tools[0]} if tools else {})}


def asks_consent(service: Entry) -> bool:
    """Whether a service waits until a visitor consents."""
    return service.get("consent") == "required"


def is_in_mails(service: str) -> bool:
    """Whether subscribers are asked for consent, and not visitors of the website."""
    return "email-tracking" in parts_of(service)


def parts_of(service: str) -> tuple[str, ...]:
    """The activities that a cookie service can be a part of."""
    return tuple(shipped_catalogue().activities_of_cookies.get(service, ()))


def coming_along(recipient: str) -> dict[str, Any]:
    """The cookie services that are on every site that uses a recipient."""
    catalogue = shipped_catalogue()
    return {
        id: catalogue.cookies[id]
        for id, of in catalogue.recipients.items()
        if of == recipient and id in catalogue.come_along
    }
