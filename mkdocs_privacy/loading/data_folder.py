"""A folder of YAML and Markdown is read, merged, completed and validated."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from mkdocs_privacy.catalogue import Catalogue, as_taken, shipped_catalogue, with_layer
from mkdocs_privacy.disk import UnreadableFile, as_shown, entries, read_file
from mkdocs_privacy.findings import (
    Finding,
    KeyPath,
    Place,
    has_errors,
    in_order_of_place,
)
from mkdocs_privacy.findings.rules.characters import HIDDEN_CHARACTER, HIDDEN_IN_TEXT
from mkdocs_privacy.findings.rules.data import NO_DATA, UNKNOWN_ID
from mkdocs_privacy.findings.rules.disk import UNREADABLE_FILE
from mkdocs_privacy.findings.rules.yaml import (
    NOT_A_MAPPING,
)
from mkdocs_privacy.loading.catalogue_lock import Locking, find_moved, read_lock
from mkdocs_privacy.loading.completion import complete, country_of
from mkdocs_privacy.loading.explanation import explain
from mkdocs_privacy.loading.merging import Merged
from mkdocs_privacy.loading.offering import Offering
from mkdocs_privacy.loading.origins import Origins
from mkdocs_privacy.loading.own_catalogues import with_own
from mkdocs_privacy.loading.sections import Sections, read_sections, section_files
from mkdocs_privacy.loading.taken_entries import places_of_own, taken_from_shipped
from mkdocs_privacy.loading.taken_from import put_back, set_aside
from mkdocs_privacy.loading.translation import find_untranslated
from mkdocs_privacy.model import Context, PrivacyCenter
from mkdocs_privacy.yaml_source import YamlSource, read_yaml

_BESIDE_FILES = {"use", "page", "order"}
"""What YAML may say of a section that has files of its own."""

_REFERRED_TO = ("audiences", "personal_data", "activities", "processors", "cookies")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a data folder holds: a center unless there are errors, the findings, the files read."""

    center: PrivacyCenter | None
    findings: tuple[Finding, ...]
    files: tuple[Path, ...] = ()
    places: Mapping[KeyPath, Place] = field(default_factory=dict)
    """Where every key stands that the owner wrote."""
    origins: Origins | None = None
    """Where every value of the completed data comes from."""
    locking: Locking | None = None
    """What is taken of the shipped catalogue, and how it is locked."""
    today: date | None = None
    """The day on which it was read, if somebody told."""
    catalogue: Catalogue = field(default_factory=shipped_catalogue)
    """The shipped facts, with those of the site's own before them."""
    languages: tuple[str, ...] = ()
    """The languages of the site."""


def load_center(
    folder: Path,
    languages: Sequence[str],
    base: Path | None = None,
    catalogue: Catalogue | None = None,
    informal: Collection[str] = (),
    catalogue_dirs: Sequence[Path] = (),
    proposed: Mapping[Path, bytes] = MappingProxyType({}),
    today: date | None = None,
    read: Callable[[bytes, str], YamlSource] = read_yaml,
) -> Loaded:
    """Read every `*.yml` in `folder` and the sections below it, for a site in `languages`.

    In the `informal` ones shipped texts address the reader so. What stands in `catalogue_dirs` goes
    before the shipped entries. `proposed` is what YAML files of the folder would hold instead of
    what they hold. What has ended by `today` is said in the data. Places name files relative to
    `base` (by default the folder that holds `folder`). `read` reads YAML. Everything that is wrong
    is reported at once; where anything is an error, there is no center.
    """
    base = base or folder.parent
    shipped = catalogue or shipped_catalogue()
    lock = read_lock(folder, base, read)
    known = with_layer(shipped, lock.entries) if lock.entries else shipped
    own = with_own(
        known.in_languages(languages, informal), catalogue_dirs, base, languages, informal
    )
    try:
        files = tuple(sorted({*data_files(folder), *proposed}))
    except UnreadableFile as reason:
        place = Place(as_shown(folder, base))
        return Loaded(None, (Finding(UNREADABLE_FILE, str(reason), place=place),))
    if not folder.is_dir():
        message = (
            f"there is no folder {as_shown(folder, base)}: create it with "
            "`mkdocs-privacy init`, or give another folder with the option `data_dir`"
        )
        return Loaded(None, (Finding(NO_DATA, message),))
    if not any(file.suffix in (".yml", ".yaml") for file in files):
        message = (
            f"there is no .yml file in {as_shown(folder, base)}: create the data with "
            "`mkdocs-privacy init`"
        )
        return Loaded(None, (Finding(NO_DATA, message),), files)
    merged = _merge_files(files, folder, base, proposed, read)
    sections = read_sections(folder / "sections", base, languages)
    _go_before_shipped(sections, merged)
    merged.add({"sections": sections.content} if sections.content else {}, sections.places)
    merged.findings += sections.findings
    center, problems = _validate(merged, tuple(languages), as_taken(own.catalogue), today)
    taken = taken_from_shipped(merged.origins, own)
    merged.findings += (
        *own.findings,
        *lock.findings,
        *find_moved(taken, lock, shipped, merged.places),
    )
    problems = [one for one in problems if not _is_told(one, own.findings)]
    told = {finding.path for finding in problems if finding.rule is HIDDEN_CHARACTER}
    found = [
        finding
        for finding in merged.findings
        if finding.rule is not HIDDEN_IN_TEXT or finding.path not in told
    ]
    findings = in_order_of_place([*found, *problems])
    center = None if has_errors(findings) else center
    locking = Locking(lock, shipped, taken)
    return Loaded(
        center,
        findings,
        files,
        merged.places,
        merged.origins,
        locking,
        today,
        own.catalogue,
        tuple(languages),
    )


def _go_before_shipped(sections: Sections, merged: Merged) -> None:
    """Let the files of a section go before the shipped one that YAML names by the same id."""
    written = merged.content.get("sections")
    if not isinstance(written, dict):
        return
    for id, entry in sections.content.items():
        shipped = written.get(id)
        if isinstance(shipped, Mapping) and "use" in shipped and shipped.keys() <= _BESIDE_FILES:
            sections.content[id] = {**written.pop(id), **entry}


def data_files(folder: Path) -> tuple[Path, ...]:
    """The files that make up the data, in a fixed order; UnreadableFile is about the folder itself.

    What systems and editors leave behind, such as `._organisation.yml`, is none of them.
    """
    found = [path for path in entries(folder) if path.suffix in (".yml", ".yaml")]
    return tuple(sorted([*found, *section_files(folder / "sections")]))


def _merge_files(
    files: Iterable[Path],
    folder: Path,
    base: Path,
    proposed: Mapping[Path, bytes],
    read: Callable[[bytes, str], YamlSource],
) -> Merged:
    merged = Merged()
    for file in files:
        if file.suffix not in (".yml", ".yaml"):
            continue
        shown = as_shown(file, base)
        try:
            content = proposed[file] if file in proposed else read_file(file, folder)
            source = read(content, shown)
        except UnreadableFile as reason:
            merged.is_whole = False
            merged.findings.append(Finding(UNREADABLE_FILE, str(reason), place=Place(shown)))
            continue
        merged.findings += source.findings
        if isinstance(source.content, dict):
            merged.add(source.content, source.places)
            continue
        merged.is_whole = False
        if source.content is not None:
            message = (
                "this file has no keys: begin it with a key, such as `organisation:` or "
                "`processors:`"
            )
            merged.findings.append(Finding(NOT_A_MAPPING, message, place=source.places[()]))
    return merged


def _validate(
    merged: Merged, languages: tuple[str, ...], catalogue: Catalogue, today: date | None
) -> tuple[PrivacyCenter | None, list[Finding]]:
    content, taken_before = set_aside(merged.content, merged.places, merged.findings)
    completed = complete(content, catalogue, merged.places, today)
    put_back(completed.content, taken_before)
    country = country_of(merged.content.get("organisation"))
    merged.origins = Origins(merged.content, merged.places, completed.content, catalogue, country)
    merged.places = {**completed.places, **merged.places}
    identifiers = _identifiers(completed.content, catalogue)
    context = Context(languages, identifiers, Offering(catalogue, country, identifiers))
    findings = list(completed.findings)
    try:
        center = PrivacyCenter.model_validate(completed.content, context=context)
    except ValidationError as error:
        explained = explain(error, {**places_of_own(merged.origins), **merged.places})
        if not merged.is_whole:  # what is missing may stand in the file that could not be read
            explained = [
                finding for finding in explained if finding.place and finding.rule is not UNKNOWN_ID
            ]
        return None, findings + explained
    return center, [*findings, *find_untranslated(completed.content, languages, merged.places)]


def _is_told(finding: Finding, told: Sequence[Finding]) -> bool:
    """Whether the same was found in a catalogue of the site's own, where it stands."""
    return any((one.rule, one.place) == (finding.rule, finding.place) for one in told)


def _identifiers(content: Mapping[str, Any], catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    identifiers = {
        key: tuple(content[key]) if isinstance(content.get(key), Mapping) else ()
        for key in _REFERRED_TO
    }
    identifiers["personal_data"] += tuple(catalogue.personal_data)
    return identifiers
