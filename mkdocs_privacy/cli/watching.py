"""Something is done again whenever files change, until somebody presses Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from mkdocs_privacy.disk import is_left_behind

_CHANGES = {EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED}
_PAUSE = 0.2
"""Seconds in which an editor writes what belongs together."""


class _Changes(FileSystemEventHandler):
    """Notes that a file changed; to open one for reading is no change."""

    def __init__(self) -> None:
        self.happened = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _CHANGES or event.is_directory:
            return
        names = (Path(str(path)).name for path in (event.src_path, event.dest_path) if path)
        if any(not is_left_behind(name) for name in names):
            self.happened.set()


def do_whenever_files_change(act: Callable[[], None], folder: Path, file: Path) -> None:
    """Act now, and after every change below a folder or beside `file`, until Ctrl-C."""
    changes = _Changes()
    observer = Observer()
    observer.schedule(changes, str(file.absolute().parent), recursive=False)
    if folder.is_dir():
        observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    try:
        while True:
            changes.happened.clear()
            act()
            changes.happened.wait()
            while changes.happened.is_set():  # wait until it is quiet
                changes.happened.clear()
                changes.happened.wait(_PAUSE)
    except KeyboardInterrupt:
        return
    finally:
        observer.stop()
        observer.join()
