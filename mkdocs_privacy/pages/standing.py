"""Which data and which words the pages show, and how these stand to what was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mkdocs_privacy.model import PrivacyCenter, RequestField
from mkdocs_privacy.pages.kinds import PageKind
from mkdocs_privacy.releases import History, Release, is_same_data, with_translations


@dataclass(frozen=True, slots=True)
class Days:
    """Since when a page has been there, and since when it says what it says."""

    created: date
    changed: date


@dataclass(frozen=True, slots=True)
class Standing:
    """What the pages show on a day; without any release, a page."""

    history: History = field(default_factory=History)
    """Every release that has been announced."""
    in_force: Release | None = None
    """The release that applies."""
    next: Release | None = None
    """The release that will take effect first."""
    shown: Release | None = None
    """The release whose data the pages show; none where that is a page."""
    words: Release | None = None
    """The release whose words the whole policy shows; none where they come from the data."""

    @property
    def is_draft(self) -> bool:
        """Whether the pages show data that no release has."""
        return self.shown is None

    @property
    def published(self) -> Release | None:
        """The release that applies, or that will be the first to."""
        return self.in_force or self.next

    @property
    def is_announced(self) -> bool:
        """Whether the pages show data that does not apply yet."""
        return self.shown is not None and self.shown != self.in_force

    def days(self, kind: PageKind) -> Days | None:
        """The days of a page, by the releases that it shows; none where it shows a draft."""
        match kind.release or kind.name:
            case "policy":
                shown = self.words
            case "changes" | "versions":
                shown = self.history.newest
            case name:
                shown = self.history.get(name) or self.shown
        if shown is None:
            return None
        if kind.release or shown is not self.in_force:
            changed = shown.announced
        else:  # what was recorded after it took effect was not there before
            changed = max(shown.announced, shown.effective)
        first = shown if kind.release else self.history.releases[0]
        return Days(min(first.announced, changed), changed)

    def is_past(self, release: Release) -> bool:
        """Whether a release applied before the one that applies now."""
        order = self.history.releases
        return self.in_force is not None and order.index(release) < order.index(self.in_force)

    def is_replaced_at_once(self, release: Release) -> bool:
        """Whether another release of the same day took its place."""
        return self.history.is_replaced_at_once(release)

    def center(self, working: PrivacyCenter) -> PrivacyCenter:
        """The data that the pages show: that of a release, or that which is being worked on.

        A release gets the translations of a language that was added since, where they fit, and
        the fields of request forms, which are no part of a policy and follow the owner's wish.
        """
        if self.shown is None or self.shown.center is None:
            return working
        shown = with_translations(self.shown.center, working)
        rights = shown.rights.model_copy(update={"fields": _fields_for(shown, working)})
        return shown.model_copy(update={"rights": rights})


def _fields_for(shown: PrivacyCenter, working: PrivacyCenter) -> Mapping[str, RequestField]:
    """The fields of request forms, asked of those audiences that the shown data knows."""
    known = {
        id: tuple(audience for audience in field.audiences if audience in shown.audiences)
        for id, field in working.rights.fields.items()
    }
    return {
        id: field.model_copy(update={"audiences": known[id]})
        for id, field in working.rights.fields.items()
        if known[id] or not field.audiences
    }


def find_standing(
    working: PrivacyCenter, history: History, today: date, *, is_preview: bool = False
) -> Standing:
    """What the pages show today: what was published, or in a preview the data being worked on.

    A release that was taken over as text has no data; pages that need its data show a page.
    """
    known = history.known_on(today)
    in_force = known.in_force(today)
    ahead = known.ahead(today)
    # of those that take effect first, the last one stays in force
    soonest = next(
        (release for release in reversed(ahead) if release.effective == ahead[0].effective), None
    )
    published = [release for release in (in_force, soonest) if release]
    if is_preview:
        shown = known.newest if known.newest and _holds(known.newest, working) else None
        return Standing(known, in_force, soonest, shown, shown)
    shown = next((release for release in published if release.center), None)
    return Standing(known, in_force, soonest, shown, published[0] if published else None)


def _holds(release: Release, working: PrivacyCenter) -> bool:
    """Whether a release says what the data being worked on says."""
    return release.center is not None and is_same_data(release.center, working)
