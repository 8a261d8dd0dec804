"""The history of a privacy center, told in one language."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_privacy.changelog.change_words import tell_changes
from mkdocs_privacy.changelog.entry import Entry
from mkdocs_privacy.changelog.promised_time import objection_until
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases import History, Release


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
    until = objection_until(release, before, (told.change for told in changes))
    return replace(entry, changes=changes, is_compared=True, objection_until=until)
