"""Every picture of a center in one language, as a scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.pictures.drawing.flow import FLOW_WIDTH, draw_flow, draw_ways
from mkdocs_privacy.pictures.drawing.lettering import plain
from mkdocs_privacy.pictures.drawing.places import Country, draw_countries, find_countries
from mkdocs_privacy.pictures.drawing.scene import Drawing, Sheet
from mkdocs_privacy.pictures.drawing.stays import WIDTH, TimeBars, draw_stays
from mkdocs_privacy.pictures.drawing.times import cookie_times, kept_times
from mkdocs_privacy.pictures.drawing.version_line import VersionPoint, draw_versions, version_points
from mkdocs_privacy.pictures.drawing.ways_of_data import WaysOfData
from mkdocs_privacy.pictures.placement import Picture
from mkdocs_privacy.releases import Itself, Release


def gallery_of(
    localized: LocalizedCenter, entries: Sequence[Entry] = (), in_force: Release | None = None
) -> Gallery:
    """The pictures of a center: the same ones for its pages and for its files."""
    return _gallery(Itself(localized), Itself(entries), Itself(in_force))


@lru_cache(maxsize=1)  # the files and the pages of a language are made one after the other
def _gallery(
    localized: Itself[LocalizedCenter],
    entries: Itself[Sequence[Entry]],
    in_force: Itself[Release | None],
) -> Gallery:
    return Gallery(localized.thing, entries.thing, in_force.thing)


@dataclass(frozen=True)
class Gallery:
    """The pictures of a center, and the facts that each shows."""

    localized: LocalizedCenter
    entries: Sequence[Entry] = ()
    """Every announced release, the newest first."""
    in_force: Release | None = None

    @cached_property
    def ways(self) -> WaysOfData:
        """Where each kind of data goes."""
        return WaysOfData(self.localized)

    @cached_property
    def times(self) -> tuple[TimeBars, ...]:
        """How long each use keeps data."""
        return kept_times(self.localized)

    @cached_property
    def cookies(self) -> tuple[TimeBars, ...]:
        """How long what is on a device stays, by category."""
        return cookie_times(self.localized)

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """The countries with recipients."""
        return find_countries(self.localized)

    @cached_property
    def versions(self) -> tuple[VersionPoint, ...]:
        """Every version, the newest first."""
        return version_points(self.entries, self.in_force, self.localized.localization)

    def has(self, picture: Picture) -> bool:
        """Whether there is anything to draw."""
        match picture:
            case Picture.WAYS:
                return bool(self.ways.kinds)
            case Picture.TIMES:
                return bool(self.times)
            case Picture.COUNTRIES:
                return bool(self.countries)
            case Picture.COOKIES:
                return bool(self.cookies)
            case Picture.VERSIONS:
                return bool(self.entries)

    def scene(self, picture: Picture) -> Drawing:
        """A picture."""
        if picture not in self._scenes:
            self._scenes[picture] = self._scene(picture)
        return self._scenes[picture]

    @cached_property
    def _scenes(self) -> dict[Picture, Drawing]:
        return {}

    def _scene(self, picture: Picture) -> Drawing:
        sheet = Sheet(FLOW_WIDTH if picture is Picture.WAYS else WIDTH)
        say = self.localized.localization
        match picture:
            case Picture.WAYS:
                draw_flow(sheet, self.ways)
                sheet.skip(10).write(plain(say.message("picture.ways.description")), "small")
            case Picture.TIMES:
                draw_stays(sheet, self.times, say)
            case Picture.COUNTRIES:
                draw_countries(sheet, self.countries, self.localized)
            case Picture.COOKIES:
                draw_stays(sheet, self.cookies, say)
            case Picture.VERSIONS:
                draw_versions(sheet, self.versions)
        return sheet.scene(f"picture-{picture}", *self._words(picture))

    def ways_of(self, kind: str) -> Drawing:
        """The picture of the ways of one kind of data."""
        sheet = Sheet(WIDTH)
        ways = self.ways.of(kind)
        draw_ways(sheet, kind, ways, self.localized)
        say = self.localized.localization
        title = say.text(self.localized.center.personal_data[kind].title)
        description = plain(say.message("picture.ways_of.description"))
        return sheet.scene(f"picture-ways-of-{kind}", title, description)

    def _words(self, picture: Picture) -> tuple[str, str]:
        say = self.localized.localization.message
        return plain(say(f"picture.{picture}")), plain(say(f"picture.{picture}.description"))
