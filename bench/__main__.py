"""Builds the webshop with the plugin and by hand, made-up centers, long histories and the clients
of an agency; posts to a receiver; prints what it took."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.agency import AGENCY, measure, write_clients
from bench.corpus import held_out_score, scores
from bench.large_center import write_large_center
from bench.long_history import policies_of, write_history
from bench.measuring import Build, build, check, middle
from bench.receiver import measure_receiver
from bench.scanning import seconds_per_page
from bench.twin import differences, write_twin
from mkdocs_privacy.releases import redline

WEBSHOP = Path(__file__).parent.parent / "examples" / "webshop" / "mkdocs.yml"
SMALL, LARGE = 50, 500
FEW, MANY = 10, 100
POLICY = 60_000
"""Bytes of a long policy."""
PARTS = ("webshop", "sizes", "histories", "redline", "agency", "scan", "receiver")
"""What is measured, in this order."""


def main() -> int:
    """Print one figure a line; fail where the two webshops do not say the same, or a receiver loses
    something."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--repeat", type=int, default=5, help="builds of each webshop (5)")
    parser.add_argument("--clients", type=int, default=100, help="clients of the agency (100)")
    parser.add_argument("--only", choices=PARTS, help="measure this alone")
    parser.add_argument("--keep", type=Path, help="a new folder to leave the sites in")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        chosen = PARTS if options.only is None else (options.only,)
        different = _webshop(folder, options.repeat) if "webshop" in chosen else []
        if "sizes" in chosen:
            _sizes(folder)
        _check(folder)
        _wording()
        if "histories" in chosen:
            _histories(folder)
        if "redline" in chosen:
            _redline()
        if "agency" in chosen:
            _agency(folder / "agency", options.clients)
        if "scan" in chosen:
            _print("scan, a page", f"{seconds_per_page(folder / 'scan'):.2f}", "s")
        is_kept = measure_receiver(seconds=30) if "receiver" in chosen else True
    finally:
        if not options.keep:
            shutil.rmtree(folder)
    return 1 if different or not is_kept else 0


def _webshop(folder: Path, repeat: int) -> list[str]:
    """Compare the webshop with its twin: first the words, which also warms up, then the time."""
    ours, theirs = folder / "webshop", folder / "by-hand-site"
    build(WEBSHOP, ours)
    twin = write_twin(WEBSHOP, ours, folder / "by-hand")
    build(twin, theirs)
    different = list(differences(ours, theirs))
    pages = len(list(ours.rglob("index.html")))
    for difference in different:
        print(f"the webshop by hand differs: {difference}")
    _print("pages that say the same", f"{pages - len(different)}", "pages", f"{pages}")
    builds = [(build(WEBSHOP, ours), build(twin, theirs)) for _ in range(repeat)]
    plugin, hand = middle([one for one, _ in builds]), middle([one for _, one in builds])
    for name, taken in (("webshop with the plugin", plugin), ("webshop by hand", hand)):
        for what, value in _figures(taken):
            _print(f"{name}, {what}", *value)
    _print("webshop ratio, wall", f"{plugin.wall / hand.wall:.2f}", "times by hand", "<= 0.7")
    _print("webshop ratio, cpu", f"{plugin.cpu / hand.cpu:.2f}", "times by hand", "<= 0.7")
    return different


def _sizes(folder: Path) -> None:
    """Build a small center and one of ten times its size."""
    taken = {}
    for size in (SMALL, LARGE):
        config = write_large_center(folder / f"center-{size}", size)
        taken[size] = build(config, folder / f"center-{size}-site")
        for what, value in _figures(taken[size]):
            _print(f"center of {size} of each, {what}", *value)
    small, large = taken[SMALL], taken[LARGE]
    _print("ten times the size, wall", f"{large.wall / small.wall:.1f}", "times as long", "<= 12")
    _print("ten times the size, cpu", f"{large.cpu / small.cpu:.1f}", "times as long", "<= 12")


def _check(folder: Path) -> None:
    """Check the large center: 500 of each, in three languages."""
    taken = check(folder / f"center-{LARGE}" / "mkdocs.yml")
    _print(f"check of {LARGE} of each, cpu", f"{taken.cpu:.2f}", "s", "<= 2")
    _print(f"check of {LARGE} of each, wall", f"{taken.wall:.2f}", "s")


def _wording() -> None:
    """Tell how often the rules about wording are right over the passages that people labelled."""
    for score in (*scores(), held_out_score()):
        _print(f"{score.slug}, precision", f"{score.precision:.2f}", f"({score.severity})")
        _print(f"{score.slug}, recall", f"{score.recall:.2f}", f"({score.severity})")


def _histories(folder: Path) -> None:
    """Build the webshop with ten releases, and with a hundred."""
    taken = {}
    for releases in (FEW, MANY):
        site = folder / f"history-{releases}-site"
        config = write_history(folder / f"history-{releases}", WEBSHOP, releases)
        taken[releases] = build(config, site)
        for what, value in _figures(taken[releases]):
            _print(f"webshop with {releases} releases, {what}", *value)
        links = (site / "index.html").read_text("utf-8").count('class="md-nav__link"')
        _print(f"webshop with {releases} releases, links in the navigation", f"{links}", "links")
    few, many = taken[FEW], taken[MANY]
    _print("ten times the releases, wall", f"{many.wall / few.wall:.1f}", "times as long", "<= 12")
    _print("ten times the releases, cpu", f"{many.cpu / few.cpu:.1f}", "times as long", "<= 12")


def _redline() -> None:
    """Compare two long policies, and two that have nothing in common."""
    before, after = policies_of(POLICY, WEBSHOP)
    for name, other in (("alike", after), ("nothing in common", after.swapcase())):
        begun = time.perf_counter()
        redline(before, other)
        taken = time.perf_counter() - begun
        size = f"{len(before.encode()) // 1000} kB"
        _print(f"redline of two policies of {size}, {name}", f"{taken:.2f}", "s", "<= 1")


def _figures(taken: Build) -> Iterator[tuple[str, tuple[str, str]]]:
    yield "wall", (f"{taken.wall:.2f}", "s")
    yield "cpu", (f"{taken.cpu:.2f}", "s")
    yield "peak memory", (f"{taken.peak / 2**20:.0f}", "MiB")


def _agency(folder: Path, count: int) -> None:
    """Build the clients of an agency, one at a time and two at a time."""
    configs = write_clients(AGENCY, folder, count)
    for at_a_time in (1, 2):
        seconds, middle_one = measure(configs, folder / f"sites-{at_a_time}", at_a_time)
        name = f"{count} clients, {at_a_time} at a time"
        _print(f"{name}, wall each", f"{seconds / count:.2f}", "s")
        _print(f"{name}, in all", f"{seconds:.0f}", "s")
        _print(f"{name}, cpu of the middle one", f"{middle_one.cpu:.2f}", "s")
        _print(f"{name}, peak of the middle one", f"{middle_one.peak / 1e6:.0f}", "MB")


def _print(name: str, value: str, unit: str, goal: str = "") -> None:
    print(f"{name}: {value} {unit}{f' (goal {goal})' if goal else ''}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
