"""Files on disk: which of them somebody meant, and whether they are what they seem.

Whoever proposes a change to a site may propose a link with it. Nothing is read that lies outside
the folder it stands in, nor what is no file: a pipe would keep us waiting, a device fill memory.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

LARGEST = 5_000_000
"""Bytes: a hundred times any real file, and nothing that would fill the memory."""

_LEFT_BEHIND = {"Thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r", "__MACOSX"}
_OTHERS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class UnreadableFile(Exception):
    """Why something is not read, and what to do about it."""


def is_left_behind(name: str) -> bool:
    """Whether a name is one that systems and editors give, so that nobody sees the file or misses
    it: `._x.yml`, `.#x.yml`, `x.yml~`, `#x.yml#`, `.DS_Store`, `Thumbs.db`."""
    return name.startswith((".", "~$")) or name.endswith(("~", "#")) or name in _LEFT_BEHIND


def entries(folder: Path) -> list[Path]:
    """What stands in a folder, in order of name, but for what was left behind.

    A folder that is not there has nothing in it. Raises UnreadableFile.
    """
    try:
        return sorted(entry for entry in folder.iterdir() if not is_left_behind(entry.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UnreadableFile(_sentence(error)) from None


def read_file(path: Path, within: Path | None = None) -> bytes:
    """The bytes of a file that lies within a folder, links followed; raises UnreadableFile."""
    refuse_stray(path, within)
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableFile(_sentence(error)) from None
    if len(content) > LARGEST:
        raise UnreadableFile(
            f"this file is larger than {LARGEST // 1_000_000} MB: keep it elsewhere"
        )
    return content


def refuse_stray(path: Path, within: Path | None = None) -> None:
    """Raise UnreadableFile where this is no file, or one outside of a folder."""
    refuse_escape(path, within)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise UnreadableFile(_sentence(error)) from None
    for is_kind, kind in _OTHERS:
        if is_kind(mode):
            raise UnreadableFile(f"this is {kind}, not a file: remove it")


def refuse_escape(path: Path, within: Path | None) -> None:
    """Raise UnreadableFile where a path leads nowhere, or out of a folder."""
    try:
        real = Path(os.path.realpath(path, strict=True))
    except OSError as error:
        raise UnreadableFile(_sentence(error)) from None
    if within is not None and not real.is_relative_to(os.path.realpath(within)):
        raise UnreadableFile(
            f"this link leads out of the folder {within.name}, and nothing outside it is read: "
            "replace it with a copy, or remove it"
        )


def strays(folder: Path, within: Path) -> Iterator[tuple[Path, str]]:
    """What in a folder, at any depth, must not be read, each with the reason."""
    if not os.path.lexists(folder):
        return
    try:
        refuse_escape(folder, within)
        found = entries(folder)
    except UnreadableFile as reason:
        yield folder, str(reason)
        return
    for entry in found:
        if entry.is_dir() and not entry.is_symlink():
            yield from strays(entry, within)
            continue
        try:
            refuse_escape(entry, within)
            if not entry.is_dir():
                refuse_stray(entry, within)
        except UnreadableFile as reason:
            yield entry, str(reason)


def hash_of_folder(folder: Path, *, leave_out: Collection[str] = ()) -> bytes:
    """Of all that is in a folder, down to its files; none where that is not plain files.

    Folders of the names to `leave_out` do not count.
    """
    if folder.is_symlink():
        return b""
    try:
        return hash_of_parts(
            part
            for path, place, is_folder in _plain_entries(os.fspath(folder), "", leave_out)
            for part in (
                bytes([is_folder]),
                os.fsencode(place),
                b"" if is_folder else _content(path),
            )
        )
    except OSError:
        return b""


def hash_of_parts(parts: Iterable[bytes]) -> bytes:
    """Of all of them at once, with where each ends."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def _plain_entries(
    folder: str, place: str, leave_out: Collection[str]
) -> Iterator[tuple[str, str, bool]]:
    """The folders and files below a folder, each with its place there; raises OSError at others."""
    with os.scandir(folder) as found:
        entries_of_folder = sorted(found, key=lambda entry: entry.name)
    for entry in entries_of_folder:
        here = f"{place}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in leave_out:
                yield entry.path, here, True
                yield from _plain_entries(entry.path, here, leave_out)
        elif entry.is_file(follow_symlinks=False):
            yield entry.path, here, False
        else:
            raise OSError(errno.EINVAL, "neither a file nor a folder")


def _content(path: str) -> bytes:
    with open(path, "rb") as opened:  # noqa: PTH123  # hundreds of files in every build
        return opened.read()


def _sentence(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "this link leads back to itself: remove it"
    if error.errno == errno.ENOENT:
        return "this link leads to nothing: fix it or remove it"
    if error.errno == errno.ENOTDIR:
        return "this is a file, but a folder is expected here: move it elsewhere or remove it"
    return f"this cannot be read ({error.strerror}): fix its permissions or remove it"


def as_shown(path: Path, base: Path) -> str:
    """A path as somebody who works in a folder is told of it: whole where it lies outside."""
    return (path.relative_to(base) if path.is_relative_to(base) else path).as_posix()


def has_folder(path: Path) -> bool:
    """Whether this is a folder, or a link to one; not where nobody may look, which is told."""
    return os.path.isdir(path)  # noqa: PTH112  # Path.is_dir() raises PermissionError


def is_folder(path: Path) -> bool:
    """Whether this is a folder itself, not a link to one."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return True  # what cannot be looked at cannot be read either, which is noted then
