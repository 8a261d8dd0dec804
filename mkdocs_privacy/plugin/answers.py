"""The server of a preview makes what was put off before it answers with it, see `demand.py`."""

from __future__ import annotations

import logging
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from threading import Condition, Lock, get_ident
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import get_plugin_logger

from mkdocs_privacy.plugin.demand import EVERYTHING, Demand, read_mark

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("privacy-center")

_POLLS = re.compile(r"/livereload/[0-9]+/[0-9]+")
"""Where browsers wait, up to a minute, for the next build; MkDocs serves files below others."""
_TIMES = 3
"""How often it is made for one request: another build may put it off again meanwhile."""
_PUT_OFF = (
    "Only the pages that were looked at last are made after a change: each other page is made when "
    "somebody opens it"
)
_FAILED = (
    b"<!doctype html>\n<title>No page</title>\n"
    b"<p>This page could not be made: the terminal says why. "
    b"It loads again once that is mended.</p>"
)


def answer_on_demand(
    server: LiveReloadServer, demand: Demand, builder: Callable[..., None]
) -> Callable[[], None]:
    """Have a preview make what was put off when somebody asks for it; return what ends that."""
    answers = _Answers(server, demand, builder)
    server.builder = answers.rebuild
    server.set_app(answers)
    demand.is_served = True
    return answers.stop


class _Answers:
    """The preview, which builds once more where a file holds a mark.

    The file decides, whatever is believed of the last build, so no mark is ever seen.
    """

    def __init__(
        self, server: LiveReloadServer, demand: Demand, builder: Callable[..., None]
    ) -> None:
        self.server = server
        self.files: WSGIApplication = server.get_app()  # type: ignore[assignment]
        self.mount_path, self.demand, self.builder = server.mount_path, demand, builder
        self.site, self.building = _ReadersWriterLock(), Lock()
        self.has_failed = self.has_told = self.is_stopping = False
        self.lines = [_Once() for _ in logging.getLogger("mkdocs").handlers]
        for handler, once in zip(logging.getLogger("mkdocs").handlers, self.lines, strict=True):
            handler.addFilter(once)

    def rebuild(self, *arguments: Any) -> None:
        """Build because a file was changed: MkDocs lets nobody read the site meanwhile."""
        with self.building:
            self.demand.forget_everything()
            for once in self.lines:
                once.forget()
            try:
                self.builder(*arguments)
            except KeyboardInterrupt:
                self.is_stopping = True  # who waits to build would build into what is removed
                raise
            self.has_failed = False
            if self.demand.left and not self.has_told:
                log.info(_PUT_OFF)
                self.has_told = True

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = str(environ["PATH_INFO"])
        if _POLLS.fullmatch(path):
            return self.files(environ, start_response)
        for _ in range(_TIMES):
            head = _Head()
            with self.site.read():
                body = self.files(environ, head)
                is_lost = self.has_failed  # with the page that failed, the others went
                place = _place(path, self.mount_path) if is_lost else read_mark(_start_of(body))
            if place is None:
                self.demand.ask(_place(path, self.mount_path))
                start_response(*head.said)
                return body
            if hasattr(body, "close"):
                body.close()
            if not self.make(place):
                break
        status = HTTPStatus.SERVICE_UNAVAILABLE
        # a browser loads it again after the next build: often a file was half saved
        body = self.server._inject_js_into_html(_FAILED, self.server._visible_epoch)
        headers = [("Content-Type", "text/html"), ("Content-Length", str(len(body)))]
        start_response(f"{status.value} {status.phrase}", headers)
        return [body]

    def make(self, place: str) -> bool:
        """Build once more for what was put off, unless another request had it made meanwhile.

        Returned is whether there is a site after that.
        """
        with self.site.write(), self.building:
            if self.is_stopping:
                return False
            if place not in self.demand.left and not self.has_failed:
                return True
            self.demand.ask(place)
            log.info(f"Making {'all pages' if place == EVERYTHING else place}")
            self.has_failed = not self._is_built()
            if self.has_failed:
                self.demand.forget(place)  # the others may be as they should
                log.error(f"{place} could not be made")
        return not self.has_failed

    def _is_built(self) -> bool:
        for once in self.lines:
            once.thread = get_ident()
        try:
            self.builder()
        except SystemExit:  # what stops a build on purpose has said why
            return False
        except Exception:  # as in MkDocs' own loop, which goes on as well
            log.exception("This is a fault of a template, of a plugin, or ours")
            return False
        finally:
            for once in self.lines:
                once.thread = None
        return True

    def stop(self) -> None:
        """Wait for the build that goes on, and build no more: MkDocs removes the site now."""
        self.is_stopping = True
        with self.building:
            pass


class _Head:
    """Status and headers of an answer that may not be given after all (PEP 3333)."""

    said: tuple[Any, ...] = ()

    def __call__(self, *said: Any) -> Any:
        self.said = said


class _Once(logging.Filter):
    """What a build says that is made for a request, and was said since a file was changed."""

    def __init__(self) -> None:
        super().__init__()
        self.thread: int | None = None
        """The one that builds for a request; others say what they have to say."""
        self._said: set[tuple[int, str]] = set()

    def forget(self) -> None:
        """Let everything be said again."""
        self._said.clear()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line is said."""
        line = record.levelno, record.getMessage()
        is_new = line not in self._said
        self._said.add(line)
        return is_new or record.thread != self.thread


class _ReadersWriterLock:
    """Many may read, or one may write; who wants to write is next."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._readers = 0
        self._has_writer = False

    @contextmanager
    def read(self) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._has_writer)
            self._readers += 1
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    @contextmanager
    def write(self) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._has_writer)
            self._has_writer = True
            self._changed.wait_for(lambda: not self._readers)
        try:
            yield
        finally:
            with self._changed:
                self._has_writer = False
                self._changed.notify_all()


def _start_of(body: Iterable[bytes]) -> bytes:
    """The first bytes of a file that is about to be sent, as MkDocs opened it."""
    file = getattr(body, "filelike", None)
    if file is None:
        return b""
    start: bytes = file.read(_LONGEST)
    file.seek(0)
    return start


_LONGEST = 4096


def _place(path: str, mount_path: str) -> str:
    """Where a page stands in the site, by its address."""
    below = path.encode("latin-1").decode("utf-8", "replace").removeprefix(mount_path)
    return posixpath.normpath(f"{below}index.html" if path.endswith("/") else below)
