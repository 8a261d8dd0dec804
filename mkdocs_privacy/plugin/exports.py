"""The files beside the pages, for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mkdocs_privacy.exports import (
    EXPORTS,
    CenterAddresses,
    Sources,
    find_addresses,
    render_exports,
)
from mkdocs_privacy.mkdocs_files import SiteLanguages, conflict
from mkdocs_privacy.pages import PageKind


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that every page offers to feed readers."""

    title: str
    type: str
    url: str
    """From the root of the site."""


def addresses_of(
    config: MkDocsConfig, languages: SiteLanguages, path: str, kinds: tuple[PageKind, ...]
) -> Mapping[str, CenterAddresses]:
    """Where the center stands in each language, the default one first; none without `site_url`.

    Raises PluginError where that is no address of a site.
    """
    urls = {kind.name: kind.url(config.use_directory_urls) for kind in kinds}
    folders = {language: languages.folder(language) for language in languages.codes}
    try:
        return find_addresses(config.site_url, urls, folders, path)
    except ValueError as problem:
        raise PluginError(f"[privacy-center] {problem}") from None


def add_exports(
    files: Files, config: MkDocsConfig, sources: Sources, folder: str
) -> tuple[Feed, ...]:
    """Add the exports of one language to the site; which of them every page offers as a feed.

    `folder` is where the center stands in this language. Raises PluginError where the site has
    files of its own in their place.
    """
    rendered = render_exports(EXPORTS, sources)
    ours = {f"{folder}{export.name}": content for export, content in rendered.items()}
    if present := sorted(file.src_uri for file in files if file.dest_uri in ours):
        raise conflict("files", present)
    for place, content in ours.items():
        files.append(File.generated(config, place, content=content))
    say = sources.center.localization.message
    return tuple(
        Feed(say(export.feed_title).unescape(), export.feed_type, f"{folder}{export.name}")
        for export in rendered
        if export.feed_title and export.feed_type
    )
