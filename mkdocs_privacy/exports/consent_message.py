"""What a banner says of a consent revision: what changed that consent rests on."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_privacy.changelog import tell_changes
from mkdocs_privacy.exports.release_words import in_short
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases import ConsentRevision, rests_on


def message_of(
    revision: ConsentRevision | None,
    localizations: Mapping[str, Localization],
    today_center: PrivacyCenter,
) -> Mapping[str, str]:
    """The message as plain text, by language; empty for the first revision, which changes nothing.

    Where the owner chose the revision, it is their reason if nothing else says why.
    """
    if revision is None:
        return {}
    said = {
        language: _told(revision, localization, today_center)
        or (localization.text(revision.reason) if revision.before is None else "")
        for language, localization in localizations.items()
    }
    return {language: message for language, message in said.items() if message}


def _told(
    revision: ConsentRevision, localization: Localization, today_center: PrivacyCenter
) -> str:
    before = revision.before
    after = revision.since.center if revision.since else None
    if before is None or after is None:
        return ""
    told = [
        one
        for one in tell_changes(before, after, localization, today_center)
        if rests_on(one.change, before, after)
    ]
    weighed = sorted(told, key=lambda one: not one.change.kind.material)
    return in_short([one.sentence for one in weighed], localization)
