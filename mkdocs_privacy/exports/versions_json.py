"""The list of all versions, for programs: `versions.json`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from mkdocs_privacy.changelog import Entry
from mkdocs_privacy.exports.addresses import CenterAddresses
from mkdocs_privacy.exports.export import Content, Export, Sources, as_json
from mkdocs_privacy.model import Text
from mkdocs_privacy.releases import ConsentRevision, History, consent_revisions


def render_versions(
    entries: Sequence[Entry], today: date, addresses: Mapping[str, CenterAddresses]
) -> str:
    """The file `versions.json`; `entries` are those of every announced release, newest first.

    `current` is the version that applies `today`, or null; `versions` has for each, newest first:

    - `version`, its id; `announced`; `effective`, its first day; `until`, its last day, or null
      where no other replaces it; `replaces`, the version before, or null;
    - `backdated`: why it was recorded after it took effect, by language, or null;
    - `short_notice`: why it was announced later than promised, by language, or null;
    - `level`: `material` or `editorial`; `initial` for the first; `text` where the version or the
      one before was kept as text only, so that nobody can say;
    - `sha256`: the hash of its `release.yml` without the last line, which the next one names;
    - `consent_revision`: the number that rises when consent must be asked again;
      `consent_revision_reason`: why the owner chose it, by language, or null;
    - `urls`: its words, and `redlines`: what changed in them, by language; none for the first;
    - `note`: the owner's own words about it, by language, or null.
    """
    history = History(tuple(entry.release for entry in reversed(entries)))
    current = history.in_force(today)
    revisions = consent_revisions(history)
    versions = {
        "current": current.id if current else None,
        "versions": [
            _version(entry, history, revisions[entry.release.id], addresses) for entry in entries
        ],
    }
    return as_json(versions)


def _version(
    entry: Entry,
    history: History,
    revision: ConsentRevision,
    addresses: Mapping[str, CenterAddresses],
) -> Mapping[str, Any]:
    release = entry.release
    until = history.last_day(release)
    if history.is_replaced_at_once(release):
        until = release.effective  # it applied on that day at most
    by_language = addresses.items()
    return {
        "version": release.id,
        "announced": release.announced.isoformat(),
        "effective": release.effective.isoformat(),
        "until": until.isoformat() if until else None,
        "replaces": release.replaces,
        "backdated": _by_language(release.backdated, addresses),
        "short_notice": _by_language(release.short_notice, addresses),
        "level": entry.level,
        "sha256": release.sha256,
        "consent_revision": revision.number,
        "consent_revision_reason": _by_language(
            release.consent_revision.reason if release.consent_revision else None, addresses
        ),
        "urls": {language: center.version(release.id) for language, center in by_language},
        "redlines": {
            language: center.redline(release.id) for language, center in by_language if entry.before
        },
        "note": _by_language(release.note, addresses),
    }


def _by_language(text: Text | None, languages: Mapping[str, Any]) -> Mapping[str, str] | None:
    if text is None:
        return None
    return text.by_language or dict.fromkeys(languages, text.everywhere or "")


def _versions(sources: Sources) -> Content | None:
    if not sources.addresses or not sources.entries:
        return None
    return partial(render_versions, sources.entries, sources.today, sources.addresses)


VERSIONS_JSON = Export("versions.json", _versions, "All versions.", is_shared=True)
