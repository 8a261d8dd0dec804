"""All that the pages of a center are made of: where it is the same, they are (decision 62)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from lxml import etree

from mkdocs_privacy.disk import hash_of_folder
from mkdocs_privacy.shipped import shipped
from mkdocs_privacy.site.opened import OpenedSite
from mkdocs_privacy.site.options import ReadOptions
from mkdocs_privacy.site.settings import SiteSettings

_PACKAGE = Path(__file__).parent.parent
_INSTALLED = (".dist-info", ".egg-info")
"""How the folder or file ends that says which version of a library is installed: in its name."""


@dataclass(frozen=True, slots=True)
class FilesMadeOf:
    """The files that pages are made of, as they were when a build began."""

    settings: SiteSettings
    code: bytes
    """The hash of our code, see `hash_of_code`."""
    shipped: bytes
    """The hash of our templates and words."""
    data: bytes
    """The hash of the data, releases, templates and words of the site, and of its catalogues."""

    @property
    def are_the_same(self) -> bool:
        """Whether they all are as they were, which is known of none where one cannot be read."""
        return self.are_known and self == read_made_of(self.settings, hash_of_code())

    @property
    def are_known(self) -> bool:
        """Whether all of them could be read."""
        return bool(self.code and self.shipped and self.data)

    def key(self, site: OpenedSite) -> tuple[str, ...] | None:
        """What all pages of a site that was read since are made of, in a few texts.

        Nothing where that is not known, or where somebody wrote to the data while it was read.
        """
        if not self.are_known or self.data != _data(self.settings):
            return None
        files = self.code.hex(), self.shipped.hex(), self.data.hex()
        said = _said(self.settings), site.today, site.loaded.today, site.is_preview
        return *files, *map(repr, said)


def read_made_of(settings: SiteSettings, code: bytes) -> FilesMadeOf:
    """The files as they are now, but for the code, of which a process runs what it once read."""
    ours = _hash_of(shipped("site_template"), shipped("locales"))
    return FilesMadeOf(settings, code, ours, _data(settings))


def hash_of_code() -> bytes:
    """The hash of our modules and of the versions of all libraries; none where these are unknown.

    Whoever changes the code of a library must give it another version.
    """
    modules = hash_of_folder(_PACKAGE, leave_out=("__pycache__", "_shipped"))
    try:
        versions = "\0".join((sys.version, str(etree.LIBXML_VERSION), *_installed()))
    except NotADirectoryError:  # libraries in an archive
        return b""
    written = versions.encode("utf-8", "surrogateescape")
    return sha256(modules + written).digest() if modules else b""


def _data(settings: SiteSettings) -> bytes:
    return _hash_of(settings.data, *settings.catalogues)


def _hash_of(*folders: Path) -> bytes:
    hashes = [*map(hash_of_folder, folders)]
    return sha256(b"".join(hashes)).digest() if all(hashes) else b""


def _said(settings: SiteSettings) -> SiteSettings:
    """What mkdocs.yml says, wherever in it, and wherever the site stands."""
    return replace(
        settings,
        base=Path(),
        folder=Path(),
        docs=None,
        output=None,
        read=ReadOptions(settings.options),
        places={},
    )


def _installed() -> Iterator[str]:
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                yield from sorted(one.name for one in entries if one.name.endswith(_INSTALLED))
        except FileNotFoundError:  # Python looks in folders that are not there
            continue
