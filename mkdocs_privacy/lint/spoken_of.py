"""Whom a text speaks of: that of an entry speaks of what the entry does."""

from __future__ import annotations

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import Activity, CookieService, Disclosure, PrivacyCenter, Processor


def recipients_spoken_of(center: PrivacyCenter, path: KeyPath) -> tuple[Processor, ...]:
    """The recipients that the text at a path is about: all of them, unless it is of an entry."""
    register = center.processors or {}
    match path:
        case ("activities", str(id), *_):
            named = center.activities[id].processors or ()
            return tuple(register[one.id] for one in named if one.id in register)
        case ("processors", str(id), *_):
            return (register[id],)
        case ("cookies", str(), *_):
            named_by = [service.processor for service in cookies_spoken_of(center, path)]
            return tuple(register[id] for id in named_by if id in register)
        case _:
            return tuple(register.values())


def cookies_spoken_of(center: PrivacyCenter, path: KeyPath) -> tuple[CookieService, ...]:
    """The services that store or read something on devices that the text at a path is about."""
    services = center.cookies or {}
    match path:
        case ("cookies", str(id), *_):
            return (services[id],)
        case ("activities" | "processors", *_):
            return ()
        case _:
            return tuple(services.values())


def activities_spoken_of(center: PrivacyCenter, path: KeyPath) -> tuple[Activity, ...]:
    """The activities that the text at a path is about."""
    match path:
        case ("activities", str(id), *_):
            return (center.activities[id],)
        case ("processors" | "cookies", *_):
            return ()
        case _:
            return tuple(center.activities.values())


def disclosures_spoken_of(center: PrivacyCenter, path: KeyPath) -> tuple[Disclosure, ...]:
    """The circumstances in which others receive data that the text at a path is about."""
    match path:
        case ("activities", str(id), *_):
            return center.disclosures_of(id)
        case ("processors" | "cookies", *_):
            return ()
        case _:
            return tuple(center.disclosures.values())
