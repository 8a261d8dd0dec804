"""The files beside the pages that tell other programs of versions and changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.exports import (
    CenterAddresses,
    render_atom,
    render_json_feed,
    render_versions,
)
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.mkdocs_files import SiteLanguages, conflict
from mkdocs_privacy.pages import PageKind
from mkdocs_privacy.releases import History

_OFFERED = {
    "changes.atom": ("changes.feed_atom", "application/atom+xml"),
    "changes.json": ("changes.feed_json", "application/feed+json"),
    "processors.atom": ("changes.feed_processors", "application/atom+xml"),
}
"""What a feed reader finds by itself on every page: the message that names it, and its type."""


def find_addresses(
    config: MkDocsConfig, languages: SiteLanguages, path: str, kinds: Iterable[PageKind]
) -> dict[str, CenterAddresses]:
    """Where the center stands in each language, the default one first; none without `site_url`.

    Raises PluginError where that is no address of a site.
    """
    if not config.site_url:
        return {}
    urls = {kind.name: kind.url(config.use_directory_urls) for kind in kinds}
    try:
        return {
            language: CenterAddresses(
                config.site_url, urls.__getitem__, languages.folder(language), path
            )
            for language in languages.codes
        }
    except ValueError as problem:
        raise PluginError(f"[privacy-center] {problem}") from None


def add_feeds(
    files: Files,
    config: MkDocsConfig,
    center: LocalizedCenter,
    entries: Sequence[Entry],
    addresses: Mapping[str, CenterAddresses],
    today: date,
) -> tuple[Mapping[str, str], ...]:
    """Add the feeds in one language, and with the default one the list of all versions.

    `entries` tell every announced release, the newest first; there is at least one. Returns what
    each page offers to a feed reader: the `title` of a feed, its `type`, and its `url` from the
    site's root. Raises PluginError where the site has files of its own in their place.
    """
    here = addresses[center.language]
    history = History(tuple(entry.release for entry in reversed(entries)))
    applied = [one for one in entries if not history.is_replaced_at_once(one.release)]
    told = (applied, center.localization, center.center.organisation.name, here)
    rendered: dict[str, str | bytes] = {
        "changes.atom": render_atom(*told),
        "changes.json": render_json_feed(*told),
        "processors.atom": render_atom(*told, only_processors=True),
    }
    if center.language == next(iter(addresses)):
        rendered["versions.json"] = render_versions(entries, today, addresses)
    root = "".join(f"{folder}/" for folder in (here.language_folder, here.path) if folder)
    ours = {f"{root}{name}": content for name, content in rendered.items()}
    if present := sorted(file.src_uri for file in files if file.dest_uri in ours):
        raise conflict("files", present)
    for place, content in ours.items():
        files.append(File.generated(config, place, content=content))
    say = center.localization.message
    return tuple(
        {"title": say(id).unescape(), "type": type, "url": f"{root}{name}"}
        for name, (id, type) in _OFFERED.items()
    )
