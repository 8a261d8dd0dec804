"""Cookie services and items that got another name, and are otherwise what they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from mkdocs_privacy.model import CookieService, PrivacyCenter, TrackerItem

Entry = TypeVar("Entry", CookieService, TrackerItem)


def with_names_of(before: PrivacyCenter, after: PrivacyCenter) -> PrivacyCenter:
    """The older center, in which what was only renamed since has the name of the newer one."""
    if not before.cookies or not after.cookies:
        return before
    services = _renamed(before.cookies, after.cookies, _is_same_service)
    with_items = {
        id: service.model_copy(
            update={"items": _renamed(service.items, after.cookies[id].items, _is_same_item)}
        )
        if id in after.cookies
        else service
        for id, service in services.items()
    }
    return before.model_copy(update={"cookies": with_items})


def _renamed(
    before: Mapping[str, Entry], after: Mapping[str, Entry], is_same: Callable[[Entry, Entry], bool]
) -> Mapping[str, Entry]:
    new = [name for name in after if name not in before]
    renamed: dict[str, Entry] = {}
    for name, entry in before.items():
        twin = None
        if name not in after:
            twin = next((other for other in new if is_same(entry, after[other])), None)
        if twin is not None:
            new.remove(twin)
        renamed[name if twin is None else twin] = entry
    return renamed


def _is_same_service(before: CookieService, after: CookieService) -> bool:
    """Whether it is called the same, or stores the same for the same provider."""
    if before.name == after.name:
        return True
    is_stored_by_the_same = bool(before.items) and before.items.keys() == after.items.keys()
    return is_stored_by_the_same and before.provider == after.provider


def _is_same_item(before: TrackerItem, after: TrackerItem) -> bool:
    """Whether all that is said of it is the same."""
    return before == after
