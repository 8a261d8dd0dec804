"""Entries that `init` left commented out in a data file, until somebody adds one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from mkdocs_privacy.catalogue import at
from mkdocs_privacy.yaml_addition import NewEntry
from mkdocs_privacy.yaml_source import read_yaml

_ENTRY = re.compile(r"(?m)^[ \t]*(?P<mark># ?)(?P<line> *[\w-]+: *\{.*\}.*)$(?P<end>\r?\n?)")
_HEADING = r"(?m)^# ?(?={section}:[ \t]*\r?$)"


class Started(NamedTuple):
    """A file as an entry is added to it, and the entry with what stood beside it in a comment."""

    content: bytes
    entry: NewEntry


def start_from_comment(content: bytes, section: Sequence[str], entry: NewEntry) -> Started:
    """A file without the comment that an entry takes the place of; else as it is.

    A section that is commented out as a whole begins where its comment stands, so that what is
    left of it can still be uncommented.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return Started(content, entry)  # which nothing is added to
    text = _with_heading(text, section)
    for found in _ENTRY.finditer(text) if "use" in entry.fields else ():
        fields = _meant(text, found, section, entry)
        if fields is not None:
            left = text[: found.start()] + text[found.end() :]
            if _read(left) == _read(text):
                return Started(left.encode(), NewEntry(entry.id, fields, entry.comment))
    return Started(text.encode(), entry)


def _with_heading(text: str, section: Sequence[str]) -> str:
    """A file with the heading of a section that stands only in a comment."""
    found = [*re.finditer(_HEADING.format(section=section[0]), text)]
    present = _read(text)
    if len(section) != 1 or len(found) != 1 or not isinstance(present, Mapping):
        return text
    begun = text[: found[0].start()] + text[found[0].end() :]
    is_new = section[0] not in present
    return begun if is_new and _read(begun) == {**present, section[0]: None} else text


def _meant(
    text: str, found: re.Match[str], section: Sequence[str], entry: NewEntry
) -> Mapping[str, Any] | None:
    """The fields of an entry in a comment, where it would be this one in this section."""
    uncommented = f"{text[: found.start('mark')]}{found['line']}{text[found.end('line') :]}"
    present, changed = _entries(_read(text), section), _entries(_read(uncommented), section)
    came = {id: fields for id, fields in changed.items() if id not in present}
    if len(came) != 1 or {**present, **came} != dict(changed):
        return None
    (fields,) = came.values()
    is_same = isinstance(fields, Mapping) and fields.get("use") == entry.fields["use"]
    return fields if is_same else None


def _entries(content: Any, section: Sequence[str]) -> Mapping[str, Any]:
    found = at(content, tuple(section))
    return found if isinstance(found, Mapping) else {}


def _read(text: str) -> Any:
    return read_yaml(text.encode(), "").content
