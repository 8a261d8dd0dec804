"""Feeds as Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.exports.addresses import CenterAddresses
from mkdocs_privacy.exports.export import Content, Export, Sources
from mkdocs_privacy.exports.items import Item, gather_feed
from mkdocs_privacy.localization import Localization

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry  # type: ignore[import-untyped]


def render_atom(
    entries: Sequence[Entry],
    localization: Localization,
    organisation_name: str,
    addresses: CenterAddresses,
    *,
    only_processors: bool = False,
) -> bytes:
    """The feed of all changes, `changes.atom`, or of those of processors, `processors.atom`.

    `entries` are those of every announced release, the newest first; there is at least one.
    """
    from feedgen.feed import FeedGenerator  # type: ignore[import-untyped]  # only who exports has it

    name = "processors" if only_processors else "changes"
    gathered = gather_feed(name, entries, localization, organisation_name, addresses)
    language = localization.language
    page = addresses.page("changes")
    feed = FeedGenerator()
    feed.language(language)
    feed.id(gathered.id)
    feed.title(gathered.title)
    feed.subtitle(gathered.subtitle)
    feed.updated(gathered.updated)
    feed.author(name=organisation_name)
    feed.generator("mkdocs-privacy")
    feed.link(rel="self", type="application/atom+xml", href=addresses.file(f"{name}.atom"))
    feed.link(rel="alternate", type="text/html", hreflang=language, href=page)
    for item in gathered.items:
        _fill(feed.add_entry(order="append"), item, gathered.vocabulary, localization)
    rendered: bytes = feed.atom_str(pretty=True)
    return rendered


def _fill(entry: FeedEntry, item: Item, vocabulary: str, localization: Localization) -> None:
    entry.id(item.id)
    entry.title(item.title)
    entry.published(item.published)
    entry.updated(item.published)
    # feedgen leaves out whatever else is said of a link, and without `rel` it is an alternate
    entry.link(href=item.address)
    label = localization.message(f"feed.level.{item.level}").unescape()
    entry.category(term=item.level, scheme=f"{vocabulary}level", label=label)
    for kind in item.kinds:
        entry.category(term=kind, scheme=f"{vocabulary}kind")
    entry.summary(item.summary)
    entry.content(item.content, type="html")


def _atom(sources: Sources, *, only_processors: bool = False) -> Content | None:
    if sources.here is None or not sources.entries:
        return None
    center = sources.center
    return partial(
        render_atom,
        sources.applied,
        center.localization,
        center.center.organisation.name,
        sources.here,
        only_processors=only_processors,
    )


_MEDIA_TYPE = "application/atom+xml"
CHANGES_ATOM = Export(
    "changes.atom",
    _atom,
    "The changes as an Atom feed.",
    feed_type=_MEDIA_TYPE,
    feed_title="changes.feed_atom",
)
PROCESSORS_ATOM = Export(
    "processors.atom",
    partial(_atom, only_processors=True),
    "The changes of recipients as an Atom feed.",
    feed_type=_MEDIA_TYPE,
    feed_title="changes.feed_processors",
)
