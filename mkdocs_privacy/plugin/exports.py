"""The files beside the pages, for other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.exports import EXPORTS, Content, Sources, find_exports
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.plugin.demand import EVERYTHING, mark
from mkdocs_privacy.site import OpenedSite


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that every page offers to feed readers."""

    title: str
    type: str
    url: str
    """From the root of the site."""


@dataclass(frozen=True, slots=True)
class Exports:
    """The files for other programs in one language of the site."""

    content: Mapping[str, bytes]
    """By where they stand, from the root of the site; no text, which takes twice the memory."""
    feeds: tuple[Feed, ...]
    """Those of them that every page offers as a feed."""


@dataclass(frozen=True, slots=True)
class FoundExports:
    """The files that there are in one language of the site, before they are made."""

    content: Mapping[str, Content]
    feeds: tuple[Feed, ...]

    def make(self) -> Exports:
        """The files."""
        return Exports({place: _make(one) for place, one in self.content.items()}, self.feeds)

    def put_off(self) -> Exports:
        """Files that say that they are made when somebody asks for them."""
        return Exports(dict.fromkeys(self.content, mark(EVERYTHING).encode()), self.feeds)


def _make(render: Content) -> bytes:
    content = render()
    return content.encode() if isinstance(content, str) else content


def find_exports_of(
    site: OpenedSite, center: LocalizedCenter, entries: Sequence[Entry], language: str
) -> FoundExports:
    """The exports of one language of the site."""
    options, languages = site.settings.options, site.settings.languages
    sources = Sources(
        center,
        entries,
        site.addresses,
        languages.codes,
        options.requests,
        site.today,
        site.localizations(),
        options.pictures,
        site.frozen_pages.own_templates,
    )
    folder = site.settings.folder_of(language)
    found = find_exports(EXPORTS, sources)
    say = center.localization.message
    feeds = tuple(
        Feed(say(export.feed_title).unescape(), export.feed_type, f"{folder}{export.name}")
        for export in found
        if export.feed_title and export.feed_type
    )
    return FoundExports(
        {f"{folder}{export.name}": content for export, content in found.items()}, feeds
    )


def add_exports(files: Files, config: MkDocsConfig, exports: Exports) -> None:
    """Put exports among the files of the site."""
    for place, content in exports.content.items():
        files.append(File.generated(config, place, content=content))
