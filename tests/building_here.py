"""Build sites in the process of the tests, where a process of its own would take longer."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from mkdocs.__main__ import cli as mkdocs
from mkdocs.commands import build
from mkdocs.utils import DuplicateFilter


def forget_what_was_said() -> None:
    """MkDocs says nothing twice in one process; let it."""
    for logged in build.log.filters:
        if isinstance(logged, DuplicateFilter):
            logged.msgs.clear()


def build_here(config: Path, *options: str) -> Result:
    """Build quietly; what is wrong stands in the result's `output`."""
    forget_what_was_said()
    return CliRunner().invoke(mkdocs, ["build", "-q", "-f", str(config), *options])
