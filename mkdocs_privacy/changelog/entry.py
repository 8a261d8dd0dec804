"""What the changelog says about one release, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from markupsafe import Markup

from mkdocs_privacy.changelog.grouping import ChangeGroup
from mkdocs_privacy.releases import Change, Release


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
    name: str = ""
    """What stands there, where it has a name."""


@dataclass(frozen=True)
class ToldChange:
    """A change in words."""

    change: Change
    tell: Callable[[Change], Markup] = field(repr=False)
    """What makes the sentence, when somebody reads it: most are told with others only."""
    target: LinkTarget | None = None
    """Where the thing stands on today's pages, if it is still there."""

    @cached_property
    def sentence(self) -> Markup:
        """One plain sentence, without a full stop."""
        return self.tell(self.change)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What something was and what it is."""

    before: Markup | str
    after: Markup | str


@dataclass(frozen=True, slots=True)
class ToldDetail:
    """What is told of changes beside one sentence."""

    changes: tuple[ToldChange, ...]
    heading: Markup
    sides: SideBySide | None


@dataclass(frozen=True)
class ToldGroup:
    """Changes that are told once, in words."""

    group: ChangeGroup
    sentence: Markup
    """One plain sentence that stands by itself, without a full stop."""
    meanings: tuple[Markup, ...]
    """What it means for whom it concerns, in whole sentences."""
    tell: Callable[[ChangeGroup, Markup], ToldDetail] = field(repr=False)
    """What tells the rest, when somebody reads it: most are told in the sentence only."""

    @cached_property
    def _detail(self) -> ToldDetail:
        return self.tell(self.group, self.sentence)

    @property
    def changes(self) -> tuple[ToldChange, ...]:
        """Each of them in a sentence of its own."""
        return self._detail.changes

    @property
    def heading(self) -> Markup:
        """The sentence, or what is left of it above `sides`."""
        return self._detail.heading

    @property
    def sides(self) -> SideBySide | None:
        """What was and what is, where the sentence does not say that."""
        return self._detail.sides

    @property
    def in_full(self) -> Markup:
        """The sentence, and what it means, where that is told in one breath."""
        sentence = self.sentence
        if self.meanings and not sentence.endswith("."):
            sentence += "."
        return Markup(" ").join([sentence, *self.meanings])

    @property
    def is_material(self) -> bool:
        """Whether any of the changes is."""
        return self.group.is_material

    @property
    def target(self) -> LinkTarget | None:
        """Where the first that is still there stands on today's pages."""
        return next((told.target for told in self.changes if told.target), None)


def by_level(groups: Iterable[ToldGroup]) -> tuple[tuple[Level, tuple[ToldGroup, ...]], ...]:
    """What people must be told of, and the rest; each where there is any."""
    parts: dict[Level, list[ToldGroup]] = {Level.MATERIAL: [], Level.EDITORIAL: []}
    for group in groups:
        parts[Level.MATERIAL if group.is_material else Level.EDITORIAL].append(group)
    return tuple((level, tuple(of_level)) for level, of_level in parts.items() if of_level)


@dataclass(frozen=True, slots=True)
class ToldRelease:
    """What a release changed in the data."""

    groups: tuple[ToldGroup, ...] = ()
    """Material first."""
    objection_until: date | None = None
    """The last day on which a customer may object to a new sub-processor."""


@dataclass(frozen=True)
class Entry:
    """One release as the changelog tells it."""

    release: Release
    before: Release | None
    note: str
    """The owner's own words about the release, or nothing."""
    tell: Callable[[], ToldRelease] | None = field(default=None, repr=False)
    """What tells its changes, when somebody reads them; nothing where the data of it or of the one
    before is unknown."""
    tell_since: Callable[[], tuple[ToldGroup, ...] | None] | None = field(default=None, repr=False)
    """The same from this release to the newest."""

    @property
    def is_compared(self) -> bool:
        """Whether the data of both releases is known; otherwise only the words can be compared."""
        return self.tell is not None

    @cached_property
    def _told(self) -> ToldRelease:
        return self.tell() if self.tell else ToldRelease()

    @property
    def groups(self) -> tuple[ToldGroup, ...]:
        """What it changed, material first."""
        return self._told.groups

    @property
    def objection_until(self) -> date | None:
        """The last day on which a customer may object to a new sub-processor."""
        return self._told.objection_until

    @cached_property
    def since(self) -> tuple[ToldGroup, ...] | None:
        """What changed from it to the newest release; nothing where that is not told."""
        return self.tell_since() if self.tell_since else None

    @property
    def changes(self) -> tuple[ToldChange, ...]:
        """Each of the changes by itself."""
        return tuple(told for group in self.groups for told in group.changes)

    @property
    def is_material(self) -> bool:
        """Whether any of the changes is material."""
        return any(group.is_material for group in self.groups)

    @property
    def level(self) -> Level:
        """How much the release changes."""
        if self.before is None:
            return Level.INITIAL
        if not self.is_compared:
            return Level.TEXT
        return Level.MATERIAL if self.is_material else Level.EDITORIAL

    @property
    def by_level(self) -> tuple[tuple[Level, tuple[ToldGroup, ...]], ...]:
        """What people must be told of, and the rest; each where there is any."""
        return by_level(self.groups)
