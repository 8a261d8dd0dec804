"""The history of a privacy center, told in one language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mkdocs_privacy.changelog.change_words import tell_changes
from mkdocs_privacy.changelog.entry import Entry
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import PrivacyCenter, Processor, Role, Service, add_period
from mkdocs_privacy.releases import Change, History, Release, Verb, find_kind

_NEW_RECIPIENT = find_kind("processor", Verb.ADDED)
_OTHER_COMPANY = find_kind("processor.legal_name", Verb.CHANGED)
_NEW_SERVICE = find_kind("processor.also", Verb.ADDED)
_OTHER_ROLE = find_kind("processor.role", Verb.CHANGED)


def tell_history(
    history: History, localization: Localization, today_center: PrivacyCenter
) -> tuple[Entry, ...]:
    """An entry for each release, the newest first; links lead to the pages of `today_center`."""
    return tuple(
        tell_release(release, history.before(release), localization, today_center)
        for release in reversed(history.releases)
    )


def tell_release(
    release: Release,
    before: Release | None,
    localization: Localization,
    today_center: PrivacyCenter,
) -> Entry:
    """What one release changed."""
    entry = Entry(release, before, localization.text(release.note))
    if before is None or before.center is None or release.center is None:
        return entry
    changes = tell_changes(before.center, release.center, localization, today_center)
    brings_one = any(_brings_sub_processor(told.change, release.center) for told in changes)
    until = _objection_until(release, before) if brings_one else None
    return replace(entry, changes=changes, is_compared=True, objection_until=until)


def _objection_until(release: Release, before: Release) -> date | None:
    """The last day to object to a new sub-processor (GDPR article 28(2)).

    The period is what was promised before the change; a release cannot shorten its own. Of one
    that was recorded afterwards nobody was told in time to object.
    """
    if release.backdated:
        return None
    centers = (before.center, release.center)
    stated = (center.changes.objection_period for center in centers if center)
    period = next(filter(None, stated), None)
    if period is None:
        return None
    return add_period(release.announced, period)


def _brings_sub_processor(change: Change, center: PrivacyCenter) -> bool:
    """Whether a sub-processor is added, or another company takes the place of one."""
    if change.kind == _NEW_RECIPIENT:
        return isinstance(change.after, Processor) and _is_sub_processor(change.after)
    if change.kind == _OTHER_COMPANY:
        return _is_sub_processor(center.processors[str(change.path[1])])
    if change.kind == _NEW_SERVICE:
        return isinstance(change.after, Service) and change.after.role is Role.SUB_PROCESSOR
    return change.kind == _OTHER_ROLE and change.after is Role.SUB_PROCESSOR


def _is_sub_processor(processor: Processor) -> bool:
    return any(service.role is Role.SUB_PROCESSOR for service in processor.services)
