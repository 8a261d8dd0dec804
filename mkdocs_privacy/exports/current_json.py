"""What a shop stores beside a consent or an order: `current.json`."""

from __future__ import annotations

from functools import partial

from mkdocs_privacy.exports.export import Content, Export, Sources, as_json
from mkdocs_privacy.releases import History, Release, consent_revisions


def render_current(release: Release, history: History) -> str:
    """The file `current.json` of the release that applies.

    - `release`: its id;
    - `sha256`: the hash of its `release.yml` without the last line, as in `versions.json`;
    - `effective`: its first day;
    - `consent_revision`: the number that rises when consent must be asked again;
    - `consent_revision_since`: the release with which it rose, or null;
    - `languages`: those in which its words were published.
    """
    revision = consent_revisions(history)[release.id]
    current = {
        "release": release.id,
        "sha256": release.sha256,
        "effective": release.effective.isoformat(),
        "consent_revision": revision.number,
        "consent_revision_since": revision.since.id if revision.since else None,
        "languages": list(release.words),
    }
    return as_json(current)


def _current(sources: Sources) -> Content | None:
    release = sources.current
    return None if release is None else partial(render_current, release, sources.history)


CURRENT_JSON = Export(
    "current.json",
    _current,
    "The version that applies, to keep beside a consent or an order.",
    is_shared=True,
)
