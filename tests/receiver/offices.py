"""An office that receives requests: receivers and commands over one database, on one machine, and
an account of what everybody was told, to be compared with what is kept."""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from databases import Database, SqliteFile
from machines import Ended, Machine, command
from patience import PATIENCE
from people import ADDRESS, WELL, Receiver, Told, free_port, has_reason, new_requests


@dataclass
class Account:
    """What everybody was told, and what went otherwise than it should."""

    told: list[Told] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)
    """What somebody was told is closed."""
    to_forget: set[str] = field(default_factory=set)
    """What may be gone, since somebody purged it, whether or not that worked."""
    forgotten: set[str] = field(default_factory=set)
    """What must be gone."""
    complaints: list[str] = field(default_factory=list)

    @property
    def accepted(self) -> list[str]:
        """The references that must be kept, in the order in which they were accepted."""
        return [
            told.reference
            for told in self.told
            if told.is_accepted and told.reference not in self.to_forget
        ]


@dataclass
class Office:
    """The programs over one database."""

    machine: Machine
    database: Database
    site: Path
    account: Account = field(default_factory=Account)
    in_hardship: bool = False
    """Whether the machine has a fault: a command may then refuse, in words."""

    def complain(self, words: str) -> None:
        """Note what went otherwise than it should."""
        self.account.complaints.append(words)

    # Receivers

    def open_receiver(self, syncs_left: int = 0) -> Receiver:
        """Begin one; it may have ended already, or never listen."""
        port = free_port()
        typed = ["receive", "--config-file", str(self.site), "--database", self.database.option]
        typed += ["--port", str(port), "--address", ADDRESS, "--requests-per-minute", "1000000"]
        program = self.machine.start(command, *typed, faults={"syncs_left": syncs_left})
        return Receiver(program, port)

    def receiver(self) -> Receiver:
        """One that listens."""
        receiver = self.open_receiver()
        if not receiver.is_listening():
            raise CannotBegin(receiver.program.wait())
        return receiver

    def post(
        self, receiver: Receiver, number: int = 5, statuses: Collection[int | None] = WELL
    ) -> None:
        """Post so many requests; every answer must have one of these statuses."""
        self._note(list(receiver.post(new_requests(number))), statuses)

    @contextmanager
    def posting(
        self, receiver: Receiver, statuses: Collection[int | None], visitors: int = 3
    ) -> Iterator[None]:
        """Several people post meanwhile, each again and again; begins when some were answered."""
        told: list[Told] = []

        def visit() -> None:
            for each in receiver.post(new_requests(10)):
                told.append(each)  # noqa: PERF402, seen at once by who waits below

        with ThreadPoolExecutor(visitors) as posting:
            for _ in range(visitors):
                posting.submit(visit)
            while len(told) < 2 * visitors and receiver.program.is_running:
                time.sleep(0.001)
            yield
        self._note(told, statuses)

    def post_until_it_ends(self, receiver: Receiver, most: int = 40) -> None:
        """Post one after the other until the receiver dies, or `most` are answered."""
        told = []
        for each in receiver.post(new_requests(most)):
            told.append(each)
            if each.status is None:
                break
        self._note(told, {*WELL, None})

    def post_until_accepted(self, receiver: Receiver, seconds: float = PATIENCE) -> None:
        """Post one request again and again, as people do who were asked to come back later."""
        requests = new_requests(1)
        end = time.monotonic() + seconds
        while True:
            (told,) = receiver.post(requests)
            self.account.told.append(told)
            if told.is_accepted:
                return
            if time.monotonic() > end:
                self.complain(f"{seconds} s after the fault it still answers {told.shown}")
                return
            time.sleep(0.02)

    def _note(self, told: Sequence[Told], statuses: Collection[int | None]) -> None:
        self.account.told += told
        for each in told:
            if each.status not in statuses:
                self.complain(f"a post was answered {each.shown}")
            elif each.status and not each.is_accepted and not each.has_reason:
                self.complain(f"a post was refused without a reason: {each.shown}")

    # Commands

    def run(self, *typed: str, syncs_left: int = 0) -> Ended:
        """`mkdocs-privacy requests …` over the database; it must do its work or say why not."""
        program = self.machine.start(
            command,
            *("requests", *typed, "--database", self.database.option),
            faults={"syncs_left": syncs_left},
        )
        ended = program.wait()
        may_fail = {-signal.SIGKILL} if syncs_left else {1} if self.in_hardship else set()
        if ended.code not in {0, *may_fail}:
            self.complain(f"`requests {typed[0]}` ended with {ended.code}: {ended.said.strip()}")
        self.check_words(f"`requests {typed[0]}`", ended)
        return ended

    def check_words(self, name: str, ended: Ended) -> None:
        """Whoever refuses must say why, in words."""
        if "Traceback" in ended.said:
            last = ended.said.strip().rpartition("\n")[2]
            self.complain(f"{name} ended with a traceback: {last}")
        elif "in the receiver itself" in ended.said:
            self.complain(f"{name} made a mistake of its own:\n{ended.said}")
        elif ended.code == 1 and not has_reason(ended.said):
            self.complain(f"{name} refuses without a reason: {ended.said!r}")

    def look_at_list(self) -> None:
        """What was accepted must be in the list of all requests."""
        listed = self.run("list", "--all", "--format", "json").said
        missing = [reference for reference in self.account.accepted if reference not in listed]
        if missing and not self.in_hardship:
            self.complain(f"`requests list` lacks {len(missing)} that were accepted")

    def look_at_closed(self) -> None:
        """What was closed must stay closed."""
        listed = self.run("list", "--closed", "--format", "json").said
        closed = self.account.closed - self.account.to_forget
        if missing := sum(reference not in listed for reference in closed):
            self.complain(f"`requests list --closed` lacks {missing} that were closed")

    def first_accepted(self) -> str:
        """The reference of a request that is kept."""
        return self.account.accepted[0]

    def path(self, name: str) -> Path:
        """A file on the disk of the machine."""
        return self.machine.disk / name

    # Hardship

    @contextmanager
    def suffering(self, faults: Mapping[str, int]) -> Iterator[None]:
        """The machine has these faults meanwhile."""
        self.in_hardship = bool(faults)
        with self.machine.suffering(**faults):
            yield
        self.in_hardship = False

    def report(self, others: Collection[str] = ()) -> str | None:
        """What is wrong by now, in full; nothing where all is well. `others` must be kept too."""
        kept = self.database.look()
        accepted = [*others, *self.account.accepted]
        lost = [reference for reference in accepted if reference not in kept.references]
        complaints = [
            *self.account.complaints,
            *(f"{one} was purged and is there" for one in self.account.forgotten & kept.references),
        ]
        if not (lost or kept.problem or complaints):
            return None
        told = [each.status for each in self.account.told]
        statuses = ", ".join(
            f"{told.count(one)} x {one or 'no answer'}" for one in dict.fromkeys(told)
        )
        return "\n  ".join(
            (
                f"{len(lost)} of {len(accepted)} accepted requests are lost",
                f"posts: {statuses}",
                f"kept: {len(kept.references)} requests; integrity: {kept.problem or 'ok'}",
                *(f"lost: {reference}" for reference in lost),
                *(f"{times} x {words}" for words, times in Counter(complaints).items()),
            )
        )


class CannotBegin(Exception):
    """A receiver that ended before it listened."""

    def __init__(self, ended: Ended) -> None:
        super().__init__(f"the receiver does not begin ({ended.code}): {ended.said}")


def judge(office: Office, moment: str, others: Collection[str] = ()) -> None:
    """Everything that was accepted is kept, the database is sound, and nobody was left without
    words; `others` must be there too."""
    if report := office.report(others):
        pytest.fail(f"{moment}: {report}", pytrace=False)


def check_copy(office: Office, path: Path, due: Collection[str], *, name: str) -> None:
    """A backup must be sound and hold what was accepted before it was begun."""
    if not path.exists():
        office.complain(f"{name} made no file")
        return
    kept = SqliteFile(path).look()
    if kept.problem:
        office.complain(f"the file of {name} is damaged: {kept.problem}")
    elif missing := set(due) - kept.references:
        office.complain(f"the file of {name} lacks {len(missing)} that were accepted before it")
