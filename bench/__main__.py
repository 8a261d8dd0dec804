"""Prints what builds, previews, commands and pages take, beside their goals."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.agency import AGENCY, measure, write_clients
from bench.commands import commands
from bench.corpus import held_out_score, scores
from bench.figures import Figure, head
from bench.history import add_row
from bench.long_history import policies_of
from bench.preview import previews
from bench.receiver import measure_receiver
from bench.scaling import histories, sizes
from bench.scanning import seconds_per_page
from bench.webshop import WEBSHOP, webshop
from bench.weights import weights
from mkdocs_privacy import __version__
from mkdocs_privacy.releases import redline

POLICY = 60_000
"""Bytes of a long policy."""

Part = Callable[[Path, argparse.Namespace], Iterator[Figure | str]]
"""Measures something in a folder of its own: figures as they come, and what else is to be said."""


def main() -> int:
    """Print the table; fail where the webshop by hand says something else, or a receiver loses
    something."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--repeat", type=int, default=3, help="builds of each webshop (3)")
    parser.add_argument("--clients", type=int, default=100, help="clients of the agency (100)")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="measure these alone")
    parser.add_argument("--keep", type=Path, help="a new folder to leave the sites in")
    parser.add_argument(
        "--history",
        metavar="NOTE",
        help="measure what history.csv has, and write the row of this version, with a note",
    )
    options = parser.parse_args()
    chosen = options.only or (IN_HISTORY if options.history is not None else tuple(PARTS))
    folder = options.keep or Path(tempfile.mkdtemp(prefix="bench-"))
    print(f"Load of the machine: {os.getloadavg()[0]:.1f}, on {os.cpu_count()} processors.\n")
    print(head())
    figures: list[Figure] = []
    try:
        for name in chosen:
            for one in PARTS[name](folder / name, options):
                print(one if isinstance(one, str) else one.row, flush=True)
                if isinstance(one, Figure):
                    figures.append(one)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    if options.history is not None:
        add_row(__version__, options.history, figures)
    return 0 if all(one.is_met for one in figures if one.name in MUST) else 1


def _wording() -> Iterator[str]:
    """How often the rules about wording are right over the passages that people labelled."""
    for score in (*scores(), held_out_score()):
        yield f"{score.slug}, precision: {score.precision:.2f} ({score.severity})"
        yield f"{score.slug}, recall: {score.recall:.2f} ({score.severity})"


def _redline() -> Iterator[Figure]:
    """Two long policies, and two that have nothing in common."""
    before, after = policies_of(POLICY, WEBSHOP)
    for name, other in (("alike", after), ("nothing in common", after.swapcase())):
        begun = time.process_time()
        redline(before, other)
        taken = time.process_time() - begun
        size = f"{len(before.encode()) // 1000} kB"
        yield Figure(f"redline of two policies of {size}, {name}", taken, "s", 1)


def _agency(folder: Path, count: int) -> Iterator[Figure]:
    """The clients of an agency, one at a time and two at a time."""
    configs = write_clients(AGENCY, folder, count)
    for at_a_time in (1, 2):
        seconds, middle_one = measure(configs, folder / f"sites-{at_a_time}", at_a_time)
        name = f"{count} clients, {at_a_time} at a time"
        yield Figure(f"{name}, clock each", seconds / count, "s")
        yield Figure(f"{name}, in all", seconds, "s", digits=0)
        yield Figure(f"{name}, processor, the middle one", middle_one.cpu, "s")
        yield Figure(f"{name}, peak, the middle one", middle_one.peak / 2**20, "MiB", digits=0)


def _receiver() -> Iterator[Figure]:
    is_kept = measure_receiver(seconds=30)
    yield Figure(LOSES, int(not is_kept), "times", 0, 0)


LOSES = "the receiver loses something"
MUST = {LOSES, "webshop by hand, pages that say something else"}
"""Where these are not met, something is broken; the others are goals."""
PARTS: dict[str, Part] = {
    "webshop": lambda folder, options: webshop(folder, options.repeat),
    "histories": lambda folder, _: histories(folder),
    "sizes": lambda folder, _: sizes(folder),
    "preview": lambda folder, _: previews(folder),
    "commands": lambda _, options: commands(options.repeat),
    "weights": lambda folder, _: weights(folder),
    "redline": lambda _folder, _options: _redline(),
    "wording": lambda _folder, _options: _wording(),
    "agency": lambda folder, options: _agency(folder, options.clients),
    "scan": lambda folder, _: iter([Figure("scan, a page, clock", seconds_per_page(folder), "s")]),
    "receiver": lambda _folder, _options: _receiver(),
}
"""What is measured, in this order."""
IN_HISTORY = ("webshop", "histories", "sizes", "preview", "commands", "weights")
"""What history.csv has."""


if __name__ == "__main__":
    raise SystemExit(main())
