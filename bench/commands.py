"""Commands that somebody waits for."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure
from bench.measuring import command, middle
from bench.webshop import WEBSHOP


def commands(repeat: int) -> Iterator[Figure]:
    """The help, and a check of the webshop."""
    for name, goal, arguments in (
        ("`mkdocs-privacy --help`", 0.1, ("--help",)),
        ("`check` on the webshop", 0.6, ("check", "--config-file", str(WEBSHOP))),
    ):
        taken = middle([command(*arguments) for _ in range(repeat)])
        yield Figure(name, taken.cpu, "s", goal)
