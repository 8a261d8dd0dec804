"""A preview builds again for every change of what it is made of, and for no file left behind."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest
from mkdocs.livereload import LiveReloadServer
from patience import PATIENCE, until

from mkdocs_privacy.plugin.watching import WatchedFiles

INTERVAL = 0.05
QUIET = 1.0
"""Seconds in which a build that nobody wants would have begun."""


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


class Watched:
    """A server of MkDocs with an empty build, and the folder of a site that it watches."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data, self.file = folder, folder / "privacy", folder / "mkdocs.yml"
        for path in (self.file, folder / "docs/index.md", self.data / "a.yml"):
            write(path, "as before")
        self.builds: Queue[None] = Queue()
        self.server = LiveReloadServer(
            lambda: self.builds.put(None), "127.0.0.1", 0, str(folder), polling_interval=INTERVAL
        )
        self.files = WatchedFiles()
        self.note()

    def note(self, *ours: Path) -> None:
        self.files.note(ours or [self.data], [str(self.folder / "docs"), str(self.file)])

    def serve(self) -> None:
        self.server.watch(str(self.folder / "docs"))
        self.server.watch(str(self.file))
        self.files.watch(self.server)
        self.server.watch(str(self.data))  # as MkDocs does for `config.watch`
        Thread(target=self.server.serve, daemon=True).start()
        until(self.server.serve_thread.is_alive)  # it watches since a moment before

    def builds_after(self, change: Callable[[], object]) -> None:
        change()
        self.builds.get(timeout=PATIENCE)
        with suppress(Empty):  # a busy machine sees one change in two
            while True:
                self.builds.get(timeout=QUIET)

    def is_quiet(self) -> None:
        with pytest.raises(Empty):
            self.builds.get(timeout=QUIET)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    watched = Watched(tmp_path)
    yield watched
    watched.server.shutdown(wait=True)


@pytest.mark.parametrize("name", ["privacy", "docs"])
def test_a_folder_that_was_away_is_watched_when_it_is_back(watched: Watched, name: str) -> None:
    watched.serve()
    folder, away = watched.folder / name, watched.folder / "away"
    watched.builds_after(lambda: folder.rename(away))
    watched.builds_after(lambda: away.rename(folder))
    watched.builds_after(lambda: (folder / "b.yml").write_text("b"))


@pytest.mark.parametrize("name", ["privacy/a.yml", "docs/index.md", "mkdocs.yml"])
def test_what_was_saved_during_the_first_build_is_built(watched: Watched, name: str) -> None:
    (watched.folder / name).write_text("saved meanwhile")
    watched.builds_after(watched.serve)


def test_what_was_removed_during_the_first_build_is_built(watched: Watched) -> None:
    shutil.rmtree(watched.data)
    watched.builds_after(watched.serve)
    watched.builds_after(lambda: write(watched.data / "a.yml", "b"))


def test_files_that_editors_leave_behind_start_no_build(watched: Watched) -> None:
    watched.serve()
    for name in (".a.yml.swp", "a.yml~", "#a.yml#", "templates/.#page.html"):
        write(watched.data / name, "left")
    watched.is_quiet()
    new = watched.data / ".a.yml.new"
    new.write_text("saved")
    watched.builds_after(lambda: new.replace(watched.data / "a.yml"))


def test_a_folder_that_mkdocs_yml_names_later_is_watched(watched: Watched) -> None:
    watched.serve()
    later = watched.folder / "own"
    watched.note(watched.data, later)
    watched.builds_after(lambda: write(later / "processors.yml", "{}"))
