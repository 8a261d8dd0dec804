"""How a site reads its files: each time anew, or in a preview only what differs from last time."""

from __future__ import annotations

import marshal
from pathlib import Path

from mkdocs_privacy.disk import hash_of_folder
from mkdocs_privacy.kept_work import KeptWork, kept_work
from mkdocs_privacy.releases import Archive, ReadableData, read_archive
from mkdocs_privacy.yaml_source import YamlSource, read_yaml


class Reading:
    """Files are read each time."""

    def __init__(self, code: bytes = b"") -> None:
        """Read with the code that has this hash, where it is known: see `ReadableData`."""
        self._readable = ReadableData(code.hex(), kept_work() if code else KeptWork(None))

    def yaml(self, content: bytes, file: str) -> YamlSource:
        """What a file of the data says."""
        return read_yaml(content, file)

    def archive(self, folder: Path, base: Path) -> Archive:
        """The releases in a folder, verified."""
        return read_archive(folder, base, self._readable)


class ReadingAgain(Reading):
    """What a file says is remembered as long as it holds the same bytes, whenever it was written.

    It remembers what was read last, and nothing of before.
    """

    def __init__(self, code: bytes = b"") -> None:
        super().__init__(code)
        self._files: dict[str, tuple[bytes, bytes, YamlSource]] = {}
        self._archive: tuple[Path, bytes, Archive] | None = None

    def yaml(self, content: bytes, file: str) -> YamlSource:
        """What a file of the data says; plain data, which its reader may change."""
        known = self._files.get(file)
        if known is None or known[0] != content:
            source = read_yaml(content, file)
            known = content, marshal.dumps(source.content), source
            self._files[file] = known
        _, packed, source = known
        return YamlSource(marshal.loads(packed), dict(source.places), source.findings)  # noqa: S302  # our own bytes

    def archive(self, folder: Path, base: Path) -> Archive:
        """The releases in a folder, verified unless nothing in it has changed since."""
        now = hash_of_folder(folder)
        if now and self._archive and self._archive[:2] == (folder, now):
            return self._archive[2]
        archive = super().archive(folder, base)
        # somebody may write while it is read: then what was hashed is not what was verified
        self._archive = (folder, now, archive) if now and now == hash_of_folder(folder) else None
        return archive
