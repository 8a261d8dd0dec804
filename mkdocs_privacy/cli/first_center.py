"""What the first data of a center holds: what its kind does, with whom, and what is undecided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs_privacy.catalogue import (
    Entry,
    Fields,
    OrganisationKind,
    activity_with,
    shipped_catalogue,
)
from mkdocs_privacy.cli.first_services import (
    asks_consent,
    coming_along,
    is_in_mails,
    parts_of,
    way_of_consent,
)
from mkdocs_privacy.cli.services import Named, services_beside

_AUTHORITIES: Mapping[str, tuple[str, Fields]] = {
    "invoices": ("tax-authority", {"personal_data": ["name", "postal-address", "invoice"]}),
    "guest-registration": ("guest-authority", {}),
}
"""The authority of a country that receives data from an activity, with what is written beside."""


@dataclass(frozen=True, slots=True)
class FirstCenter:
    """The entries of a first center, each by its id with its fields."""

    activities: Mapping[str, Fields]
    sometimes: Mapping[str, tuple[Fields, str]]
    """What others of its kind do, with when: it stands there as a comment."""
    processors: Mapping[str, Fields]
    cookies: Mapping[str, Fields] | None
    """Nothing where nobody said what is stored; empty where nothing is."""
    consent: Fields
    rights: Mapping[str, Fields]
    """The rights that the country gives beside the GDPR."""
    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What is left to decide, by the key that it is about."""
    services_beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What recipients are taken for besides what they are first known for, by their ids."""
    hints: tuple[str, ...] = ()
    """What belongs to what was named, and may be there too: cookie services."""


def first_center(
    kind: OrganisationKind, named: Named, country: str, *, stores_nothing: bool = False
) -> FirstCenter:
    """The center of an organisation of a kind that uses what was named."""
    catalogue = shipped_catalogue()
    brought = {
        id: service
        for recipient in named.processors
        for id, service in coming_along(recipient).items()
        if id not in named.cookies
    }
    services = {id: catalogue.cookies[id] for id in named.cookies} | brought
    tools = [id for id in services if "consent-choices" in parts_of(id)]
    activities = _activities(kind, named, services)
    recipients: dict[str, Fields] = {id: {} for id in named.processors}
    for activity, (office, fields) in _AUTHORITIES.items():
        authority = f"{office}-{country.lower()}"
        if activity in activities and authority in catalogue.processors:
            recipients[authority] = fields
    consent = way_of_consent(services, tools)
    questions: dict[str, tuple[str, ...]] = {}
    if one_of := _undecided(kind, named):
        questions["activities"] = (one_of,)
    questions["processors"] = tuple(_missing_recipients(kind, named))
    if not services and not stores_nothing:
        questions["cookies"] = ("what does your website store on the devices of its visitors?",)
    if consent.get("use") in ("banner", "banner-and-newsletter") and not tools:
        questions["consent"] = ("which tool asks visitors for their consent?",)
    return FirstCenter(
        activities=activities,
        sometimes={
            id: (fields, kind.when[id])
            for id, fields in kind.sometimes.items()
            if id not in activities
        },
        processors=recipients,
        cookies={id: {} for id in named.cookies} if services or stores_nothing else None,
        consent=consent,
        rights={
            id.removeprefix(f"{country.lower()}-"): {"use": id}
            for id in catalogue.further_rights
            if re.match(f"{country.lower()}-(?![a-z]{{2}}-)", id)  # not those of a state
        },
        questions={key: asked for key, asked in questions.items() if asked},
        services_beside={
            id: categories
            for id in named.processors
            if (categories := services_beside(catalogue.processors[id]))
        },
        hints=tuple(_related(named, services)),
    )


def _activities(
    kind: OrganisationKind, named: Named, services: Mapping[str, Entry]
) -> dict[str, Fields]:
    """What its kind does, what was named, and what the services are there for."""
    chosen = dict(kind.activities)
    one = kind.which_of(named.activities)
    if one:
        chosen |= {one: kind.one_of[one]}
    wanted = dict.fromkeys(named.activities)
    for recipient in named.processors:
        category = shipped_catalogue().processors[recipient]["category"]
        activity = activity_with(category)
        has_one = any(_is_there_for(category, id) for id in (*chosen, *named.activities)) or any(
            category in _joining(id) for id in kind.activities
        )
        if activity and not has_one and not coming_along(recipient):
            wanted[activity] = None
    for id, service in services.items():
        parts = parts_of(id)
        if parts and service["category"] != "necessary" and not {*parts} & {*chosen, *wanted}:
            wanted[_fitting(parts, service, kind)] = None
    wanted |= dict.fromkeys(_proof(kind, wanted, services))
    last = {id: chosen.pop(id) for id in ("website-security", "privacy-requests") if id in chosen}
    fields = {**kind.sometimes, **_proof(kind, wanted, services)}
    chosen |= {id: fields.get(id, {}) for id in wanted if id not in {*chosen, *last}}
    others = kind.others.get(one or "", {})
    return {
        id: _with_more(_about(kind, one, id, fields), others.get(id, {}))
        for id, fields in (chosen | last).items()
    }


def _with_more(fields: Fields, more: Fields) -> Fields:
    """What is written beside `use:`, and what is added to it as well."""
    also = {**fields.get("also", {}), **more.get("also", {})}
    return {**fields, **more, **({"also": also} if also else {})}


def _is_there_for(category: str, activity: str) -> bool:
    """Whether an activity has a recipient of this category first, so that it needs no other."""
    return category in _joining(activity)[:1]


def _joining(activity: str) -> Sequence[str]:
    """The categories of the recipients that join an activity."""
    entry = shipped_catalogue().activities[activity]
    joining: Sequence[str] = entry.get("recipient_categories", ())
    return joining


def _proof(
    kind: OrganisationKind, wanted: Iterable[str], services: Mapping[str, Entry]
) -> dict[str, Fields]:
    """The proof of what people chose, where visitors or subscribers are asked; and who else is."""
    asks_subscribers = "newsletter" in wanted
    asks_visitors = any(asks_consent(services[id]) for id in services if not is_in_mails(id))
    if not asks_visitors and not asks_subscribers:
        return {}
    fields: dict[str, Any] = {}
    if not asks_subscribers:
        fields["without"] = ["subscribers", "email"]
    if not asks_visitors:
        fields["without"] = ["visitors", "cookies-identifiers"]
    asked = [id for id in wanted if _waits(shipped_catalogue().activities[id])]
    people = [one for id in asked for one in _people(id, kind.sometimes.get(id, {}))]
    if others := [one for one in dict.fromkeys(people) if one not in ("visitors", "subscribers")]:
        fields["also"] = {"audiences": others}
    return {"consent-choices": fields}


def _people(id: str, fields: Fields) -> list[str]:
    """Whom an activity concerns, with what is written beside its `use:`."""
    shipped = shipped_catalogue().activities[id]["audiences"]
    kept = [one for one in shipped if one not in fields.get("without", ())]
    return [*kept, *fields.get("also", {}).get("audiences", ())]


def _waits(activity: Entry) -> bool:
    return activity.get("legal_basis") == "consent"


def _about(kind: OrganisationKind, one: str | None, id: str, fields: Fields) -> Fields:
    """An activity about the people whom the chosen of `one_of` is about, as `patients`."""
    first = next(iter(kind.people.values()), None)
    people = kind.people.get(one or "")
    if people == first:
        return fields
    if fields.get("also", {}).get("audiences") == [first]:
        return {**fields, "also": {"audiences": [people]}}
    if first in shipped_catalogue().activities[id]["audiences"]:
        return {**fields, "without": [first], "also": {"audiences": [people]}}
    return fields


def _fitting(parts: Iterable[str], service: Entry, kind: OrganisationKind) -> str:
    """The activity that a service is a part of: one that waits for consent, if it does."""
    activities = shipped_catalogue().activities
    alike = [id for id in parts if _waits(activities[id]) is asks_consent(service)]
    known = [id for id in alike if id in kind.sometimes]
    return next(iter((*known, *alike, *parts)))


def _undecided(kind: OrganisationKind, named: Named) -> str | None:
    """Which of `one_of` it is, where nobody said so."""
    if not kind.one_of or any(id in kind.one_of for id in named.activities):
        return None
    first, *others = kind.one_of
    told = " or ".join(f"`{id}` ({kind.when[id]})" for id in others)
    return f"do you keep `{first}` ({kind.when[first]}), or rather {told}?"


def _missing_recipients(kind: OrganisationKind, named: Named) -> Iterator[str]:
    entries = [shipped_catalogue().processors[id] for id in named.processors]
    present = {one["category"] for entry in entries for one in (entry, *entry.get("also", ()))}
    one = kind.which_of(named.activities)
    asked = {**kind.recipients, **kind.recipients_of.get(one or "", {})}
    return (words for words, those in asked.items() if not present & {*those})


def _related(named: Named, services: Mapping[str, Entry]) -> Iterator[str]:
    """The cookie services of what was named that a site may have or not."""
    catalogue = shipped_catalogue()
    for id in catalogue.cookies:
        is_related = catalogue.recipients.get(id) in named.processors or any(
            id.startswith(f"{other}-") for other in named.cookies
        )
        if is_related and id not in services:
            yield id
