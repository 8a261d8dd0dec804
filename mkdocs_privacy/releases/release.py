"""Releases: what was published, from when until when it held, and what holds on a given day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from pydantic import Field

from mkdocs_privacy.model import PrivacyCenter, Record, Text


class ReleasePage(StrEnum):
    """A page of a site that is about one release."""

    VERSION = "version"
    """Its words."""
    REDLINE = "redline"
    """What changed in the words since the release before."""

    def of(self, release: str) -> str:
        """The name of the page about the release with this id: `version.2026-03-01`."""
        return f"{self}.{release}"


class ChosenRevision(Record):
    """The consent revision of a release, where its owner chose it."""

    number: int = Field(ge=1)
    """It never falls."""
    reason: Text
    """Why it is not the number that the changes would give."""


@dataclass(frozen=True, slots=True)
class Release:
    """A frozen version: its data and its words as they were published."""

    id: str
    """Its effective date; a second one that day has `-2` after it."""
    announced: date
    effective: date
    replaces: str | None
    """The id of the release before."""
    note: Text | None
    backdated: Text | None
    """Why it was recorded after it took effect, where it was."""
    read_center: Callable[[], PrivacyCenter] | None
    """What gives the data, each time the same; none where an old policy was taken over as text."""
    words: Mapping[str, str]
    """The policy as it was published, by language: the HTML inside `<body>`."""
    sha256: str
    """The hash that the next release names: of `release.yml` without its last line."""
    made_with: str
    """The version of this package that wrote it."""
    short_notice: Text | None = None
    """Why people were told of it later than promised, where they were."""
    consent_revision: ChosenRevision | None = None
    """The consent revision, where its owner chose it."""
    addresses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What steps of the addresses of the pages were called then, by language; where a language or a
    step is missing, as in English."""

    @property
    def center(self) -> PrivacyCenter | None:
        """The data; none where an old policy was taken over as text."""
        return self.read_center() if self.read_center else None


@dataclass(frozen=True, slots=True)
class History:
    """All releases, oldest first."""

    releases: tuple[Release, ...] = ()

    def __iter__(self) -> Iterator[Release]:
        return iter(self.releases)

    def __len__(self) -> int:
        return len(self.releases)

    @property
    def newest(self) -> Release | None:
        """The release that was written last, whether it is in force or announced."""
        return self.releases[-1] if self.releases else None

    def get(self, id: str) -> Release | None:
        """The release with this id."""
        return next((release for release in self.releases if release.id == id), None)

    def before(self, release: Release) -> Release | None:
        """The release that this one takes over from."""
        replaced = self.get(release.replaces) if release.replaces else None
        return self.last_applying(replaced, release.effective, release.announced)

    def last_applying(
        self, replaced: Release | None, effective: date, announced: date
    ) -> Release | None:
        """The release that a new one with these days takes over from, which replaces `replaced`.

        One of the same day does not come to apply where the new one is announced before that day.
        """
        before = replaced
        while before and before.effective == effective > announced:
            before = self.get(before.replaces) if before.replaces else None
        return before

    def is_replaced_at_once(self, release: Release) -> bool:
        """Whether another release of the same day took its place."""
        after = self.after(release)
        return after is not None and after.effective == release.effective

    def is_replaced_before(self, release: Release) -> bool:
        """Whether another release took its place before its day, so that it never applied."""
        after = self.after(release)
        return after is not None and self.before(after) is not release

    def after(self, release: Release) -> Release | None:
        """The release that replaces this one."""
        return next(
            (candidate for candidate in self.releases if candidate.replaces == release.id), None
        )

    def known_on(self, today: date) -> History:
        """The releases that had been announced by then; a later one is not public yet."""
        return History(tuple(release for release in self.releases if release.announced <= today))

    def in_force(self, today: date) -> Release | None:
        """The release that applies on that day: the last one that has taken effect."""
        return next(
            (release for release in reversed(self.releases) if release.effective <= today), None
        )

    def ahead(self, today: date) -> tuple[Release, ...]:
        """The releases that are announced but do not apply yet, the soonest first."""
        return tuple(release for release in self.releases if release.effective > today)

    def successor(self, release: Release) -> Release | None:
        """The release that applies after this one; of several on one day, the last."""
        after = self.after(release)
        while after and (replaced := self.after(after)) and replaced.effective == after.effective:
            after = replaced
        return after

    def last_day(self, release: Release) -> date | None:
        """The last day on which a release applied, or nothing where no other replaces it.

        It lies before `effective` where it was replaced on its very first day.
        """
        after = self.after(release)
        return after.effective - timedelta(days=1) if after else None
