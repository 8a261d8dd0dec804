"""The one thread that owns the database: what arrives together is committed together (group
commit)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import groupby
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from sqlalchemy.exc import IntegrityError, OperationalError

from mkdocs_privacy.requests.store import Location, Store

Result = TypeVar("Result")
_MOST_TOGETHER = 500


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[Store], Any]
    future: Future[Any]
    is_alone: bool


class Writer:
    """Does everything that is done with one store, in a thread of its own, from `start` until
    `stop`; nothing else in the process touches the database.

    A disk is asked to keep something once for all that waits, not once for each: that is what
    makes hundreds of requests a second possible. A future is done when the disk has it.
    """

    def __init__(self, location: Location) -> None:
        self._store = Store.open(location, create=True)
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="writer", daemon=True)

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """Write what still waits, and shut the store."""
        self._jobs.put(None)
        self._thread.join()
        self._store.shut()

    def write(self, work: Callable[[Store], Result]) -> Future[Result]:
        """Have something done, all or nothing of it, in a transaction with whatever waits too.

        The future raises what `work` raises, SQLAlchemy's errors where nothing was stored, and
        OutcomeUnknown. `work` may be called twice, where it was rolled back in between.
        """
        return self._put(work, is_alone=False)

    def write_alone(self, work: Callable[[Store], Result]) -> Future[Result]:
        """Have something done that makes its own transactions."""
        return self._put(work, is_alone=True)

    def _put(self, work: Callable[[Store], Result], *, is_alone: bool) -> Future[Result]:
        future: Future[Result] = Future()
        self._jobs.put(_Job(work, future, is_alone))
        return future

    def _run(self) -> None:
        while job := self._jobs.get():
            group = [job]
            is_last = self._gather(group)
            for is_alone, jobs in groupby(group, lambda job: job.is_alone):
                if is_alone:
                    for job in jobs:
                        self._do_alone(job)
                else:
                    self._do_together(list(jobs))
            if is_last:
                return

    def _gather(self, group: list[_Job]) -> bool:
        """Add what waits to a group; whether nothing comes after it."""
        while len(group) < _MOST_TOGETHER:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return False
            if job is None:
                return True
            group.append(job)
        return False

    def _do_together(self, jobs: list[_Job]) -> None:
        jobs = [job for job in jobs if job.future.set_running_or_notify_cancel()]
        outcomes: list[tuple[Future[Any], Any, Exception | None]] = []
        try:
            with self._store.transaction():
                outcomes.extend((job.future, *self._outcome(job)) for job in jobs)
        except Exception as error:  # whatever it is, whoever waits must be told
            outcomes = [(job.future, None, error) for job in jobs]
        for future, result, problem in outcomes:
            if problem:
                future.set_exception(problem)
            else:
                future.set_result(result)

    def _outcome(self, job: _Job) -> tuple[Any, Exception | None]:
        """What one of a group comes to; what is wrong with the disk is wrong for all of them."""
        try:
            return self._attempt(job), None
        except OperationalError:
            raise
        except Exception as error:  # the others of the group must not suffer
            return None, error

    def _attempt(self, job: _Job) -> Any:
        try:
            with self._store.transaction():
                return job.work(self._store)
        except IntegrityError:  # another receiver stored the same at this moment: look again
            with self._store.transaction():
                return job.work(self._store)

    def _do_alone(self, job: _Job) -> None:
        if job.future.set_running_or_notify_cancel():
            try:
                job.future.set_result(job.work(self._store))
            except Exception as error:  # whoever waits must be told
                job.future.set_exception(error)
