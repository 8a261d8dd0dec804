"""The changelog: what changed from release to release, in one language."""

from mkdocs_privacy.changelog.change_words import tell_changes
from mkdocs_privacy.changelog.entry import (
    Entry,
    Level,
    LinkTarget,
    ToldChange,
    ToldGroup,
    ToldRelease,
    by_level,
)
from mkdocs_privacy.changelog.group_words import tell_groups
from mkdocs_privacy.changelog.grouping import Cause, ChangeGroup, group_changes
from mkdocs_privacy.changelog.history import tell_history, tell_release
from mkdocs_privacy.changelog.promised_time import problems_of_notice
from mkdocs_privacy.changelog.unreleased import unreleased_changes
from mkdocs_privacy.changelog.version_name import version_name

__all__ = [
    "Cause",
    "ChangeGroup",
    "Entry",
    "Level",
    "LinkTarget",
    "ToldChange",
    "ToldGroup",
    "ToldRelease",
    "by_level",
    "group_changes",
    "problems_of_notice",
    "tell_changes",
    "tell_groups",
    "tell_history",
    "tell_release",
    "unreleased_changes",
    "version_name",
]
