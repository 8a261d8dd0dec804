"""The releases on disk: read, and every file of them verified."""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from mkdocs_privacy.disk import UnreadableFile, as_shown, is_folder, is_left_behind, refuse_escape
from mkdocs_privacy.findings import Finding, Place, Rule, in_order_of_place
from mkdocs_privacy.findings.rules.releases import (
    RELEASE_ALTERED,
    RELEASE_CHAIN,
    RELEASE_EXTRA_FILE,
    RELEASE_FORMAT,
    RELEASE_MISSING_FILE,
    RELEASE_UNREADABLE,
)
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases.chain import find_breaks
from mkdocs_privacy.releases.data_format import NewerFormat, UnreadableData, is_printable
from mkdocs_privacy.releases.manifest import (
    ALTERED,
    DATA,
    LINE_ENDS,
    MANIFEST,
    WRITTEN_LATER,
    BrokenManifest,
    Manifest,
    missing,
    policy_file,
    position_of,
    read_manifest,
)
from mkdocs_privacy.releases.published_words import PublishedWords, words_in
from mkdocs_privacy.releases.readable_data import NONE_KNOWN, ReadableData
from mkdocs_privacy.releases.release import History, Release


@dataclass(frozen=True, slots=True)
class Archive:
    """All releases, or everything that is wrong with them: then the history is empty."""

    history: History
    findings: tuple[Finding, ...] = ()
    found: Mapping[str, bool] = field(default_factory=dict)
    """Each release that was found, oldest first, and whether it is as it was released."""


def read_archive(
    folder: Path, base: Path | None = None, readable: ReadableData = NONE_KNOWN
) -> Archive:
    """Read the releases in `folder`, verifying every file and how each follows the one before.

    Findings name files relative to `base` (by default the folder that holds `folder`); each is an
    error, and all are found at once, save in a release whose `release.yml` cannot be believed.
    Where there is no folder there are no releases. Data that is `readable` is read when it is
    asked for.
    """
    if not os.path.lexists(folder):
        return Archive(History())
    base = base or folder.parent
    whole = _Inspection(base, readable)
    each = {path.name: _Inspection(base, readable) for path in whole.find_releases(folder)}
    manifests = {id: inspection.read_manifest_of(folder / id) for id, inspection in each.items()}
    for broken in find_breaks(manifests):
        each.get(broken.release, whole).note(RELEASE_CHAIN, folder / broken.release, broken.message)
    releases = [
        each[id].read_release(folder / id, manifest)
        for id, manifest in manifests.items()
        if manifest
    ]
    findings = [finding for seen in (whole, *each.values()) for finding in seen.findings]
    history = History() if findings else History(tuple(releases))
    found = {id: not inspection.findings for id, inspection in each.items()}
    return Archive(history, in_order_of_place(findings), found)


def read_release(folder: Path, base: Path) -> tuple[Release | None, tuple[Finding, ...]]:
    """Read and verify one release, whatever its folder is called and whatever it follows."""
    inspection = _Inspection(base, NONE_KNOWN)
    manifest = inspection.read_manifest(folder)
    release = inspection.read_release(folder, manifest) if manifest else None
    return release, tuple(inspection.findings)


class _Inspection:
    """Looks at files and notes what is wrong, each time with the way to mend it."""

    def __init__(self, base: Path, readable: ReadableData) -> None:
        self.base = base
        self.readable = readable
        self.findings: list[Finding] = []

    def find_releases(self, folder: Path) -> list[Path]:
        """The folders of releases, oldest first."""
        try:
            refuse_escape(folder, folder.parent)
        except UnreadableFile as reason:
            self.note(RELEASE_UNREADABLE, folder, f"{reason}; restore it with {{recovery}}")
            return []
        found = {}
        for entry in self._entries(folder):
            position = position_of(entry.name)
            if position and is_folder(entry):
                found[position] = entry
            else:
                self.note(
                    RELEASE_EXTRA_FILE,
                    entry,
                    "this is not a release: move it elsewhere or remove it. A release is a folder "
                    "named after its effective date, such as 2030-01-01",
                )
        return [found[position] for position in sorted(found)]

    def read_manifest(self, folder: Path) -> Manifest | None:
        """What a release says of itself."""
        content = self._read(folder / MANIFEST)
        if content is None:
            return None
        try:
            return read_manifest(content)
        except BrokenManifest as broken:
            self.note(broken.rule, folder / MANIFEST, str(broken))
            return None

    def read_manifest_of(self, folder: Path) -> Manifest | None:
        """What a release says of itself, where its folder is called after it."""
        manifest = self.read_manifest(folder)
        if manifest and manifest.id != folder.name:
            message = (
                f"this folder contains the release {manifest.id}: rename the folder to that, or "
                "remove it if that exists already"
            )
            self.note(RELEASE_CHAIN, folder, message)
        return manifest

    def read_release(self, folder: Path, manifest: Manifest) -> Release:
        """A release, with a note for every file that is not as its manifest says."""
        for entry in self._entries(folder):
            if entry.name not in manifest.files and entry.name != MANIFEST:
                message = "this does not belong to the release: move it elsewhere or remove it"
                self.note(RELEASE_EXTRA_FILE, entry, message)
        contents = {
            name: self._read_verified(folder / name, expected)
            for name, expected in manifest.files.items()
        }
        data = contents.get(DATA)
        reader = None if data is None else self._reader_of(folder / DATA, data, manifest)
        words = {
            language: self._read_words(folder / name, content)
            for language in manifest.languages
            if (content := contents[name := policy_file(language)]) is not None
        }
        return Release(
            id=manifest.id,
            announced=manifest.announced,
            effective=manifest.effective,
            replaces=manifest.replaces,
            note=manifest.note,
            backdated=manifest.backdated,
            short_notice=manifest.short_notice,
            consent_revision=manifest.consent_revision,
            read_center=reader,
            words=PublishedWords(words),
            sha256=manifest.sha256,
            made_with=manifest.made_with,
            addresses=manifest.addresses,
        )

    def note(self, rule: Rule, path: Path, message: str) -> None:
        """Note what is wrong with a file; `{recovery}` becomes the way to put it back."""
        message = message.replace("{recovery}", self._recovery(path))
        self.findings.append(Finding(rule, message, place=Place(self._shown(path))))

    def _entries(self, folder: Path) -> list[Path]:
        try:
            return sorted(entry for entry in folder.iterdir() if not is_left_behind(entry.name))
        except OSError as error:
            message = (
                f"this folder cannot be read ({error.strerror}): fix its permissions, or restore it"
            )
            self.note(RELEASE_UNREADABLE, folder, f"{message} with {{recovery}}")
            return []

    def _read(self, path: Path) -> bytes | None:
        try:
            if stat.S_ISREG(path.lstat().st_mode):  # a pipe would keep us waiting for ever
                return path.read_bytes()
        except FileNotFoundError:
            self.note(RELEASE_MISSING_FILE, path, missing(path.name))
        except OSError as error:
            message = (
                f"this file cannot be read ({error.strerror}): fix its permissions, or restore it"
            )
            self.note(RELEASE_UNREADABLE, path, f"{message} with {{recovery}}")
        else:
            message = "this is a link or a folder, not a file: restore it with {recovery}"
            self.note(RELEASE_ALTERED, path, message)
        return None

    def _read_verified(self, path: Path, expected: str) -> bytes | None:
        content = self._read(path)
        if content is None or sha256(content).hexdigest() == expected:
            return content
        is_line_ends = sha256(content.replace(b"\r\n", b"\n")).hexdigest() == expected
        self.note(RELEASE_ALTERED, path, LINE_ENDS if is_line_ends else ALTERED)
        return None

    def _reader_of(
        self, path: Path, content: bytes, manifest: Manifest
    ) -> Callable[[], PrivacyCenter] | None:
        try:
            reader = self.readable.reader_of(content)
        except UnreadableData as reason:
            self.note(
                RELEASE_UNREADABLE,
                path,
                f"{reason}: this was released with version {manifest.made_with} of mkdocs-privacy: "
                "install that version or a later one",
            )
        except NewerFormat:
            self.note(RELEASE_FORMAT, path, WRITTEN_LATER)
        else:
            if not is_printable(content):
                self.note(RELEASE_ALTERED, path, f"a character cannot be printed: {ALTERED}")
            return reader
        return None

    def _read_words(self, path: Path, content: bytes) -> str:
        try:
            words = words_in(content.decode())
        except UnicodeDecodeError:
            words = None
        if words is None:
            self.note(RELEASE_ALTERED, path, f"this is not a page with text: {ALTERED}")
        return words or ""

    def _shown(self, path: Path) -> str:
        # the name of a file may be bytes that are no text; a finding is printed
        return as_shown(path, self.base).encode("utf-8", "backslashreplace").decode()

    def _recovery(self, path: Path) -> str:
        return f"`git checkout -- {shlex.quote(self._shown(path))}` or from a backup"
