"""What the changelog says about one release, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from markupsafe import Markup

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.releases import Change, Release, Topic


class Level(StrEnum):
    """How much a release changes."""

    MATERIAL = "material"
    """Something of which people must be told."""
    EDITORIAL = "editorial"
    INITIAL = "initial"
    """It is the first."""
    TEXT = "text"
    """Unknown: of this release or the one before, only the text was kept."""


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Where something stands on today's pages: the page's name and an anchor on it."""

    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change in words."""

    change: Change
    sentence: Markup
    """One plain sentence, without a full stop."""
    target: LinkTarget | None = None
    """Where the thing stands on today's pages, if it is still there."""


def mark_important(told: ToldChange, localization: Localization) -> Markup:
    """The sentence of a change, marked as important where the change is material."""
    if not told.change.kind.material:
        return told.sentence
    return localization.message("feed.marked", change=told.sentence)


def by_topic(changes: Sequence[ToldChange]) -> tuple[tuple[Topic, tuple[ToldChange, ...]], ...]:
    """The changes of each topic that has any."""
    grouped = (
        (topic, tuple(told for told in changes if told.change.kind.topic is topic))
        for topic in Topic
    )
    return tuple((topic, of_topic) for topic, of_topic in grouped if of_topic)


@dataclass(frozen=True, slots=True)
class Entry:
    """One release as the changelog tells it; material changes come first within each topic."""

    release: Release
    before: Release | None
    note: str
    """The owner's own words about the release, or nothing."""
    changes: tuple[ToldChange, ...] = ()
    is_compared: bool = False
    """Whether the data of both releases is known; otherwise only the words can be compared."""
    objection_until: date | None = None
    """The last day on which a customer may object to a new sub-processor."""

    @property
    def is_material(self) -> bool:
        """Whether any of the changes is material."""
        return any(told.change.kind.material for told in self.changes)

    @property
    def level(self) -> Level:
        """How much the release changes."""
        if self.before is None:
            return Level.INITIAL
        if not self.is_compared:
            return Level.TEXT
        return Level.MATERIAL if self.is_material else Level.EDITORIAL

    @property
    def by_topic(self) -> tuple[tuple[Topic, tuple[ToldChange, ...]], ...]:
        """The changes of each topic that has any."""
        return by_topic(self.changes)
