"""The history of a privacy center, told in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_privacy.changelog.entry import Entry, ToldGroup
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
    newest_first = tuple(reversed(history.releases))
    entries = tuple(
        tell_release(release, history.before(release), localization, today_center)
        for release in newest_first
    )
    return tuple(
        replace(entry, since=_since(entry, entries, localization, today_center))
        if place <= _TOLD_SINCE
        else entry
        for place, entry in enumerate(entries)
    )


def _since(
    earlier: Entry,
    entries: Sequence[Entry],
    localization: Localization,
    today_center: PrivacyCenter,
) -> tuple[ToldGroup, ...] | None:
    """What changed from a release to the newest; nothing where the data of one is unknown."""
    newest, *_ = entries
    if earlier is newest or earlier.release.center is None or newest.release.center is None:
        return None
    if newest.before is earlier.release:
        return newest.groups
    return tell_groups(earlier.release.center, newest.release.center, localization, today_center)


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
    groups = tell_groups(before.center, release.center, localization, today_center)
    changes = (change for told in groups for change in told.group.changes)
    until = objection_until(release, before, changes)
    return replace(entry, groups=groups, is_compared=True, objection_until=until)
