"""The consent revision: a counter that rises when something changes that consent rests on.

Computed from the frozen data of all releases, so that releases of any age have one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from mkdocs_privacy.model import (
    Consent,
    CookieCategory,
    CookieService,
    PrivacyCenter,
    Processor,
    Text,
    TrackerItem,
)
from mkdocs_privacy.releases.change import Change
from mkdocs_privacy.releases.comparable import days_in
from mkdocs_privacy.releases.compare import compare
from mkdocs_privacy.releases.itself import Itself
from mkdocs_privacy.releases.release import History, Release
from mkdocs_privacy.releases.renamed_cookies import with_names_of
from mkdocs_privacy.releases.sameness import is_same


@dataclass(frozen=True, slots=True)
class ConsentRevision:
    """The consent revision of a release."""

    number: int
    """0 where no release so far has data."""
    since: Release | None = None
    """The release with which it rose."""
    before: PrivacyCenter | None = None
    """The data before that release, with the ids and names that it has there."""
    reason: Text | None = None
    """Why its owner chose the number, where they did."""


def consent_revisions(history: History) -> Mapping[str, ConsentRevision]:
    """The consent revision of each release, by its id."""
    return _revisions(Itself(history))


@lru_cache(maxsize=8)  # several exports in every language of a site ask for the same
def _revisions(itself: Itself[History]) -> Mapping[str, ConsentRevision]:
    history = itself.thing
    revisions: dict[str, ConsentRevision] = {}
    latest: Release | None = None
    for release in history:
        previous = revisions.get(release.replaces or "", ConsentRevision(0))
        counted = _counted(release, previous, history, revisions, latest)
        revisions[release.id] = _chosen(release, previous, counted)
        latest = release if release.center else latest
    return revisions


def _chosen(
    release: Release, previous: ConsentRevision, counted: ConsentRevision
) -> ConsentRevision:
    """The number that the owner of the site chose, where they did."""
    chosen = release.consent_revision
    if chosen is None:
        return counted
    if chosen.number == previous.number:
        return replace(previous, reason=chosen.reason)
    since = counted if counted.since is release else ConsentRevision(0, release)
    return replace(since, number=chosen.number, reason=chosen.reason)


def _counted(
    release: Release,
    previous: ConsentRevision,
    history: History,
    revisions: Mapping[str, ConsentRevision],
    latest: Release | None,
) -> ConsentRevision:
    """The revision as the data has it, next to the one before and the one that applied before.

    These differ where two releases take effect on one day: then nobody may have seen the first.
    """
    if release.center is None:
        return previous
    if latest is None or latest.center is None:
        return ConsentRevision(previous.number + 1, release)
    applied = history.before(release)
    if applied is None or applied.center is None:
        applied = latest
    since_applied = _after(revisions[applied.id], applied.center, release)
    return max(since_applied, previous, key=lambda revision: revision.number)


def _after(
    previous: ConsentRevision, before: PrivacyCenter | None, release: Release
) -> ConsentRevision:
    if before is None or release.center is None:
        return previous
    renamed = with_names_of(before, release.center)
    if renamed.cookies == release.center.cookies:
        return previous
    changes = compare(renamed, release.center)
    if not any(rests_on(change, renamed, release.center) for change in changes):
        return previous
    return ConsentRevision(previous.number + 1, release, renamed)


def rests_on(change: Change, before: PrivacyCenter, after: PrivacyCenter) -> bool:
    """Whether consent given before a change does not cover what is done after it."""
    if change.path[0] != "cookies" or len(change.path) < 2:
        return False
    new = (after.cookies or {}).get(str(change.path[1]))
    old = (before.cookies or {}).get(str(change.path[1]))
    if new is None or not waits_for_consent(new):
        return False
    if old is None or not waits_for_consent(old):
        return True  # nobody has been asked yet
    return _is_more(change, old, new, before, after)


def waits_for_consent(service: CookieService) -> bool:
    """Whether a service asks for consent; where nothing is stated, banners ask for it too."""
    return service.asks_consent is not Consent.NOT_REQUIRED


def _is_more(
    change: Change,
    old: CookieService,
    new: CookieService,
    before: PrivacyCenter,
    after: PrivacyCenter,
) -> bool:
    """Whether a service that asked for consent before does more than it did."""
    match change.kind.id:
        case "cookie.purpose.changed" | "cookie.items.purpose.changed":
            return True
        case "cookie.provider.added" | "cookie.provider.changed":
            return not _is_name_known(new.provider, old, before)
        case "cookie.processor.added" | "cookie.processor.changed":
            return _recipient(new, after) != _recipient(old, before)
        case "cookie.country.third_country" | "cookie.items.domain.changed":
            return True
        case "cookie.category.changed":
            return _is_weaker(old.category, new.category)
        case "cookie.items.category.added" | "cookie.items.category.changed":
            item = _item(new, change)
            was = _item(old, change)
            return bool(item and was) and _is_weaker(
                (was.category if was else None) or old.category,
                (item.category if item else None) or new.category,
            )
        case "cookie.items.duration.lengthened":
            return True
        case "cookie.items.added":
            item = _item(new, change)
            return item is not None and _brings_more(item, old, new)
    return False


def _brings_more(item: TrackerItem, old: CookieService, new: CookieService) -> bool:
    """Whether a new item has a purpose, a domain, a category or a life that none had before."""
    known = tuple(old.items.values())
    category = item.category or new.category
    return (
        not any(is_same(item.purpose, other.purpose) for other in known)
        or not any((item.party, item.domain) == (other.party, other.domain) for other in known)
        or all(_is_weaker(other.category or old.category, category) for other in known)
        or (
            item.duration is not None
            and all(
                other.duration is None or days_in(item.duration) > days_in(other.duration)
                for other in known
            )
        )
    )


def _item(service: CookieService, change: Change) -> TrackerItem | None:
    return service.items.get(str(change.path[3])) if len(change.path) > 3 else None


def _is_weaker(before: CookieCategory, after: CookieCategory) -> bool:
    order = tuple(CookieCategory)
    return order.index(after) > order.index(before)


def _recipient(service: CookieService, center: PrivacyCenter) -> tuple[object, ...] | None:
    """Who receives the data, whatever its id."""
    entry = _entry(service, center)
    return (entry.name, entry.legal_name, entry.country) if entry else None


def _entry(service: CookieService, center: PrivacyCenter) -> Processor | None:
    return (center.processors or {}).get(service.processor) if service.processor else None


def _is_name_known(name: str | None, old: CookieService, before: PrivacyCenter) -> bool:
    """Whether the register said already who this is."""
    entry = _entry(old, before)
    return entry is not None and name in tuple(_names(entry))


def _names(entry: Processor) -> Iterator[str]:
    for said in (entry.name, entry.legal_name):
        if isinstance(said, Text):
            yield from (said.by_language or {"": said.everywhere or ""}).values()
        elif said:
            yield said
