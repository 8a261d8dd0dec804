"""All that the pages of a center are made of: where it is the same, they are (decision 62)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
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
    data: bytes
    """The hash of the data, releases, templates and words of the site, and of its catalogues."""
    shipped: bytes
    """The hash of our code, templates and words, and of the versions of all libraries."""

    @property
    def are_the_same(self) -> bool:
        """Whether they all are as they were, which is known of none where one cannot be read."""
        return bool(self.data and self.shipped) and self == read_made_of(
            self.settings, code=_code_on_disk
        )

    def key(self, site: OpenedSite) -> tuple[str, ...] | None:
        """What all pages of a site that was read since are made of, in a few texts.

        Nothing where that is not known, or where somebody wrote to the data while it was read.
        """
        if not self.shipped or not self.data or self.data != _data(self.settings):
            return None
        said = _said(self.settings), site.today, site.loaded.today, site.is_preview
        return self.data.hex(), self.shipped.hex(), *map(repr, said)


def read_made_of(settings: SiteSettings, *, code: Callable[[], bytes] | None = None) -> FilesMadeOf:
    """The files as they are now, but for our code, which this process has read already."""
    parts = (code or _code)(), *map(hash_of_folder, map(shipped, ("site_template", "locales")))
    shipped_hash = sha256(b"".join(parts)).digest() if all(parts) else b""
    return FilesMadeOf(settings, _data(settings), shipped_hash)


def _data(settings: SiteSettings) -> bytes:
    parts = [*map(hash_of_folder, (settings.data, *settings.catalogues))]
    return sha256(b"".join(parts)).digest() if all(parts) else b""


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


def _code_on_disk() -> bytes:
    """The hash of our modules and of the versions of all libraries; none where these are unknown.

    Whoever changes the code of a library must give it another version.
    """
    modules = hash_of_folder(_PACKAGE, leave_out=("__pycache__", "_shipped"))
    try:
        versions = "\0".join((sys.version, str(etree.LIBXML_VERSION), *_installed()))
    except NotADirectoryError:  # libraries in an archive
        return b""
    return (
        sha256(modules + versions.encode("utf-8", "surrogateescape")).digest() if modules else b""
    )


_code = cache(_code_on_disk)
"""As it was when this process first asked, which is what it goes on to run."""


def _installed() -> Iterator[str]:
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                yield from sorted(one.name for one in entries if one.name.endswith(_INSTALLED))
        except FileNotFoundError:  # Python looks in folders that are not there
            continue
