"""The changelog: what changed from release to release, in one language."""

from mkdocs_privacy.changelog.change_words import tell_changes
from mkdocs_privacy.changelog.entry import (
    Entry,
    Level,
    LinkTarget,
    ToldChange,
    by_topic,
    mark_important,
)
from mkdocs_privacy.changelog.history import tell_history, tell_release
from mkdocs_privacy.changelog.unreleased import unreleased_changes

__all__ = [
    "Entry",
    "Level",
    "LinkTarget",
    "ToldChange",
    "by_topic",
    "mark_important",
    "tell_changes",
    "tell_history",
    "tell_release",
    "unreleased_changes",
]
