"""Kill a process at the n-th change that it makes to the disk, as a power cut would."""

from __future__ import annotations

import os
import signal
import stat
import sys
import traceback
from collections.abc import Callable
from typing import Any, NoReturn

_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.link", "fcntl.flock"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def is_killed_at(change: int, work: Callable[[], object]) -> bool:
    """Do `work` in a process of its own; whether it was killed before it had done everything.

    Counted are the opening of a file for writing, whatever changes the names in a folder, and each
    `fsync`, before which the file loses half of what was written: it may not have reached the disk.
    """
    child = os.fork()
    if child == 0:
        _work_and_die(change, work)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


def _work_and_die(change: int, work: Callable[[], object]) -> NoReturn:
    left = change
    sync = os.fsync

    def die_when_it_is_time() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        is_written = event == "open" and arguments[2] is not None and arguments[2] & _WRITING
        if is_written or event in _CHANGES:
            die_when_it_is_time()

    def sync_half(file: int) -> None:
        written = os.fstat(file)
        if left == 1 and stat.S_ISREG(written.st_mode):
            os.ftruncate(file, written.st_size // 2)
        die_when_it_is_time()
        sync(file)

    try:
        os.fsync = sync_half
        sys.addaudithook(watch)
        work()
    except BaseException:  # whatever it is, this process must not go on with the tests
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
