"""On which page each picture stands, as mkdocs.yml says."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from mkdocs_privacy.model import Record


class Picture(StrEnum):
    """The pictures that a center has."""

    WAYS = "ways"
    """Where each kind of data goes."""
    TIMES = "times"
    """How long data is kept."""
    COUNTRIES = "countries"
    """In which countries recipients are."""
    COOKIES = "cookies"
    """How long what is on a device stays there."""
    VERSIONS = "versions"
    """All versions of the policy."""


class PicturePage(StrEnum):
    """A page that can show pictures."""

    HOME = "home"
    """The first page."""
    DATA = "data"
    """What happens with personal data."""
    WHEREABOUTS = "whereabouts"
    """Who has which data."""
    PROCESSORS = "processors"
    """Who receives data."""
    COOKIES = "cookies"
    """What is stored on a device."""
    VERSIONS = "versions"
    """All versions."""
    NONE = "none"
    """No page: the picture is left out, and so is its file."""


class PictureOptions(Record):
    """On which page each picture stands, if any."""

    ways: PicturePage = PicturePage.WHEREABOUTS
    """Where data goes: kinds of data, uses, recipients and countries."""
    times: PicturePage = PicturePage.DATA
    """How long each use keeps data, and what sets that time."""
    countries: PicturePage = PicturePage.PROCESSORS
    """In which countries recipients are, and the safeguards of each."""
    cookies: PicturePage = PicturePage.COOKIES
    """How long what is stored on a device stays there, with and without consent."""
    versions: PicturePage = PicturePage.VERSIONS
    """All versions of the policy on a line."""

    def on(self, page: str) -> Iterator[Picture]:
        """The pictures that stand on a page."""
        return (picture for picture in Picture if self.page_of(picture) == page)

    def page_of(self, picture: Picture) -> PicturePage:
        """Where a picture stands."""
        return PicturePage(getattr(self, picture))
