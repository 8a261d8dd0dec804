"""Catalogues of a site's own: folders with files as those of the shipped catalogue.

What an entry says is checked without asking for any language: of those that a site takes, the site
asks for its own, and agencies share a catalogue among sites in other languages.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mkdocs_privacy.catalogue import (
    KINDS,
    NATIONAL_LAW,
    Catalogue,
    Kind,
    in_form,
    whole_entry,
    with_layer,
    with_terms,
)
from mkdocs_privacy.disk import UnreadableFile, entries, read_file
from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.catalogue import NO_CATALOGUE, UNKNOWN_CATALOGUE_FILE
from mkdocs_privacy.findings.rules.data import UNKNOWN_USE, WRONG_TYPE
from mkdocs_privacy.findings.rules.disk import UNREADABLE_FILE
from mkdocs_privacy.loading.own_entries import problems_of, unknown_recipients, wrong_countries
from mkdocs_privacy.loading.own_law import with_own_law
from mkdocs_privacy.model import base_language, suggestion
from mkdocs_privacy.yaml_source import read_yaml

_CODE = re.compile(r"[a-z]{2,3}(-\w+)*")


@dataclass(frozen=True, slots=True)
class OwnCatalogues:
    """A catalogue with those of the site's own over it, what is wrong with them, their files."""

    catalogue: Catalogue
    findings: tuple[Finding, ...] = ()
    files: tuple[Path, ...] = ()
    below: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The entry of the catalogue below that an entry has its other facts from."""


@dataclass(slots=True)
class _Read:
    """What the files of one folder say."""

    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[KeyPath, Place] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    below: dict[tuple[str, str], str] = field(default_factory=dict)


def with_own(
    catalogue: Catalogue,
    folders: Sequence[Path],
    base: Path,
    languages: Sequence[str],
    informal: Collection[str] = (),
) -> OwnCatalogues:
    """The catalogue with the entries of these folders, the first one uppermost.

    Findings name files relative to `base`.
    """
    findings: list[Finding] = []
    files: list[Path] = []
    below: dict[tuple[str, str], str] = {}
    for folder in reversed(folders):
        read = _read_folder(folder, base)
        layer = {
            kind.name: {
                id: _in_forms(entry, languages, informal)
                for id, entry in _entries(kind, read, catalogue)
            }
            for kind in KINDS
            if kind.name in read.entries
        }
        if not read.findings:
            read.findings += (
                found
                for kind in KINDS
                for id, entry in layer.get(kind.name, {}).items()
                for found in problems_of(kind, id, entry, read.places)
            )
        read.findings += unknown_recipients(layer, catalogue, read.places)
        places = {**catalogue.places, **read.places}
        catalogue = replace(with_layer(catalogue, layer), places=places)
        catalogue = with_own_law(catalogue, read.entries, read.places, read.findings)
        # an entry over one that has its facts from further below has them from there
        below |= {
            (kind, id): below.get((kind, used), used) for (kind, id), used in read.below.items()
        }
        findings = [*read.findings, *findings]
        files = [*read.files, *files]
    return OwnCatalogues(catalogue, tuple(findings), tuple(files), below)


def _read_folder(folder: Path, base: Path) -> _Read:
    read = _Read()
    shown = _shown(folder, base)
    known = (*(kind.name for kind in KINDS), *NATIONAL_LAW)
    try:
        found = [path for path in entries(folder) if path.suffix in (".yml", ".yaml")]
    except UnreadableFile as reason:
        read.findings.append(Finding(UNREADABLE_FILE, str(reason), place=Place(shown)))
        return read
    if not found:
        what = "has no file of a catalogue" if folder.is_dir() else "does not exist"
        message = f"the folder {shown} {what}: correct `catalogue_dirs`, or write its files"
        read.findings.append(Finding(NO_CATALOGUE, message))
    for file in found:
        read.files.append(file)
        if file.stem not in known:
            message = (
                f"no file of a catalogue has this name{suggestion(file.stem, known)}: choose from "
                f"{', '.join(f'{name}.yml' for name in known)}"
            )
            place = Place(_shown(file, base))
            read.findings.append(Finding(UNKNOWN_CATALOGUE_FILE, message, place=place))
            continue
        _read_entries(file, folder, base, read)
    return read


def _read_entries(file: Path, folder: Path, base: Path, read: _Read) -> None:
    kind, shown = file.stem, _shown(file, base)
    try:
        source = read_yaml(read_file(file, folder), shown)
    except UnreadableFile as reason:
        read.findings.append(Finding(UNREADABLE_FILE, str(reason), place=Place(shown)))
        return
    read.findings += source.findings
    written = source.content
    for id, entry in (written if isinstance(written, Mapping) else {}).items():
        if not isinstance(entry, Mapping):
            message = "a mapping is expected here: `key: value` lines, indented"
            place = source.places.get((id,))
            read.findings.append(Finding(WRONG_TYPE, message, (kind, id), place))
            continue
        read.entries.setdefault(kind, {})[id] = dict(entry)
    if written is not None and not isinstance(written, Mapping):
        message = "entries are expected here, each below its own id: `an-id:`, then its lines"
        read.findings.append(Finding(WRONG_TYPE, message, (kind,), Place(shown)))
    read.places |= {(kind, *path): place for path, place in source.places.items() if path}


def _entries(kind: Kind, read: _Read, below: Catalogue) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of a kind; one with `use` goes before an entry of the catalogue below."""
    for id, entry in read.entries[kind.name].items():
        known = {one.get("id") for national in below.retention.values() for one in national}
        wrong = [*wrong_countries(entry, (kind.name, id), read.places, known)]
        read.findings += wrong
        if wrong:
            continue
        entry = with_terms(entry, below.retention)
        if "use" not in entry:
            yield id, entry
            continue
        used = str(entry["use"])
        facts = whole_entry(below, kind.name, used)
        if facts is None:
            known = getattr(below, kind.name)
            message = f"the catalogue has no ‘{used}’{suggestion(used, known)}: correct it"
            path = (kind.name, id, "use")
            read.findings.append(Finding(UNKNOWN_USE, message, path, read.places.get(path)))
            continue
        read.below[kind.name, id] = used
        whole = {**facts, **{key: value for key, value in entry.items() if key != "use"}}
        if isinstance(facts.get("items"), Mapping) and isinstance(entry.get("items"), Mapping):
            whole["items"] = {**facts["items"], **entry["items"]}
        yield id, whole


def _in_forms(value: Any, languages: Sequence[str], informal: Collection[str]) -> Any:
    """The value with `{uw|je}` as each language addresses the reader."""
    if isinstance(value, Mapping):
        if value and all(map(_CODE.fullmatch, value)) and all(map(_is_words, value.values())):
            return {code: in_form(words, _is_in(informal, code)) for code, words in value.items()}
        return {key: _in_forms(inner, languages, informal) for key, inner in value.items()}
    if isinstance(value, list):
        return [_in_forms(inner, languages, informal) for inner in value]
    if isinstance(value, str) and len(languages) == 1:
        return in_form(value, _is_in(informal, languages[0]))
    return value


def _is_in(informal: Collection[str], code: str) -> bool:
    return base_language(code) in {base_language(language) for language in informal}


def _is_words(value: Any) -> bool:
    return isinstance(value, str)


def _shown(path: Path, base: Path) -> str:
    return Path(os.path.relpath(path, base)).as_posix()
