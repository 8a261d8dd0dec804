"""The history of a privacy center, told in one language."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from mkdocs_privacy.changelog.entry import Entry, ToldGroup, ToldRelease
from mkdocs_privacy.changelog.group_words import tell_groups
from mkdocs_privacy.changelog.promised_time import objection_until
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases import History, Release

_TOLD_SINCE = 12
"""From how many releases before the newest the changes are told at once: each costs a comparison
and a part of the page. What changed since an older one, its followers tell."""


def tell_history(
    history: History, localization: Localization, today_center: PrivacyCenter
) -> tuple[Entry, ...]:
    """An entry for each release, the newest first; links lead to the pages of `today_center`.

    Those of the last few releases also tell what changed from them to the newest.
    """
    entries: list[Entry] = []
    for place, release in enumerate(reversed(history.releases)):
        entry = tell_release(release, history.before(release), localization, today_center)
        if entries and place <= _TOLD_SINCE:
            since = partial(_since, release, entries[0], localization, today_center)
            entry = replace(entry, tell_since=since)
        entries.append(entry)
    return tuple(entries)


def _since(
    earlier: Release, newest: Entry, localization: Localization, today_center: PrivacyCenter
) -> tuple[ToldGroup, ...] | None:
    """What changed from a release to the newest; nothing where the data of one is unknown."""
    if newest.before is earlier:
        return newest.groups if newest.is_compared else None
    was, now = earlier.center, newest.release.center
    return tell_groups(was, now, localization, today_center) if was and now else None


def tell_release(
    release: Release,
    before: Release | None,
    localization: Localization,
    today_center: PrivacyCenter,
) -> Entry:
    """What one release changed."""
    entry = Entry(release, before, localization.text(release.note))
    if not release.read_center or not before or not before.read_center:
        return entry
    return replace(entry, tell=partial(_tell, release, before, localization, today_center))


def _tell(
    release: Release, before: Release, localization: Localization, today_center: PrivacyCenter
) -> ToldRelease:
    was, now = before.center, release.center
    assert was and now  # noqa: PT018, S101  # both are known, or nobody asks
    groups = tell_groups(was, now, localization, today_center)
    changes = (change for told in groups for change in told.group.changes)
    return ToldRelease(groups, objection_until(release, before, changes))
