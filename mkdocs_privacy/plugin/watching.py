"""What starts a build of a preview: every change of the files that it is made of, and no other.

MkDocs looks at the files twice a second from the end of its first build. It would miss what was
saved before that, look no more at a folder once that was away (another branch has none), and build
again for the files that editors leave behind.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from stat import S_IFDIR
from typing import TYPE_CHECKING, Any

from watchdog.events import FileModifiedEvent
from watchdog.observers.polling import PollingObserverVFS
from watchdog.utils.dirsnapshot import DirectorySnapshot, DirectorySnapshotDiff

from mkdocs_privacy.disk import is_left_behind

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_NOTHING_THERE = os.stat_result((S_IFDIR, *[0] * 9))
"""In place of what cannot be looked at: a folder, which is empty."""


class WatchedFiles:
    """The folders that a preview watches, from build to build."""

    def __init__(self) -> None:
        self._ours: set[str] = set()
        self._watched: set[str] = set()
        self._server: LiveReloadServer | None = None
        self._before: dict[str, DirectorySnapshot] = {}

    def note(self, ours: Iterable[Path], others: Iterable[str]) -> None:
        """Note the folders of ours from which a build is made, before it is, and the others."""
        folders = [os.path.abspath(folder) for folder in ours]  # noqa: PTH100  # as MkDocs does
        self._ours.update(folders)
        if not self._watched:
            self._watched.update((*folders, *map(os.path.abspath, others)))
            self._before = {path: self._look_at(path) for path in self._watched}
        for folder in folders:  # which mkdocs.yml may name since this build
            if self._server and folder not in self._watched:
                self._watched.add(folder)
                self._server.watch(folder)

    def watch(self, server: LiveReloadServer) -> None:
        """Have a server watch the folders; it builds at once where one changed meanwhile."""
        self._server = server
        places = [(path, ref.is_recursive) for path, ref in vars(server)["_watch_refs"].items()]
        for path, _ in places:
            self._watched.add(path)
            while path in vars(server)["_watched_paths"]:
                server.unwatch(path)
        observer: Any = PollingObserverVFS(
            stat=self._stat, listdir=self._list, polling_interval=server.observer.timeout
        )
        server.observer = observer
        for path, is_recursive in places:
            server.watch(path, recursive=is_recursive)
        for path in self._ours:
            server.watch(path)
        if any(map(_differ, self._before.values(), map(self._look_at, self._before))):
            emitter = next(one for one in observer.emitters if one.watch.path in self._ours)
            emitter.queue_event(FileModifiedEvent(emitter.watch.path))
        self._before.clear()

    @property
    def _look_at(self) -> partial[DirectorySnapshot]:
        return partial(DirectorySnapshot, stat=self._stat, listdir=self._list)

    def _stat(self, path: str) -> os.stat_result:
        try:
            return os.stat(path)  # noqa: PTH116  # as watchdog does
        except OSError:
            if path in self._watched:  # or it would be watched no more
                return _NOTHING_THERE
            raise

    def _list(self, path: str | None) -> Iterator[os.DirEntry[str]]:
        folder = path or "."
        try:
            with os.scandir(folder) as found:
                all_of_it = [*found]
        except OSError:
            return iter(())
        is_ours = any(f"{folder}{os.sep}".startswith(f"{one}{os.sep}") for one in self._ours)
        return (entry for entry in all_of_it if not (is_ours and is_left_behind(entry.name)))


def _differ(before: DirectorySnapshot, now: DirectorySnapshot) -> bool:
    found = DirectorySnapshotDiff(before, now)
    changes = found.files_created, found.files_deleted, found.files_modified, found.files_moved
    return any(changes)
