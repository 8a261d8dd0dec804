"""A figure with its goal, as a row of the table that `make bench` prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bench.measuring import Build

HEAD = ("figure", "measured", "goal", "")
_WIDTHS = (62, 14, 8, 7)


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured; less is better."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    """At most this."""
    digits: int = 2

    @property
    def is_met(self) -> bool:
        """Whether it is what it should be, as it is printed."""
        return self.goal is None or round(self.value, self.digits) <= self.goal

    @property
    def written(self) -> str:
        """The value, with as many digits as mean something."""
        return f"{self.value:.{self.digits}f}"

    @property
    def row(self) -> str:
        """One line of the table."""
        goal = "" if self.goal is None else f"<= {self.goal:g}"
        met = "" if self.goal is None else "met" if self.is_met else "NOT MET"
        return as_row(self.name, f"{self.written} {self.unit}", goal, met)


def as_row(*cells: str) -> str:
    """Cells under each other, as Markdown has a table."""
    return f"| {' | '.join(map(str.ljust, cells, _WIDTHS))} |"


def head() -> str:
    """The head of the table."""
    return f"{as_row(*HEAD)}\n{as_row(*('-' * width for width in _WIDTHS))}"


def times(name: str, one: Build, other: Build, goal: float | None = None) -> Figure:
    """How many times the processor time of another build it takes."""
    return Figure(name, one.cpu / other.cpu, "times", goal)


def parts_of(name: str, taken: Build, *, cpu: float | None = None) -> Iterator[Figure]:
    """The seconds of a build, of the processor and on the clock."""
    yield Figure(f"{name}, processor", taken.cpu, "s", cpu)
    yield Figure(f"{name}, clock", taken.wall, "s")


def peak(name: str, taken: Build, goal: float | None = None) -> Figure:
    """The most memory that a build takes."""
    return Figure(f"{name}, peak memory", taken.peak / 2**20, "MiB", goal, digits=0)
