"""The completed data of a site as YAML, each value with its origin, or as files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from mkdocs_privacy.catalogue import KINDS
from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.loading import Origin, Origins
from mkdocs_privacy.model import PrivacyCenter, Record, Text

_FILES = {"no_cookies": "cookies", "consent": "cookies"}
"""What stands in the file of another key."""
_HEAD = (
    "# Written by `mkdocs-privacy show --resolved`. `taken_from` says which entry of the catalogue "
    "this was\n# taken from. Nothing is taken from it any more: what is written here holds.\n"
)


class UnknownPath(LookupError):
    """The data has no such key; has the keys that there are in its place."""

    def __init__(self, wrong: str, known: list[str]) -> None:
        super().__init__(wrong)
        self.wrong, self.known = wrong, known


def completed_data(
    center: PrivacyCenter, language: str | None, *, is_whole: bool
) -> dict[str, Any]:
    """All that a center says, as YAML has it; defaults only where it `is_whole`."""
    spoken = in_language(center, language) if language else center
    dumped: dict[str, Any] = spoken.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_defaults=not is_whole
    )
    return dumped


def in_language(value: Any, language: str) -> Any:
    """The same with every text in one language."""
    if isinstance(value, Record):
        fields = type(value).model_fields
        return value.model_copy(
            update={name: in_language(getattr(value, name), language) for name in fields}
        )
    if isinstance(value, Text):
        return type(value)(everywhere=value.in_language(language))
    if isinstance(value, Mapping):
        return {key: in_language(entry, language) for key, entry in value.items()}
    return tuple(in_language(one, language) for one in value) if isinstance(value, tuple) else value


def stated(value: Any, origins: Origins, path: KeyPath = ()) -> Any:
    """Data without the lists and mappings that are empty because nobody wrote them."""
    if isinstance(value, Mapping):
        inside = {key: stated(one, origins, (*path, key)) for key, one in value.items()}
        return {
            key: one
            for key, one in inside.items()
            if one not in ([], {}) or not origins.of((*path, key)).is_default
        }
    if isinstance(value, list):
        return [stated(one, origins, (*path, number)) for number, one in enumerate(value)]
    return value


def find(data: Any, dotted: str) -> tuple[KeyPath, Any]:
    """The path and the value that dotted keys name; a key may have dots. Raises UnknownPath."""
    path: KeyPath = ()
    rest = dotted.split(".") if dotted else []
    while rest:
        known = [str(key) for key in data] if isinstance(data, Mapping) else []
        if isinstance(data, list):
            known = [str(number) for number in range(len(data))]
        length = next((n for n in range(len(rest), 0, -1) if ".".join(rest[:n]) in known), None)
        if length is None:
            raise UnknownPath(".".join([*map(str, path), rest[0]]), known)
        key = ".".join(rest[:length])
        step: int | str = int(key) if isinstance(data, list) else key
        data, path, rest = data[step], (*path, step), rest[length:]
    return path, data


def leaves(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Every single value, with its path; an empty list or mapping is one too."""
    steps = enumerate(value) if isinstance(value, list) else ()
    inside = value.items() if isinstance(value, Mapping) else steps
    if not isinstance(value, list | Mapping) or not value:
        yield path, value
        return
    for step, inner in inside:
        yield from leaves(inner, (*path, step))


def as_yaml(value: Any, path: KeyPath, origins: Origins) -> str:
    """The value as YAML, with the origin of each single value at the end of its line."""
    return "".join(f"{line}\n" for line in _lines(value, path, origins))


def _lines(value: Any, path: KeyPath, origins: Origins, indent: str = "") -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _entry(f"{indent}{_scalar(key)}:", inner, (*path, key), origins, indent)
    elif isinstance(value, list) and value:
        for number, inner in enumerate(value):
            yield from _entry(f"{indent}-", inner, (*path, number), origins, indent)
    else:
        yield f"{indent}{_scalar(value)}  # {in_words(origins.of(path), origins)}"


def _entry(head: str, value: Any, path: KeyPath, origins: Origins, indent: str) -> Iterator[str]:
    if not isinstance(value, list | Mapping) or not value:
        yield f"{head} {_scalar(value)}  # {in_words(origins.of(path), origins)}"
        return
    if head.endswith("-"):
        first, *others = _lines(value, path, origins, f"{indent}  ")
        yield f"{head} {first.lstrip(' ')}"
        yield from others
        return
    yield head
    yield from _lines(value, path, origins, f"{indent}  ")


def _scalar(value: Any) -> str:
    """A single value on one line, quoted where YAML needs it."""
    written: str = yaml.safe_dump(
        value,
        allow_unicode=True,
        width=float("inf"),
        default_flow_style=True,
        default_style='"' if isinstance(value, str) and "\n" in value else None,
    )
    return re.sub(r"\n(\.\.\.\n)?$", "", written)


def in_words(origin: Origin, origins: Origins) -> str:
    """An origin for people: `privacy/organisation.yml:12`, `catalogue: orders, as of …`."""
    if origin.place:
        return str(origin.place)
    by = f"by {origin.by}" if origin.by else ""
    if origin.id is None:
        return by or "default"
    own = _own_place(origin, origins)
    as_of = _as_of(origin, origins)
    facts = str(own) if own else f"catalogue: {origin.id}{f', as of {as_of}' if as_of else ''}"
    return f"{facts}, {by}" if by else facts


def as_json(origin: Origin, origins: Origins) -> dict[str, Any]:
    """An origin for programs."""
    place = origin.place or (origin.id and _own_place(origin, origins)) or None
    told = {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "kind": origin.kind,
        "id": origin.id,
        "as_of": _as_of(origin, origins),
        "by": origin.by,
        "default": origin.is_default or None,
    }
    return {key: value for key, value in told.items() if value is not None}


def _own_place(origin: Origin, origins: Origins) -> Any:
    """The line of an entry of a catalogue of the site's own, or the nearest key in it."""
    path: KeyPath = (str(origin.kind), str(origin.id), *origin.field)
    while len(path) > 1:
        if path in origins.catalogue.places:
            return origins.catalogue.places[path]
        path = path[:-1]
    return None


def _as_of(origin: Origin, origins: Origins) -> str | None:
    if origin.kind is None or origin.id is None:
        return None
    catalogue = origins.catalogue
    if origin.kind == "authorities":
        facts = catalogue.authority_facts.get(origin.id)
        return facts.as_of.isoformat() if facts else None
    written = getattr(catalogue, origin.kind)[origin.id].get("facts")
    return str(written["as_of"]) if isinstance(written, Mapping) and "as_of" in written else None


def resolved_files(center: PrivacyCenter, origins: Origins) -> dict[str, str]:
    """The whole data by name of file, so that it means the same without the catalogue."""
    data = completed_data(center, None, is_whole=False)
    for id, path in _taken(origins):
        _mark(data, id, path)
    files: dict[str, dict[str, Any]] = {}
    for key, value in data.items():
        files.setdefault(_FILES.get(key, key), {})[key] = value
    return {
        f"{name}.yml": _HEAD
        + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
        for name, content in files.items()
    }


def _taken(origins: Origins) -> Iterator[tuple[str, KeyPath]]:
    """Every entry that says `use`, and every shipped category of personal data."""
    for kind in KINDS:
        for path, entry in kind.places_in(origins.content):
            if kind.name == "personal_data" and path[-1] in origins.catalogue.personal_data:
                yield str(path[-1]), path
            elif kind.is_remembered and isinstance(entry, Mapping) and "use" in entry:
                yield str(entry["use"]), path


def _mark(data: dict[str, Any], id: str, path: KeyPath) -> None:
    entry: Any = data
    for step in path:
        entry = entry[step]
    written = {key: value for key, value in entry.items() if key != "use"}
    entry.clear()
    entry.update({"taken_from": id, **written})
