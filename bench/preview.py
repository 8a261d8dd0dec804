"""`mkdocs serve`: from one field that is saved to the page that shows it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.error import URLError

from bench.figures import Figure
from bench.large_center import write_large_center
from bench.measuring import environment
from bench.scaling import LARGE
from bench.webshop import WEBSHOP

EDITS = 3
PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a site, as it stands in a file, and a page that shows it."""

    file: str
    value: str
    page: str


def previews(folder: Path) -> Iterator[Figure]:
    """The webshop, and a large center."""
    shop = folder / "shop"
    shutil.copytree(WEBSHOP.parent, shop, ignore=shutil.ignore_patterns("site"))
    street = Field("privacy/organisation.yml", "Duikelaarstraat 7", "contact/")
    yield from _preview("webshop", shop, street, 0.8)
    large = write_large_center(folder / "large", LARGE).parent
    website = Field("privacy/processors.yml", "Dorpsstraat 0", "processors/")
    yield from _preview("+".join([str(LARGE)] * 3), large, website, 3)


def _preview(name: str, site: Path, field: Field, goal: float) -> Iterator[Figure]:
    log = site.with_suffix(".log")
    with _serving(site, log) as (process, address):
        _wait_for(process, f"{address}{field.page}", field.value, log)
        taken = [_edit(process, address, site, field, number, log) for number in range(EDITS + 1)]
    # the first one after the start finds nothing of a rebuild before it
    seconds, clock = zip(*taken[1:], strict=True)
    yield Figure(f"`serve`, one field changed, {name}, processor", median(seconds), "s", goal)
    yield Figure(f"`serve`, one field changed, {name}, clock", median(clock), "s")


@contextmanager
def _serving(site: Path, log: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--config-file", str(site / "mkdocs.yml")],
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment(),
        )
    try:
        _wait_for(process, None, "Serving on http", log)
        served = log.read_text("utf-8").partition("Serving on ")[2].split()[0]
        yield process, served
    finally:
        process.kill()
        process.wait()


def _edit(
    process: subprocess.Popen[bytes],
    address: str,
    site: Path,
    field: Field,
    number: int,
    log: Path,
) -> tuple[float, float]:
    """Save another value; seconds of the processor and on the clock until the page shows it."""
    file = site / field.file
    text = file.read_text("utf-8")
    before = field.value if not number else f"{field.value} bus {number}"
    assert before in text, f"{file} has no ‘{before}’"
    time.sleep(1)  # the server has done what it was doing
    used, begun = _processor(process.pid), time.perf_counter()
    after = f"{field.value} bus {number + 1}"
    file.write_text(text.replace(before, after, 1), "utf-8")
    _wait_for(process, f"{address}{field.page}", after, log)
    return _processor(process.pid) - used, time.perf_counter() - begun


def _wait_for(process: subprocess.Popen[bytes], address: str | None, words: str, log: Path) -> None:
    """Look at an address, or else in the log, until the words are there."""
    deadline = time.monotonic() + PATIENCE
    while words not in _seen(address, log):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(
                f"no ‘{words}’ in {address or log}:\n{log.read_text('utf-8')[-2000:]}"
            )
        time.sleep(0.05)


def _seen(address: str | None, log: Path) -> str:
    if address is None:
        return log.read_text("utf-8")
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except URLError:
        return ""


def _processor(process: int) -> float:
    """The seconds of the processor that a process has used, on Linux."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
