"""The faults that the matrix makes are real: Python and SQLite meet them as they would a bad disk,
and only where and when they are meant to."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from machines import Machine, compile_faults

MONTH = 31 * 24 * 3600


def open_database(disk: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(disk / "requests.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS note (words TEXT)")
    return connection


def rows_in(disk: Path) -> int:
    with sqlite3.connect(disk / "requests.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return int(connection.execute("SELECT count(*) FROM note").fetchone()[0])


def tell(work: Callable[[], object]) -> None:
    """Print what goes wrong with it, as the system or SQLite calls it."""
    try:
        work()
    except OSError as problem:
        print(errno.errorcode[problem.errno or 0])  # noqa: T201
    except sqlite3.Error as problem:
        print(problem.sqlite_errorname)  # noqa: T201
    else:
        print("done")  # noqa: T201


# What the processes do


def write_for_ever(disk: Path) -> None:
    connection = open_database(disk)
    while True:
        connection.execute("INSERT INTO note VALUES ('x')")
        print("kept", flush=True)  # noqa: T201


def try_to_write(disk: Path) -> None:
    kept, elsewhere = disk / "kept", disk.parent / "elsewhere"
    tell(lambda: kept.write_text("x"))
    tell(lambda: os.truncate(os.open(kept, os.O_RDWR), 100_000))
    tell(lambda: open_database(disk).execute("INSERT INTO note VALUES ('x')"))
    tell(lambda: elsewhere.write_text("x"))


def write_when_told(disk: Path) -> None:
    """Open everything, then write once for every file `go-…` that appears."""
    connection = open_database(disk)
    for number in range(3):
        while not (disk.parent / f"go-{number}").exists():
            time.sleep(0.001)
        tell(lambda: connection.execute("INSERT INTO note VALUES ('x')"))
        sys.stdout.flush()


def tell_the_time() -> None:
    connection = sqlite3.connect(":memory:")
    (by_sqlite,) = connection.execute("SELECT unixepoch()").fetchone()
    print(int(datetime.now(UTC).timestamp()), int(time.time()), by_sqlite)  # noqa: T201


# What comes of it


@pytest.mark.parametrize("number", [1, 2, 5])
def test_a_process_dies_at_the_sync_that_was_said(machine: Machine, number: int) -> None:
    open_database(machine.disk).close()
    writing = machine.start(write_for_ever, machine.disk, faults={"syncs_left": number})
    ended = writing.wait()
    assert ended.code == -signal.SIGKILL
    kept = ended.said.count("kept")
    assert 0 <= kept < number
    assert kept <= rows_in(machine.disk) <= kept + 1


def test_a_process_dies_at_a_sync_after_it_ran_for_a_while(machine: Machine) -> None:
    writing = machine.start(write_for_ever, machine.disk)
    while writing.said.count("kept") < 20:
        time.sleep(0.001)
    writing.suffer({"syncs_left": 3})
    ended = writing.wait()
    assert ended.code == -signal.SIGKILL
    kept = ended.said.count("kept")
    assert kept <= rows_in(machine.disk) <= kept + 1


def test_a_full_disk_takes_nothing(machine: Machine) -> None:
    open_database(machine.disk).close()
    with machine.suffering(disk_full=True):
        ended = machine.start(try_to_write, machine.disk).wait()
    assert ended.said.splitlines() == [
        "ENOSPC",
        "ENOSPC",
        "SQLITE_IOERR_SHMOPEN",  # not even its index has room
        "done",
    ]
    assert rows_in(machine.disk) == 0


def test_a_read_only_disk_takes_nothing(machine: Machine) -> None:
    open_database(machine.disk).close()
    with machine.suffering(read_only=True):
        ended = machine.start(try_to_write, machine.disk).wait()
    assert ended.said.splitlines() == [
        "EROFS",
        "EROFS",
        "SQLITE_CANTOPEN",
        "done",
    ]


@pytest.mark.parametrize(
    ("fault", "refusal"), [("disk_full", "SQLITE_FULL"), ("read_only", "SQLITE_IOERR_WRITE")]
)
def test_faults_begin_and_end_while_a_process_has_its_files_open(
    machine: Machine, fault: str, refusal: str
) -> None:
    writing = machine.start(write_when_told, machine.disk)

    def go(number: int) -> None:
        (machine.folder / f"go-{number}").touch()
        while len(writing.said.splitlines()) <= number:
            time.sleep(0.001)

    go(0)
    with machine.suffering(**{fault: True}):
        go(1)
    go(2)
    assert writing.wait().said.splitlines() == ["done", refusal, "done"]
    assert rows_in(machine.disk) == 2


def test_a_clock_is_set_back_for_python_and_for_sqlite(machine: Machine) -> None:
    with machine.suffering(clock_back=MONTH):
        told = [int(word) for word in machine.start(tell_the_time).wait().said.split()]
    assert all(-30 < one - (time.time() - MONTH) < 30 for one in told)
    now = [int(word) for word in machine.start(tell_the_time).wait().said.split()]
    assert all(abs(one - time.time()) < 30 for one in now)


def test_a_process_that_is_not_forked_learns_of_its_faults_by_its_environment(
    faults: Path, tmp_path: Path
) -> None:
    control = tmp_path / "control"
    control.write_bytes(b"".join(number.to_bytes(8, sys.byteorder) for number in (0, 0, 1, 0)))
    told = subprocess.run(
        [sys.executable, "-c", f"open({str(tmp_path / 'x')!r}, 'w')"],
        env={
            "LD_PRELOAD": str(faults),
            "FAULTS_CONTROL": str(control),
            "FAULTS_FOLDER": str(tmp_path),
        },
        capture_output=True,
        text=True,
    )
    assert "Read-only file system" in told.stderr


def test_without_a_compiler_the_tests_fail_and_say_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.fail.Exception, match="apt-get install gcc libc6-dev"):
        compile_faults(tmp_path)
