"""Whoever was told that a request is kept, finds it kept: whatever runs beside the receiver, and
however the receiver ends or its machine fails.

Every receiver and every command here is a process, over a database that is looked at from outside.
A cell of the matrix is an engine, what runs beside, and a fault; mail is on in every other cell, so
that each of these meets both. Posts come before the fault, during it and after it.
"""

from __future__ import annotations

import signal
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle

import pytest
from _pytest.mark import ParameterSet
from databases import ENGINES, Engine, SqliteFile, copy_files, vacuum_into
from offices import Office, check_copy, judge
from old_database import OLD_REFERENCES, write_old_database
from people import WELL, Receiver
from postgresql import Postgresql

MONTH = 31 * 24 * 3600


# What goes wrong


@dataclass(frozen=True)
class Fault:
    """How a machine fails for a while, and how the receiver ends."""

    name: str
    machine: Mapping[str, int] = field(default_factory=dict)
    """What all programs suffer while the step is taken."""
    statuses: frozenset[int] = WELL
    """What posts may be answered meanwhile."""
    blow: signal.Signals = signal.SIGTERM
    """What ends the receiver."""
    syncs_left: int = 0
    """The receiver dies at this sync: of a post, or where `at_the_end`, of its own end."""
    at_the_end: bool = False
    of_command: int = 0
    """The command dies at this sync, and the receiver lives."""
    server: str | None = None
    """What happens to PostgreSQL itself."""

    @property
    def is_an_end(self) -> bool:
        """Whether nothing goes wrong before the receiver ends."""
        return not (self.machine or self.of_command or self.server)

    def __str__(self) -> str:
        return self.name


NOT_NOW = frozenset({503})
IN_DOUBT = frozenset({500})
"""What is answered where the server went away while it committed: it may be stored, or not."""
BLOWS = (Fault("SIGTERM"), Fault("kill", blow=signal.SIGKILL))
OF_A_FILE = (
    *BLOWS,
    *(Fault(f"kill-at-sync-{number}", syncs_left=number) for number in (1, 2, 4)),
    *(Fault(f"kill-at-last-sync-{n}", syncs_left=n, at_the_end=True) for n in (1, 2)),
    *(Fault(f"command-killed-at-sync-{number}", of_command=number) for number in (1, 3)),
    Fault("disk-full", {"disk_full": 1}, NOT_NOW),
    Fault("read-only", {"read_only": 1}, NOT_NOW),
    Fault("clock-back", {"clock_back": MONTH}),
)
OF_A_SERVER = (
    *BLOWS,
    Fault("server-restarted", server="restarted", statuses=WELL | NOT_NOW),
    Fault("server-gone", server="gone", statuses=NOT_NOW),
)


# What runs beside


@dataclass(frozen=True)
class Step:
    """Something that is done while a receiver runs."""

    name: str
    work: Callable[[Office, Receiver, Fault], None]
    does_write: bool = False
    """Whether its command syncs anything that it could be killed at."""
    leaves_nothing: bool = False
    """Whether it only reads, and is over when the receiver ends."""

    def __str__(self) -> str:
        return self.name


def look_at_list(office: Office, receiver: Receiver, fault: Fault) -> None:
    office.look_at_list()


def show(office: Office, receiver: Receiver, fault: Fault) -> None:
    office.run("show", office.first_accepted())


def close(office: Office, receiver: Receiver, fault: Fault) -> None:
    reference = office.first_accepted()
    ended = office.run("close", reference, "--outcome", "granted", syncs_left=fault.of_command)
    if ended.code == 0:
        office.account.closed.add(reference)


def purge(office: Office, receiver: Receiver, fault: Fault) -> None:
    reference = office.account.accepted[1]
    is_closed = office.run("close", reference, "--outcome", "granted").code == 0
    office.account.to_forget.add(reference)  # and the one that was closed before, if any
    office.account.to_forget |= office.account.closed
    ended = office.run("purge", "--keep-closed", "P0D", syncs_left=fault.of_command)
    if is_closed and ended.code == 0:
        office.account.forgotten.add(reference)


def export(office: Office, receiver: Receiver, fault: Fault) -> None:
    office.run("export")


def count(office: Office, receiver: Receiver, fault: Fault) -> None:
    office.run("counts")


def do_all(office: Office, receiver: Receiver, fault: Fault) -> None:
    """An officer's morning, while people post."""
    for work in (look_at_list, close, purge, look_at_list):
        work(office, receiver, fault)
        office.post(receiver, 3, fault.statuses)


def back_up(office: Office, receiver: Receiver, fault: Fault) -> None:
    target, due = office.path("backup.db"), office.account.accepted
    ended = office.run("backup", str(target), syncs_left=fault.of_command)
    if ended.code == 0 or (ended.code < 0 and target.exists()):  # killed: the name is given last
        check_copy(office, target, due, name="`requests backup`")
        if target.exists() and (mode := stat.S_IMODE(target.stat().st_mode)) != 0o600:
            office.complain(f"others may read the backup: its mode is {mode:o}")
    elif ended.code > 0 and target.exists():
        office.complain("a backup that failed left a file behind")


def vacuum(office: Office, receiver: Receiver, fault: Fault) -> None:
    assert isinstance(office.database, SqliteFile)
    target, due = office.path("vacuumed.db"), office.account.accepted
    ended = office.machine.start(vacuum_into, office.database.path, target).wait()
    if ended.code == 0:
        check_copy(office, target, due, name="VACUUM INTO")
    elif not office.in_hardship:
        office.complain(f"VACUUM INTO failed: {ended.said}")


def copy(office: Office, receiver: Receiver, fault: Fault) -> None:
    """The copy may be worth nothing, but taking it must do no harm."""
    assert isinstance(office.database, SqliteFile)
    office.machine.start(copy_files, office.database.path, office.path("copied.db")).wait()


def begin_a_second_receiver_that_is_refused(
    office: Office, receiver: Receiver, fault: Fault
) -> None:
    second = office.open_receiver()
    if second.is_listening():
        office.complain("a second receiver was not refused")
        office.post(second, statuses=fault.statuses)
        second.program.end()
        return
    ended = second.program.wait()
    office.check_words("a second receiver", ended)
    if ended.code != 1 or office.database.option not in ended.said:
        office.complain(f"a second receiver is not refused in words ({ended.code}): {ended.said}")


def work_with_a_second_receiver_that_is_killed(
    office: Office, receiver: Receiver, fault: Fault
) -> None:
    second = office.open_receiver()
    if second.is_listening():
        office.post(second, statuses=fault.statuses)
        with office.posting(second, {*fault.statuses, None}):
            second.program.strike(signal.SIGKILL)
        return
    ended = second.program.wait()
    office.check_words("a second receiver", ended)
    if not office.in_hardship:
        office.complain(f"a second receiver does not begin ({ended.code}): {ended.said}")


COMMANDS = (
    Step("list", look_at_list, leaves_nothing=True),
    Step("show", show, leaves_nothing=True),
    Step("close", close, does_write=True),
    Step("purge", purge, does_write=True),
    Step("export", export, leaves_nothing=True),
    Step("counts", count, leaves_nothing=True),
    Step("morning", do_all),
)
BESIDE_A_FILE = (
    *COMMANDS,
    Step("backup", back_up, does_write=True),
    Step("vacuum-into", vacuum, leaves_nothing=True),
    Step("copy", copy, leaves_nothing=True),
    Step("second-receiver", begin_a_second_receiver_that_is_refused),
)
BESIDE_A_SERVER = (
    *COMMANDS,
    Step("second-receiver", work_with_a_second_receiver_that_is_killed),
)


# The matrix


CAN_HAPPEN: Mapping[Engine, tuple[Sequence[Step], Sequence[Fault]]] = {
    Engine.SQLITE: (BESIDE_A_FILE, OF_A_FILE),
    Engine.POSTGRESQL: (BESIDE_A_SERVER, OF_A_SERVER),
}
MAIL = (pytest.param(True, id="mail"), pytest.param(False, id="no-mail"))


def faults_of(step: Step, steps: Sequence[Step], faults: Sequence[Fault]) -> Iterator[Fault]:
    """All that can happen to a step. Where it leaves nothing behind, all ends of the receiver are
    one to it: between them such steps meet each, and each of them meets one or two."""
    ends = [fault for fault in faults if fault.is_an_end]
    alike = [other for other in steps if other.leaves_nothing]
    for fault in faults:
        if fault.of_command and not step.does_write:
            continue
        if step.leaves_nothing and fault.is_an_end:
            number = alike.index(step)
            places = {number % len(ends), (number + len(alike)) % len(ends)}
            if ends.index(fault) not in places:
                continue
        yield fault


def cells() -> Iterator[ParameterSet]:
    for engine in ENGINES:
        steps, faults = CAN_HAPPEN[engine]
        for row, step in enumerate(steps):
            for fault in faults_of(step, steps, faults):
                mail = MAIL[(row + faults.index(fault)) % len(MAIL)]
                yield pytest.param(
                    engine, step, fault, *mail.values, id=f"{engine}-{step}-{fault}-{mail.id}"
                )


@contextmanager
def hardship(
    office: Office, receiver: Receiver, fault: Fault, request: pytest.FixtureRequest
) -> Iterator[None]:
    """The time in which the machine fails, or PostgreSQL is away."""
    if fault.server is None:
        with office.suffering(fault.machine):
            yield
        return
    server: Postgresql = request.getfixturevalue("postgresql")
    try:
        with office.posting(receiver, WELL | NOT_NOW | IN_DOUBT):
            server.stop()
            if fault.server == "restarted":
                server.start()
        office.in_hardship = fault.server == "gone"
        yield
    finally:
        server.start()
    office.in_hardship = False


def end(office: Office, receiver: Receiver, fault: Fault) -> None:
    """End the receiver in the way of the fault."""
    if fault.at_the_end:
        receiver.program.suffer({"syncs_left": fault.syncs_left})
        receiver.program.end()
    elif fault.syncs_left:
        receiver.program.suffer({"syncs_left": fault.syncs_left})
        office.post_until_it_ends(receiver)
        if (ended := receiver.program.end()).code != -signal.SIGKILL:
            office.complain(f"it did not die at a sync: no post reached the disk? {ended}")
    else:
        with office.posting(receiver, {*WELL, None}):
            receiver.program.strike(fault.blow)
        office.check_words("the receiver", receiver.program.wait())


@pytest.mark.parametrize(("engine", "step", "fault", "is_mailing"), list(cells()))
def test_nothing_that_was_accepted_is_lost(
    office: Office,
    engine: Engine,
    step: Step,
    fault: Fault,
    is_mailing: bool,
    request: pytest.FixtureRequest,
) -> None:
    receiver = office.receiver()
    office.post(receiver)
    with hardship(office, receiver, fault, request):
        step.work(office, receiver, fault)
        office.post(receiver, statuses=fault.statuses)
    office.post_until_accepted(receiver)
    office.post(receiver)
    end(office, receiver, fault)
    judge(office, "when the receiver had ended")

    again = office.receiver()
    office.post(again)
    office.look_at_list()
    office.look_at_closed()
    office.check_words("the receiver that was started again", again.program.end())
    judge(office, "when it had run again")


# An upgrade: the file was written by the first version of the tables


OF_AN_UPGRADE = [fault for fault in OF_A_FILE if not fault.of_command]


@pytest.mark.parametrize(
    ("fault", "is_mailing"),
    [
        pytest.param(fault, *mail.values, id=f"{fault}-{mail.id}")
        for fault, mail in zip(OF_AN_UPGRADE, cycle(MAIL), strict=False)
    ],
)
def test_an_old_file_is_brought_up_to_date_or_left_as_it_was(
    office: Office, fault: Fault, is_mailing: bool
) -> None:
    """The fault is there when the receiver begins, since that is when the tables change."""
    assert isinstance(office.database, SqliteFile)
    write_old_database(office.database.path)
    dies_at = 0 if fault.at_the_end else fault.syncs_left
    with office.suffering(fault.machine):
        first = office.open_receiver(syncs_left=dies_at)
        if not first.is_listening():
            ended = first.program.wait()
            office.check_words("the receiver", ended)
            may_be = {-signal.SIGKILL} if dies_at else {1} if office.in_hardship else set()
            if ended.code not in may_be:
                office.complain(f"the receiver ended with {ended.code}: {ended.said}")
    judge(office, "when it had begun", OLD_REFERENCES)
    if first.program.is_running:
        office.post(first)
        end(office, first, fault)
        judge(office, "when it had ended", OLD_REFERENCES)

    again = office.receiver()
    office.post(again)
    office.look_at_list()
    again.program.end()
    judge(office, "when it had run again", OLD_REFERENCES)
