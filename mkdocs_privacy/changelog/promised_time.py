"""How much time people are promised before a change applies to them, and until when it lasts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.model import (
    Activity,
    ChangePolicy,
    PrivacyCenter,
    Processor,
    Recipient,
    Role,
    Service,
    add_period,
)
from mkdocs_privacy.releases import Change, NewRelease, Release, Verb, find_kind, with_ids_of

_NEW_RECIPIENT = find_kind("processor", Verb.ADDED)
_OTHER_COMPANY = find_kind("processor.legal_name", Verb.CHANGED)
_NEW_SERVICE = find_kind("processor.also", Verb.ADDED)
_OTHER_ROLE = ("processor.role", "processor.also.role")


def objection_until(release: Release, before: Release, changes: Iterable[Change]) -> date | None:
    """The last day to object to a new sub-processor (GDPR article 28(2)), where there is one.

    Of a release that was recorded afterwards nobody was told in time to object.
    """
    if release.backdated or release.center is None:
        return None
    if not _bring_sub_processor(changes, before.center, release.center):
        return None
    period = _promised("objection_period", before.center, release.center)
    return add_period(release.announced, period) if period else None


def problems_of_notice(
    new: NewRelease, newest: Release | None, changes: Iterable[Change]
) -> Iterator[str]:
    """Why a release would apply sooner than its readers were promised."""
    if newest is None or new.center is None or new.backdated is not None:
        return
    promises = [*_broken_promises(new, new.center, newest, tuple(changes))]
    if promises and new.short_notice is None:
        for first_day, promise in promises:
            yield (
                f"it would take effect on {new.effective}, announced on {new.announced}, but "
                f"{promise}: give {first_day} or a later day, or the reason for the shorter "
                "notice, "
                "which visitors see (`--short-notice REASON`)"
            )
    if not promises and new.short_notice is not None:
        yield (
            "it breaks no promise of notice (`changes.notice_period`, `changes.objection_period`): "
            "leave out `--short-notice`"
        )


def _broken_promises(
    new: NewRelease, center: PrivacyCenter, newest: Release, changes: tuple[Change, ...]
) -> Iterator[tuple[date, str]]:
    """The first day that would keep it, and the promise in words."""
    if any(change.kind.material for change in changes):
        period = _promised("notice_period", newest.center, center)
        if period and (first_day := add_period(new.announced, period)) > new.effective:
            yield (
                first_day,
                "it has important changes, and you promise to announce these "
                f"{_in_words(period)} ahead (`changes.notice_period`)",
            )
    if _bring_sub_processor(changes, newest.center, center):
        period = _promised("objection_period", newest.center, center)
        if period and (first_day := add_period(new.announced, period)) > new.effective:
            yield (
                first_day,
                f"it adds a sub-processor, and you promise customers {_in_words(period)} to object "
                "(`changes.objection_period`)",
            )


def _in_words(period: str) -> str:
    return Localization("en", load_catalog("en")).period(period)


def _promised(field: str, *centers: PrivacyCenter | None) -> str | None:
    """The period that was promised first: a release cannot shorten its own."""
    assert field in ChangePolicy.model_fields  # noqa: S101  # both callers name one
    stated = (getattr(center.changes, field) for center in centers if center)
    return next(filter(None, stated), None)


def _bring_sub_processor(
    changes: Iterable[Change], before: PrivacyCenter | None, after: PrivacyCenter
) -> bool:
    known = _sub_processors(with_ids_of(before, after)) if before else set()
    is_new_by_activity = before is not None and not _by_activity(after) <= known
    return is_new_by_activity or any(_brings_sub_processor(change, after) for change in changes)


def _sub_processors(center: PrivacyCenter) -> set[str]:
    """The ids of those that are one in all that they do, in a service, or in an activity."""
    by_entry = {id for id, entry in (center.processors or {}).items() if _is_sub_processor(entry)}
    return by_entry | _by_activity(center)


def _by_activity(center: PrivacyCenter) -> set[str]:
    return {
        recipient.id
        for activity in center.activities.values()
        for recipient in activity.processors or ()
        if _is_one_in(activity, recipient, center)
    }


def _is_one_in(activity: Activity, recipient: Recipient, center: PrivacyCenter) -> bool:
    """Whether it is one in an activity.

    Who works for us where we are a processor is one, whatever its entry calls it (GDPR article
    28(4)), unless the controller chose it.
    """
    if recipient.role or recipient.chosen_by or not center.is_on_behalf_of_others(activity):
        return recipient.role is Role.SUB_PROCESSOR
    entry = (center.processors or {}).get(recipient.id)
    return entry is not None and entry.role is Role.PROCESSOR


def _brings_sub_processor(change: Change, center: PrivacyCenter) -> bool:
    """Whether a sub-processor is added, or another company takes the place of one."""
    if change.kind == _NEW_RECIPIENT:
        return isinstance(change.after, Processor) and _is_sub_processor(change.after)
    if change.kind == _OTHER_COMPANY:
        return str(change.path[1]) in _sub_processors(center)
    if change.kind == _NEW_SERVICE:
        return isinstance(change.after, Service) and change.after.role is Role.SUB_PROCESSOR
    return change.kind.rule.field in _OTHER_ROLE and change.after is Role.SUB_PROCESSOR


def _is_sub_processor(processor: Processor) -> bool:
    return any(service.role is Role.SUB_PROCESSOR for service in processor.services)
