"""One build of a site in a process of its own: how long it takes, and how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from mkdocs_privacy.kept_work import FOLDER


@dataclass(frozen=True, slots=True)
class Build:
    """What a build took: seconds on the clock, seconds of the processor, bytes at the peak."""

    wall: float
    cpu: float
    peak: int


def build(config: Path, site: Path, kept: Path | None = None) -> Build:
    """Run `mkdocs build`, quietly; what builds keep is in `kept`. A build that fails stops the
    measurement."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return measured([*command, "--config-file", str(config), "--site-dir", str(site)], kept)


def first_build(config: Path, site: Path, kept: Path) -> Build:
    """A build that finds nothing kept: no redline, no compiled template."""
    if kept.exists():
        _put_away(kept)
    kept.mkdir(parents=True)
    return build(config, site, kept)


def build_with_templates(config: Path, site: Path, kept: Path) -> Build:
    """A build that finds its templates compiled, by one before it, and nothing else."""
    for folder in [*kept.rglob(FOLDER)]:
        _put_away(folder)
    return build(config, site, kept)


def _put_away(folder: Path) -> None:
    """Move a folder where no build looks.

    Where it is deleted, ext4 passes over its inodes for seconds, at the cost of who writes next.
    """
    folder.rename(f"{folder}-{time.monotonic_ns()}")


def command(*arguments: str) -> Build:
    """Run `mkdocs-privacy`; an error stops the measurement."""
    return measured(
        [str(Path(sys.executable).with_name("mkdocs-privacy")), *arguments], is_silent=True
    )


def measured(
    command: Sequence[str], temporary: Path | None = None, *, is_silent: bool = False
) -> Build:
    """What a command takes in a process of its own, and in those that it begins."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL if is_silent else None,
        env=environment(temporary),
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    unit = 1 if sys.platform == "darwin" else 1024
    return Build(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def environment(temporary: Path | None = None) -> dict[str, str]:
    """That of a user: what Python compiled of a package stays, as `pip install` leaves it."""
    kept = {"TMPDIR": str(temporary)} if temporary else {}
    known = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **kept}
    known.pop("PYTHONDONTWRITEBYTECODE", None)
    return known


def middle(builds: Sequence[Build]) -> Build:
    """The median of each figure."""
    return Build(
        median(one.wall for one in builds),
        median(one.cpu for one in builds),
        int(median(one.peak for one in builds)),
    )
