"""Data that has moved on since the newest release: what `check` and a build warn of."""

from __future__ import annotations

from mkdocs_privacy.changelog.change_words import tell_changes
from mkdocs_privacy.findings import Finding
from mkdocs_privacy.findings.rules.releases import UNRELEASED_CHANGES
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import PrivacyCenter, without_internal
from mkdocs_privacy.releases import History, is_same_data
from mkdocs_privacy.terminal import counted

_TOLD = 3
"""How many changes the finding tells; `mkdocs-privacy diff` tells all of them."""


def unreleased_changes(
    history: History, center: PrivacyCenter, localization: Localization
) -> Finding | None:
    """A warning where the data says something else than the newest release, if there is one."""
    newest = history.newest
    if newest is None:
        return None
    if newest.center is None:
        return _warning(
            f"the newest release, {newest.id}, was imported as text: the data has never been "
            "released"
        )
    public = without_internal(center)
    changes = tell_changes(newest.center, public, localization, public)
    if is_same_data(newest.center, public):
        return None
    if not changes:
        return _warning(
            f"the data differs from the newest release, {newest.id}, in its order, in the place of "
            "a text, or in a language that was added"
        )
    # a finding is one line of text: no-break spaces need not stay
    sentences = [f"“{told.sentence.striptags()}”" for told in changes[:_TOLD]]
    more = [f"{len(changes) - _TOLD} more"] if len(changes) > _TOLD else []
    count = counted(len(changes), "change")
    return _warning(
        f"the data has {count} since the newest release, {newest.id}: "
        f"{', '.join([*sentences, *more])} (`mkdocs-privacy diff` lists all)"
    )


def _warning(message: str) -> Finding:
    advice = "release it with `mkdocs-privacy release --effective YYYY-MM-DD`"
    return Finding(UNRELEASED_CHANGES, f"{message}; {advice}")
