"""The lines of files that findings are about, read when somebody wants to see them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_privacy.characters import with_line_feeds
from mkdocs_privacy.disk import UnreadableFile, read_file
from mkdocs_privacy.findings.finding import Place


@dataclass(frozen=True, slots=True)
class QuotedFiles:
    """Files below a folder; what lies outside it is not read, whoever links there."""

    base: Path | None = None
    """The folder that places name files relative to; without it there are no lines."""
    is_coloured: bool = False
    """Whether colours may be used, as on a terminal."""
    _read: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)

    def line(self, place: Place) -> str | None:
        """The line of a place, where it can be read."""
        lines = self.lines(place.file)
        return lines[place.line - 1] if 0 < place.line <= len(lines) else None

    def lines(self, file: str) -> list[str]:
        """All lines of a file that a place names; none where it cannot be read."""
        if file not in self._read:
            self._read[file] = self._lines_on_disk(file)
        return self._read[file]

    def _lines_on_disk(self, file: str) -> list[str]:
        if self.base is None:
            return []
        try:
            content = read_file(self.base / file, self.base)
        except (UnreadableFile, ValueError):  # a name may have a NUL in it
            return []
        return with_line_feeds(content.decode("utf-8-sig", "replace")).split("\n")


NO_FILES = QuotedFiles()
