"""What a site has beside its privacy center, for the links that somebody writes to it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The pages and files of a site in one language, by their sources.

    A link is written as from the source of the center's first page, wherever its text is printed.
    """

    addresses: Mapping[str, str]
    """Where each stands below the root of the site, by its source in the docs folder without its
    language: `terms.md` at `fr/terms/`."""
    center: str
    """The folder of the center among those sources: `legal/privacy`, or nothing."""
    home: str
    """The folder in which its first page stands below the root: `fr/legal/privacy`, or nothing."""
    root: str | None = None
    """The absolute address of that root, where the site knows it; ends in a slash."""

    def find(self, link: str) -> str | None:
        """The source that a link leads to; nothing where there is none."""
        source = source_of(link, self.center)
        return source if source in self.addresses else None

    def from_home(self, source: str) -> str:
        """The address of a source as seen from the first page of the center."""
        address = self.addresses[source]
        found = posixpath.relpath(f"/{address}", f"/{self.home}")
        return f"{found}/" if address.endswith("/") or not address else found

    def absolute(self, source: str) -> str | None:
        """The whole address of a source, which holds wherever it is printed."""
        return None if self.root is None else f"{self.root}{self.addresses[source]}"


def source_of(link: str, center: str) -> str:
    """The source in the docs folder that a link names, whether it is there or not."""
    path = unquote(link)
    return posixpath.normpath(path.lstrip("/") if path[:1] == "/" else posixpath.join(center, path))


def source_in_center(link: str, center: str) -> str:
    """The same as seen from the folder of the center: `data.md`, `../terms.md`."""
    return posixpath.relpath(f"/{source_of(link, center)}", f"/{center}")
