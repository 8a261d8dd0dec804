"""The feed of all changes as JSON Feed 1.1 (https://jsonfeed.org/version/1.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.exports.addresses import CenterAddresses
from mkdocs_privacy.exports.export import Content, Export, Sources, as_json
from mkdocs_privacy.exports.items import Item, gather_feed
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.releases import Change


def render_json_feed(
    entries: Sequence[Entry],
    localization: Localization,
    organisation_name: str,
    addresses: CenterAddresses,
) -> str:
    """The feed `changes.json`; what no other feed has stands under `_privacy` in each item:

    `effective`, `objection_until` (or null), `material`, and `changes`, each with its `type`, its
    `path` in the data, and the `id` of the entry that it is about, where there is one.
    `entries` are those of every announced release, the newest first; there is at least one.
    """
    gathered = gather_feed("changes", entries, localization, organisation_name, addresses)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": gathered.title,
        "home_page_url": addresses.page("changes"),
        "feed_url": addresses.file("changes.json"),
        "description": gathered.subtitle,
        "language": localization.language,
        "authors": [{"name": organisation_name}],
        "items": [_item(item) for item in gathered.items],
    }
    return as_json(feed)


def _item(item: Item) -> Mapping[str, Any]:
    until = item.entry.objection_until
    return {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.content,
        "date_published": item.published.isoformat(),
        "date_modified": item.published.isoformat(),
        "tags": [item.level, *item.kinds],
        "_privacy": {
            "effective": item.entry.release.effective.isoformat(),
            "objection_until": until.isoformat() if until else None,
            "material": item.entry.is_material,
            "changes": [_change(told.change) for told in item.entry.changes],
        },
    }


def _change(change: Change) -> Mapping[str, str]:
    about = {"id": change.entry} if change.entry else {}
    return {"type": change.kind.id, **about, "path": ".".join(map(str, change.path))}


def _json_feed(sources: Sources) -> Content | None:
    if sources.here is None or not sources.entries:
        return None
    center = sources.center
    name = center.center.organisation.name
    return partial(render_json_feed, sources.applied, center.localization, name, sources.here)


CHANGES_JSON = Export(
    "changes.json",
    _json_feed,
    "The changes as a JSON Feed.",
    feed_type="application/feed+json",
    feed_title="changes.feed_json",
)
