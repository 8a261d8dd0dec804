"""Machines on which things go wrong: real programs on a disk of their own, each a process that can
be killed, with faults (`faults.c`) that can be switched on and off while it runs.

A server that has imported the program already (`multiprocessing`, `forkserver`) forks every
process: one begins in a few milliseconds, and shares no thread, lock or open file with another.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import forkserver, get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import pytest
from patience import PATIENCE

from mkdocs_privacy.cli import main

SITE = "MACHINES_SITE"
"""The name under which the environment has the site: its mkdocs.yml."""
HERE = Path(__file__).parent
_NUMBERS = ("syncs_left", "disk_full", "read_only", "clock_back")
"""What the control file holds, as `struct faults` has it."""
_FORK = get_context("forkserver")


def compile_faults(folder: Path) -> Path:
    """The library that makes faults; fails where it cannot be made."""
    library = folder / "faults.so"
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.fail(
            "These tests make the disk of a process fail, and need Linux and a C compiler: install "
            "one that is called `cc` (on Debian and Ubuntu: apt-get install gcc libc6-dev)"
        )
    options = ["-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-o", str(library)]
    made = subprocess.run(
        [compiler, *options, str(HERE / "faults.c"), "-ldl"], capture_output=True, text=True
    )
    if made.returncode:
        pytest.fail(f"`cc` cannot make {library}; is libc6-dev installed?\n{made.stderr}")
    return library


def fork_with(library: Path, site: Path) -> None:
    """Start what forks the processes, once; `site` is the mkdocs.yml that most of them read."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("LD_PRELOAD", str(library))
        environment.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        environment.setenv(SITE, str(site))
        _FORK.set_forkserver_preload([__name__, "warm"])
        forkserver.ensure_running()


@dataclass(frozen=True)
class Ended:
    """A program that has ended."""

    code: int
    """Negative where a signal ended it."""
    said: str


class Program:
    """A process on a machine."""

    def __init__(
        self, place: Path, work: Callable[..., object], arguments: tuple[Any, ...], entry: _Entry
    ) -> None:
        place.mkdir()
        self._said = place / "said"
        control = place / "faults"
        control.write_bytes(bytes(8 * len(_NUMBERS)))
        with control.open("r+b") as opened:
            self._control = mmap.mmap(opened.fileno(), 0)
        self.suffer(entry.faults)
        self._process: ForkServerProcess = _FORK.Process(
            target=_begin,
            args=(work, arguments, self._said, control, entry.disk, dict(entry.environment)),
            daemon=True,
        )
        self._process.start()

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self._process.pid
        return self._process.pid

    @property
    def said(self) -> str:
        """All that it wrote to standard output and standard error."""
        return self._said.read_text("utf-8") if self._said.exists() else ""

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._process.is_alive()

    def suffer(self, faults: Mapping[str, int]) -> None:
        """Have these faults from now on, by their names in `struct faults`; 0 is none."""
        for name, number in faults.items():
            struct.pack_into("@q", self._control, 8 * _NUMBERS.index(name), number)

    def wait(self, seconds: float = PATIENCE) -> Ended:
        """Wait until it has ended."""
        self._process.join(seconds)
        code = self._process.exitcode
        assert code is not None, f"it did not end within {seconds} s, and said:\n{self.said}"
        return Ended(code, self.said)

    def end(self, blow: signal.Signals = signal.SIGTERM) -> Ended:
        """End it by a signal."""
        self.strike(blow)
        return self.wait()

    def strike(self, blow: signal.Signals) -> None:
        """Send it a signal, unless it has ended."""
        with suppress(ProcessLookupError):  # it may be ending by itself
            if self.is_running:
                os.kill(self.pid, blow)


@dataclass(frozen=True)
class _Entry:
    """Where a program begins, and how the machine is then."""

    disk: Path
    environment: Mapping[str, str]
    faults: Mapping[str, int]


@dataclass
class Machine:
    """A disk and the programs that work on it."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    """What every program finds in its environment."""
    _programs: list[Program] = field(default_factory=list)
    _faults: dict[str, int] = field(default_factory=dict)

    @property
    def disk(self) -> Path:
        """The folder whose files have faults."""
        return self.folder / "disk"

    def __post_init__(self) -> None:
        """Make the folders."""
        self.disk.mkdir(parents=True)

    def start(
        self,
        work: Callable[..., object],
        *arguments: Any,
        faults: Mapping[str, int] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> Program:
        """Begin a program: `work` of an importable module, with `arguments`."""
        entry = _Entry(
            self.disk.resolve(),
            {**self.environment, **(environment or {})},
            {**self._faults, **(faults or {})},
        )
        place = self.folder / f"program-{len(self._programs) + 1}"
        program = Program(place, work, arguments, entry)
        self._programs.append(program)
        return program

    @contextmanager
    def suffering(self, **faults: int) -> Iterator[None]:
        """All programs have these faults meanwhile, also those that begin now."""
        self._faults |= faults
        for program in self._programs:
            program.suffer(faults)
        try:
            yield
        finally:
            for name in faults:
                del self._faults[name]
            for program in self._programs:
                program.suffer(dict.fromkeys(faults, 0))

    def shut_down(self) -> None:
        """Kill whatever still runs."""
        for program in self._programs:
            program.strike(signal.SIGKILL)


def command(*typed: str) -> None:
    """`mkdocs-privacy`, as typed."""
    main(args=typed, prog_name="mkdocs-privacy")


def _begin(
    work: Callable[..., object],
    arguments: tuple[Any, ...],
    said: Path,
    control: Path,
    disk: Path,
    environment: Mapping[str, str],
) -> None:
    """What a forked process does."""
    os.setsid()
    os.chdir(Path(os.environ[SITE]).parent)  # `multiprocessing` goes where the tests are
    with said.open("wb") as opened:
        os.dup2(opened.fileno(), 1)
        os.dup2(opened.fileno(), 2)
    for name in [name for name in os.environ if name.startswith("PRIVACY_")]:
        del os.environ[name]
    os.environ.update(environment)
    ctypes.CDLL(None).faults_obey(os.fsencode(control), os.fsencode(disk))
    work(*arguments)
