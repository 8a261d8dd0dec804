"""What Atom and JSON Feed have in common: a feed, and an item of it for each release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from mkdocs_privacy.changelog import Entry, Level
from mkdocs_privacy.clock import midnight
from mkdocs_privacy.exports.addresses import CenterAddresses
from mkdocs_privacy.exports.release_words import processor_changes, summary, tell, title
from mkdocs_privacy.exports.rich_text import as_html
from mkdocs_privacy.localization import Localization

_HEADINGS_OF_AN_ITEM = 3
"""A reader puts the title of the feed and that of the item above them."""


@dataclass(frozen=True, slots=True)
class Item:
    """A release in a feed."""

    entry: Entry
    id: str
    """Never changes, whatever the item says."""
    address: str
    """A page to read."""
    title: str
    summary: str
    content: Markup
    published: datetime
    level: Level
    kinds: tuple[str, ...]
    """The kinds of its changes, each once, in alphabetical order."""


@dataclass(frozen=True, slots=True)
class FeedContent:
    """A feed in one language; title and subtitle are plain text."""

    id: str
    title: str
    subtitle: str
    updated: datetime
    """When the newest release in it was announced; in an empty one, when the very first was."""
    vocabulary: str
    """The beginning of what its categories are named after."""
    items: tuple[Item, ...]
    """The newest first."""


def gather_feed(
    name: str,
    entries: Sequence[Entry],
    localization: Localization,
    organisation_name: str,
    addresses: CenterAddresses,
) -> FeedContent:
    """The feed called `changes` or `processors`; all releases are given, and at least one."""
    say = localization.message
    # the first release never changes, and by then the organisation had its domain name
    since = entries[-1].release.announced
    id = addresses.tag(since, f"{name}:{localization.language}")
    chosen = processor_changes(entries) if name == "processors" else tuple(entries)
    items = tuple(_item(entry, id, localization, addresses) for entry in chosen)
    return FeedContent(
        id,
        say(f"feed.{name}.title", organisation=organisation_name).unescape(),
        say(f"feed.{name}.subtitle", organisation=organisation_name).unescape(),
        max((item.published for item in items), default=midnight(since)),
        addresses.tag(since, ""),
        items,
    )


def _item(entry: Entry, feed: str, localization: Localization, addresses: CenterAddresses) -> Item:
    release = entry.release
    return Item(
        entry,
        id=f"{feed}:{release.id}",
        address=addresses.redline(release.id) if entry.before else addresses.version(release.id),
        title=title(entry, localization),
        summary=summary(entry, localization),
        content=as_html(tell(entry, localization), _HEADINGS_OF_AN_ITEM),
        published=midnight(release.announced),
        level=entry.level,
        kinds=tuple(sorted({told.change.kind.id for told in entry.changes})),
    )
