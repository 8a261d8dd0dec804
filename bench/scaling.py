"""Ten times as much: centers that are large, and long histories."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure, parts_of, peak, times
from bench.large_center import write_large_center
from bench.long_history import write_history
from bench.measuring import build, command, first_build
from bench.webshop import WEBSHOP

SMALL, LARGE = 50, 500
FEW, MANY = 10, 100


def sizes(folder: Path) -> Iterator[Figure]:
    """A small center and one of ten times its size, from nothing; and its check."""
    taken, kept = {}, folder / "kept"
    for size in (SMALL, LARGE):
        config = write_large_center(folder / f"center-{size}", size)
        taken[size] = first_build(config, folder / f"center-{size}-site", kept)
    small, large = taken[SMALL], taken[LARGE]
    name = "+".join([str(LARGE)] * 3)
    yield from parts_of("+".join([str(SMALL)] * 3), small)
    yield from parts_of(name, large, cpu=7)
    yield times(f"{name} against one tenth", large, small, 3.5)
    yield peak(name, large, 200)
    yield Figure(f"`check` on {name}", command("check", "--config-file", str(config)).cpu, "s", 1.5)


def histories(folder: Path) -> Iterator[Figure]:
    """The webshop with ten releases, and with a hundred, no two of which say the same."""
    first, second = {}, {}
    for releases in (FEW, MANY):
        site, kept = folder / f"history-{releases}-site", folder / "kept"
        config = write_history(folder / f"history-{releases}", WEBSHOP, releases)
        first[releases] = first_build(config, site, kept)
        second[releases] = build(config, site, kept)
        yield from parts_of(f"{releases} releases, nothing cached", first[releases])
        yield from parts_of(f"{releases} releases, second build", second[releases])
    name = f"{MANY} releases against {FEW}"
    yield times(f"{name}, nothing cached", first[MANY], first[FEW], 5)
    yield times(f"{name}, second build", second[MANY], second[FEW], 3)
    yield peak(f"{MANY} releases", first[MANY], 240)
