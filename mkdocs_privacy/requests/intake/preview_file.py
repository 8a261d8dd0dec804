"""The file in which a preview keeps the requests that were made in it."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from threading import Lock

from mkdocs_privacy.disk import UnreadableFile, refuse_stray
from mkdocs_privacy.requests.intake.answering import acceptance_json
from mkdocs_privacy.requests.request import RightsRequest
from mkdocs_privacy.writing import write_whole


class DifferentRequest(Exception):
    """Another request has the same reference."""


class RequestFile:
    """One request on each line, as JSON; only its owner may read it, and git ignores it."""

    FOLDER = ".privacy-requests"
    """The folder beside mkdocs.yml."""
    NAME = "requests.jsonl"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / self.NAME
        self.shown = f"{folder.name}/{self.NAME}"
        self._one_at_a_time = Lock()

    def add(self, request: RightsRequest) -> tuple[RightsRequest, bool]:
        """Write a request down; returns what is in the file, and whether it was new.

        A request that comes twice is one. Raises DifferentRequest, or OSError where it cannot be
        written.
        """
        with self._one_at_a_time:
            known = self._find(request.reference)
            if known and known.digest != request.digest:
                raise DifferentRequest(request.reference)
            if known:
                return known, False
            self._write(request)
            return request, True

    def requests(self) -> tuple[RightsRequest, ...]:
        """What was asked in previews, in order; none where nothing was, or raises OSError."""
        return tuple(filter(None, map(_read, self._lines())))

    def _find(self, reference: str) -> RightsRequest | None:
        for line in self._lines():
            found = _read(line) if f'"{reference}"' in line else None
            if found and found.reference == reference:
                return found
        return None

    def _lines(self) -> Iterator[str]:
        self._refuse_links()
        if self.path.exists():
            with self.path.open(encoding="utf-8", errors="replace") as lines:
                yield from lines

    def _refuse_links(self) -> None:
        """Whoever proposes a change may propose a link, by which requests would end up elsewhere.

        Raises OSError.
        """
        places = (self.folder, self.path, self.folder / ".gitignore")
        if links := [path.name for path in places if path.is_symlink()]:
            raise OSError(errno.EINVAL, f"{links[0]} is a link: remove it", self.shown)
        try:
            if self.path.exists():
                refuse_stray(self.path)
        except UnreadableFile as reason:
            raise OSError(errno.EINVAL, str(reason), self.shown) from None

    def _write(self, request: RightsRequest) -> None:
        self._refuse_links()
        self.folder.mkdir(mode=0o700, exist_ok=True)
        ignoring = self.folder / ".gitignore"
        if not ignoring.exists():
            write_whole(ignoring, b"*\n")
        line = json.dumps({**acceptance_json(request), "fields": dict(request.fields)})
        start = "\n" if self._ends_within_a_line() else ""
        with os.fdopen(os.open(self.path, _APPENDING, 0o600), "ab") as file:
            file.write(f"{start}{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())

    def _ends_within_a_line(self) -> bool:
        """Whether a preview was killed while it wrote."""
        if not self.path.exists() or not self.path.stat().st_size:
            return False
        with self.path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read() != b"\n"


def _read(line: str) -> RightsRequest | None:
    """The request on a line; nothing where the line holds half of one, or something else."""
    try:
        written = json.loads(line)
        return RightsRequest(
            reference=written["reference"],
            received_at=datetime.fromisoformat(written["received_at"]),
            expected_by=date.fromisoformat(written["expected_by"]),
            fields=written["fields"],
        )
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


_APPENDING = os.O_WRONLY | os.O_APPEND | os.O_CREAT
