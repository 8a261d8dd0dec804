"""What took long to work out from words that never change again, kept between builds.

docs/decisions/0056 says where, how much, and why nothing of it is believed unseen.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from mkdocs_privacy.disk import hash_of_parts
from mkdocs_privacy.writing import beside

FOLDER = "mkdocs-privacy-kept"
TEMPLATES = "mkdocs-privacy-templates"
MOST = 64 * 2**20
"""In bytes; what was not used for longest goes first."""
_PRUNED_TO = MOST * 3 // 4
_BETWEEN_PRUNINGS = MOST // 8
_HASH = sha256().digest_size


def _temporary_folder() -> Path | None:
    """Jinja's folder for this user, into which nobody else can write; none where there is none."""
    try:
        folder = Path(FileSystemBytecodeCache().directory)
    except (OSError, RuntimeError):  # no temporary folder, or one that others may write to
        return None
    return folder if os.access(folder, os.W_OK) else None


class KeptWork:
    """Texts or bytes in a folder, each under the hash of all that it was made of.

    Output never depends on it: what cannot be read is made again, what cannot be written not kept.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._until_pruning = 0  # the first text that is written finds out how much is there

    def kept(self, make: Callable[[], str], *ingredients: str) -> str:
        """What `make` makes of the ingredients and of nothing else: made now, or earlier."""
        found = self.find(*ingredients)
        if found is None:
            found = make()
            self.keep(found, *ingredients)
        return found

    def find(self, *ingredients: str) -> str | None:
        """What was made of the ingredients earlier, if it was kept."""
        found = self.find_bytes(*ingredients)
        return None if found is None else found.decode("utf-8", "surrogatepass")

    def find_bytes(self, *ingredients: str) -> bytes | None:
        """What was made of the ingredients earlier, if it was kept: the same bytes."""
        if self.folder is None:
            return None
        key = _key(ingredients)
        return _read(self.folder / key.hex(), key)

    def keep(self, text: str, *ingredients: str) -> None:
        """Keep what was made of the ingredients, in place of what was before."""
        self.keep_bytes(text.encode("utf-8", "surrogatepass"), *ingredients)

    def keep_bytes(self, content: bytes, *ingredients: str) -> None:
        """Keep bytes; a build beside this one never sees half of them, nor does anybody wait for
        the disk: what a power cut leaves is not believed."""
        if self.folder is None:
            return
        key = _key(ingredients)
        file = self.folder / key.hex()
        packed = zlib.compress(content, 1)
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            with beside(file) as new:
                new.write_bytes(hash_of_parts((key, packed)) + packed)
                new.replace(file)
            self._until_pruning -= len(packed)
            if self._until_pruning < 0:
                self._until_pruning = _BETWEEN_PRUNINGS
                prune(self.folder)
        except OSError:  # a full disk, a folder that is read-only: the site is the same without
            self.folder = None


def _read(file: Path, key: bytes) -> bytes | None:
    """What a file holds, where it is whole and was kept under this key."""
    try:
        content = file.read_bytes()
        checked, packed = content[:_HASH], content[_HASH:]
        if checked != hash_of_parts((key, packed)):
            return None
        with suppress(OSError):  # in a folder that is read-only
            os.utime(file)
        return zlib.decompress(packed)
    except (OSError, zlib.error):
        return None


def prune(folder: Path, most: int = MOST, down_to: int = _PRUNED_TO) -> None:
    """Remove what was not used for longest, where a folder holds more than it may."""
    with os.scandir(folder) as entries:
        seen = sorted(
            (status.st_mtime, status.st_size, Path(entry))
            for entry in entries
            if (status := entry.stat(follow_symlinks=False))
        )
    total = sum(size for _, size, _ in seen)
    if total <= most:
        return
    for _, size, path in seen:
        if total <= down_to:
            return
        _remove(path)
        total -= size


def _remove(path: Path) -> None:
    with suppress(OSError):  # a build beside this one was quicker
        path.unlink()


def _key(ingredients: Iterable[str]) -> bytes:
    return hash_of_parts(one.encode("utf-8", "surrogatepass") for one in ingredients)


@cache
def kept_work(name: str = FOLDER) -> KeptWork:
    """That of this user, in a folder of this name."""
    folder = _temporary_folder()
    return KeptWork(folder / name if folder else None)
