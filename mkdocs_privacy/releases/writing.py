"""Writing a release to disk: whole or not at all, and one at a time."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

from mkdocs_privacy.findings import as_text
from mkdocs_privacy.releases.archive import read_archive, read_release
from mkdocs_privacy.releases.new_release import NewRelease, check_new, lay_out
from mkdocs_privacy.releases.release import History
from mkdocs_privacy.writing import sync_folder

_DRAFT = ".new-"
FOR_GIT = {".gitattributes": b"* -text\n", ".gitignore": b".lock\n.new-*\n"}
"""Git must not change line ends, which would break the hashes, nor keep our lock and drafts."""


class ReleaseRefused(Exception):
    """Why nothing was released, and what right looks like."""


def write_release(folder: Path, new: NewRelease, today: date, seen: History | None = None) -> Path:
    """Write a release into `folder` and return its own folder; nothing is ever overwritten.

    `seen` is the history that somebody decided upon: what was released since is refused. Raises
    ReleaseRefused; then, and wherever the process is killed, the releases are as they were.
    """
    from filelock import FileLock, Timeout  # not above: only who releases needs it

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock", timeout=0):
            return _write_alone(folder, new, today, seen)
    except Timeout:
        raise ReleaseRefused(
            f"another process is writing a release in {folder}: wait until it is finished, then "
            "check what it released"
        ) from None
    except OSError as error:
        reason = f"{folder}: {error.strerror or error}"
        raise ReleaseRefused(f"the release could not be written: {reason}") from error
    except NotImplementedError as error:  # a file system without locks
        raise ReleaseRefused(f"the release could not be written: {error}") from error


def _write_alone(folder: Path, new: NewRelease, today: date, seen: History | None) -> Path:
    archive = read_archive(folder)
    if archive.findings:
        problems = as_text(archive.findings)
        raise ReleaseRefused(f"earlier releases have errors: fix these first:\n{problems}")
    if seen is not None:
        _refuse_moved(seen, archive.history)
    if reasons := check_new(new, archive.history, today):
        raise ReleaseRefused("\n".join(reasons))
    _remove_leftovers(folder)
    id, files = lay_out(new, archive.history)
    draft = folder / f"{_DRAFT}{id}"
    try:
        _write_for_git(folder)
        draft.mkdir()
        for name, content in files.items():
            _write(draft / name, content)
        _refuse_unreadable(draft)
        sync_folder(draft)
        draft.rename(folder / id)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    sync_folder(folder)
    return folder / id


def _refuse_moved(seen: History, now: History) -> None:
    """Refuse where the newest release is no longer the one that somebody decided upon."""
    hashes = [release.sha256 for release in seen]
    if now.newest and now.newest.sha256 not in hashes:
        happened = f"{now.newest.id} has been released"
    elif seen.newest and seen.newest.sha256 not in [release.sha256 for release in now]:
        happened = f"{seen.newest.id} has been taken back"
    else:
        return
    raise ReleaseRefused(f"{happened} in the meantime: check what that changes, then release again")


def _write_for_git(folder: Path) -> None:
    for name, content in FOR_GIT.items():
        if not os.path.lexists(folder / name):
            _write(folder / f"{_DRAFT}{name}", content)
            (folder / f"{_DRAFT}{name}").rename(folder / name)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _remove_leftovers(folder: Path) -> None:
    """Remove what a killed process left; nobody else can be writing, for we hold the lock."""
    for leftover in folder.glob(f"{_DRAFT}*"):
        if leftover.is_dir() and not leftover.is_symlink():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()


def _refuse_unreadable(draft: Path) -> None:
    _, findings = read_release(draft, draft.parent)
    if findings:
        raise ReleaseRefused(f"this could not be read back:\n{as_text(findings)}")
