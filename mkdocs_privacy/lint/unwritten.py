"""What to write of an entry that the data has no line for, for who is told to change it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from mkdocs_privacy.catalogue import at
from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.lint.rule import Remark
from mkdocs_privacy.loading import Origins
from mkdocs_privacy.model import PrivacyCenter


def how_to_write(remark: Remark, center: PrivacyCenter, origins: Origins | None) -> str:
    """What follows a remark that has something written where the owner has no lines yet.

    So it is in an entry that another one brought, and in a list of the catalogue, which the owner
    writes as a whole or not at all.
    """
    if remark.is_about_part:
        return _whole_field(remark.path, center, origins)
    section, id = _entry_of(remark.path)
    if origins is None or not remark.is_about_entry or "`" not in remark.message or not section:
        return ""
    entry, own = (getattr(center, section) or {}).get(id), at(origins.written, (section, id))
    if entry is None or entry.use is None:
        return ""
    listed = _list_in(remark.path)
    is_list_missing = listed and not (isinstance(own, Mapping) and listed in own)
    printed = f", from what `mkdocs-privacy show {section}.{id}.{listed}` prints"
    if not isinstance(own, Mapping):
        rest = f"{listed}: […]" if is_list_missing else "…"
        what = f"write `{id}: {{use: {entry.use}, {rest}}}` under `{section}`"
    elif is_list_missing:
        what = f"add `{listed}: […]` to `{section}.{id}`"
    else:
        return ""
    return f" (your data has no line for it yet: {what}{printed if is_list_missing else ''})"


def _whole_field(path: KeyPath, center: PrivacyCenter, origins: Origins | None) -> str:
    """What to write where a part is to be added to a field that an activity has by `use`."""
    id, field = (str(key) for key in path[1:3])
    own = at(origins.written, path[:2]) if origins else None
    if not isinstance(own, Mapping) or field in own or center.activities[id].use is None:
        return ""
    return (
        f" (your data has no line for it yet: write all of `{field}` in `activities.{id}`, from "
        f"what `mkdocs-privacy show activities.{id}.{field}` prints)"
    )


def _entry_of(path: KeyPath) -> tuple[str, str]:
    """The section and the id of an entry that can come with another; else nothing."""
    is_entry = len(path) > 1 and path[0] in ("processors", "cookies")
    return (str(path[0]), str(path[1])) if is_entry else ("", "")


def _list_in(path: KeyPath) -> str:
    """The field of an entry in whose list something stands that a path leads to."""
    counted = [key for key, inner in pairwise(path) if isinstance(inner, int)]
    return str(counted[0]) if counted else ""
