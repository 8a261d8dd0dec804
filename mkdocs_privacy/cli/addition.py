"""A change of the data before it is written: an entry, and the file that it goes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path
from typing import Any

from mkdocs_privacy.cli.answered import without_answered
from mkdocs_privacy.cli.commented import start_from_comment
from mkdocs_privacy.disk import UnreadableFile, read_file, refuse_escape
from mkdocs_privacy.findings import Finding, Severity, as_text
from mkdocs_privacy.findings.rules.yaml import DUPLICATE_KEY
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.writing import write_whole
from mkdocs_privacy.yaml_addition import CannotAdd, NewEntry, add_entry
from mkdocs_privacy.yaml_source import read_yaml


class Refused(Exception):
    """Why nothing is added."""


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry of a site, before it is written."""

    section: tuple[str, ...]
    entry: NewEntry
    file: Path
    content: bytes
    """What the file would hold."""
    before: bytes
    """What it holds; nothing where there is no such file."""
    site: OpenedSite
    """The site as it would be."""

    @property
    def diff(self) -> str:
        """What would change in the file, as `patch` reads it."""
        name = self.site.shown(self.file)
        old, new = (
            part.decode("utf-8").splitlines(keepends=True) for part in (self.before, self.content)
        )
        lines = unified_diff(old, new, f"a/{name}", f"b/{name}")
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )

    def write(self) -> None:
        """Write the file."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.file, self.content)


def propose(
    site: OpenedSite, section: tuple[str, ...], entry: NewEntry, chosen: Path | None
) -> Addition:
    """The change that adds an entry to a site; raises Refused where it cannot be, or should not."""
    if twice := _written_twice(site, section):
        raise Refused(f"nobody knows which of the two is meant:\n{as_text(twice)}")
    file = _file_of(site, section, chosen)
    before = _content_of(file, site)
    try:
        start, entry = start_from_comment(before, section, entry)
        content = add_entry(start, section, entry)
    except CannotAdd as reason:
        raise Refused(f"{site.shown(file)}: {reason}") from None
    if site.loaded.origins:
        content = without_answered(content, section, entry, site.loaded.origins.catalogue)
    after = replace(site, proposed={file: content})
    return Addition(section, entry, file, content, before, after)


def written_entries(site: OpenedSite, section: tuple[str, ...]) -> Mapping[str, str | None]:
    """The ids in a section as the files have it, each with what it takes from the catalogue."""
    content: Any = site.loaded.origins.written if site.loaded.origins else {}
    for key in section:
        content = content.get(key) if isinstance(content, Mapping) else None
    if not isinstance(content, Mapping):
        return {}
    uses = {
        id: entry.get("use") if isinstance(entry, Mapping) else None
        for id, entry in content.items()
    }
    return {id: use if isinstance(use, str) else None for id, use in uses.items()}


def errors_of(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that keep a site from being built."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


def _written_twice(site: OpenedSite, section: tuple[str, ...]) -> tuple[Finding, ...]:
    """That the section, or what it stands in, occurs twice in one file."""
    return tuple(
        finding
        for finding in site.findings
        if finding.rule is DUPLICATE_KEY and finding.path == section[: len(finding.path)]
    )


def _file_of(site: OpenedSite, section: tuple[str, ...], chosen: Path | None) -> Path:
    folder = site.settings.data
    if chosen is not None:
        file = folder / chosen if len(chosen.parts) == 1 and not chosen.exists() else chosen
        file = file.absolute()
        if file.parent != folder.absolute() or file.suffix not in (".yml", ".yaml"):
            raise Refused(f"--file: name a .yml file in {site.shown(folder)}, such as services.yml")
        return folder / file.name
    files = _files(site)
    for depth in range(len(section), 0, -1):
        for file in files:
            if _says(read_yaml(_content_of(file, site), file.name).content, section[:depth]):
                return file
    return files[0] if len(files) == 1 else folder / f"{section[0]}.yml"


def _files(site: OpenedSite) -> list[Path]:
    """The YAML files of the data."""
    return [file for file in site.loaded.files if file.parent == site.settings.data]


def _says(content: Any, section: tuple[str, ...]) -> bool:
    for key in section:
        if not isinstance(content, Mapping) or key not in content:
            return False
        content = content[key]
    return True


def _content_of(file: Path, site: OpenedSite) -> bytes:
    try:
        if not file.exists() and not file.is_symlink():
            return b""
        refuse_escape(file, site.settings.data)
        return read_file(file, site.settings.data)
    except UnreadableFile as reason:
        raise Refused(f"{site.shown(file)}: {reason}") from None
