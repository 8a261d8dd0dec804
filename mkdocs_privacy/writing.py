"""Files that are written: all of one or nothing, wherever the process is killed.

What is written stands beside a file first, under a name that begins with a full stop, and gets its
name once it is whole. Where the process is killed, that is what is left.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_whole(
    path: Path, content: bytes, *, follows_links: bool = True, is_private: bool = False
) -> None:
    """Write a file, all of it or nothing: it is replaced once the new one stands beside it.

    It keeps its permissions, or where it is private only its owner may read it. A link stays a link
    unless it is not followed. What is no file, such as a device, is written to as it is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    real = Path(os.path.realpath(path)) if follows_links else path
    with beside(real, path) as new:
        new.write_bytes(content)
        _sync(new)
        if not is_private:
            new.chmod(_permissions(real))
        new.replace(real)


def write_new(path: Path, content: bytes, *, is_private: bool = False) -> None:
    """Write a file that is not there yet, all of it or nothing; raises FileExistsError."""
    with new_file(path, is_private=is_private) as new:
        new.write_bytes(content)


@contextmanager
def new_file(path: Path, *, is_private: bool = False) -> Iterator[Path]:
    """An empty file to fill, which then gets this name; it never takes that of another one.

    Where it is private, only its owner may read it. Raises FileExistsError.
    """
    _refuse_existing(path)
    with beside(path) as new:
        yield new
        _sync(new)
        if not is_private:
            new.chmod(_permissions(path))
        try:
            os.link(new, path)
        except OSError:  # somebody else’s file since, or a file system without links
            _refuse_existing(path)
            new.rename(path)


def _refuse_existing(path: Path) -> None:
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path))


@contextmanager
def beside(path: Path, named: Path | None = None) -> Iterator[Path]:
    """An empty file in the same folder, for its owner only, which is gone afterwards unless it was
    put in the place of `path`. An error names that, or the file of which it is said."""
    new = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        os.close(handle)
        new = Path(name)
        yield new
    except OSError as error:  # which names no file, or one that nobody knows of
        raise OSError(error.errno, error.strerror, os.fspath(named or path)) from None
    finally:
        if new:
            new.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Have what is in a file survive a power cut: its name must not come before it."""
    with path.open("rb+") as opened:
        os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """Have the names in a folder survive a power cut, where a system can do that for folders."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _permissions(path: Path) -> int:
    """Those of a file; of one that is not there yet, those that the system gives to a new one."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
