"""Entries that have another id since: readers never see an id, and know a thing by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from mkdocs_privacy.model import Context, PrivacyCenter, Record, Text
from mkdocs_privacy.releases.itself import Itself
from mkdocs_privacy.releases.kinds import ENTRIES
from mkdocs_privacy.releases.sameness import is_related


def with_ids_of(before: PrivacyCenter, after: PrivacyCenter) -> PrivacyCenter:
    """The older center, in which what has another id since has that of the newer one.

    It is the same where it has the same name in some language, and nothing else that came or went
    has that.
    """
    return _with_ids_of(Itself(before), Itself(after))


@lru_cache(maxsize=256)  # as `compare`, which knows centers again by the object
def _with_ids_of(older: Itself[PrivacyCenter], newer: Itself[PrivacyCenter]) -> PrivacyCenter:
    before, after = older.thing, newer.thing
    renamed = {
        section: ids
        for section in ENTRIES
        if (ids := _renamed(getattr(before, section) or {}, getattr(after, section) or {}))
    }
    if not renamed:
        return before
    written = before.model_dump(mode="json", by_alias=True, exclude_none=True)
    for section, ids in renamed.items():
        written[section] = {ids.get(id, id): entry for id, entry in written[section].items()}
    return PrivacyCenter.model_validate(written, context=Context(renamed=renamed))


def _renamed(before: Mapping[str, Record], after: Mapping[str, Record]) -> Mapping[str, str]:
    """The newer id by the older one, where these differ."""
    gone = {id: entry for id, entry in before.items() if id not in after}
    come = {id: entry for id, entry in after.items() if id not in before}
    pairs = [
        (old, new)
        for old, entry in gone.items()
        for new, other in come.items()
        if _have_one_name(entry, other)
    ]
    times = Counter(id for pair in pairs for id in pair)
    return {old: new for old, new in pairs if times[old] == times[new] == 1}


def _have_one_name(before: Record, after: Record) -> bool:
    old, new = _name_of(before), _name_of(after)
    if isinstance(old, Text) and isinstance(new, Text):
        return is_related(old, new)
    return old is not None and old == new


def _name_of(entry: Record) -> Text | str | None:
    named: Text | str | None = getattr(entry, "name", None) or getattr(entry, "title", None)
    return named
