"""The webshop beside the same pages written by hand in Markdown: with MkDocs, and with Zensical."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure, as_row, parts_of, peak, times
from bench.measuring import Build, build, build_with_templates, first_build, measured, middle
from bench.twin import differences, write_twin, write_twin_in_folders

WEBSHOP = Path(__file__).parent.parent / "examples" / "webshop" / "mkdocs.yml"
ZENSICAL = "zensical==0.0.73"
"""The newest that installs: those after it need a `zensical-ui` that is not to be had."""


def webshop(folder: Path, repeat: int) -> Iterator[Figure | str]:
    """The webshop in turn with its twin, from nothing and again; comparing their words comes first,
    which warms up too."""
    ours, theirs, kept = (folder / name for name in ("webshop", "by-hand-site", "kept"))
    build(WEBSHOP, ours)
    twin = write_twin(WEBSHOP, ours, folder / "by-hand")
    build(twin, theirs)
    different = list(differences(ours, theirs))
    yield from (f"the webshop by hand differs: {one}" for one in different)
    yield Figure("webshop by hand, pages that say something else", len(different), "pages", 0, 0)
    zensical = _Zensical(folder / "zensical", twin)
    first, compiled, second, hand = [], [], [], []
    for _ in range(repeat):
        first.append(first_build(WEBSHOP, ours, kept))
        compiled.append(build_with_templates(WEBSHOP, ours, kept))
        second.append(build(WEBSHOP, ours, kept))
        hand.append(build(twin, theirs, kept))
        zensical.build()
    first, compiled = middle(first), middle(compiled)
    second, hand = middle(second), middle(hand)
    yield from parts_of("webshop, nothing cached", first)
    yield from parts_of("webshop, second build", second)
    yield from parts_of("webshop by hand", hand)
    yield times("webshop against by hand, nothing cached", first, hand, 0.58)
    yield times("webshop against by hand, templates compiled", compiled, hand, 0.58)
    yield times("webshop against by hand, second build", second, hand, 0.42)
    yield peak("webshop", first, 115)
    yield from zensical.figures()


class _Zensical:
    """The Markdown of the webshop by hand, built with Zensical, which is installed for it."""

    def __init__(self, folder: Path, twin: Path) -> None:
        self.first: list[Build] = []
        self.second: list[Build] = []
        self.config = write_twin_in_folders(twin, folder / "by-hand")
        self.site = self.config.parent / "site"
        self.program, self.reason = _installed(folder / "venv")

    def build(self) -> None:
        """From nothing, and again."""
        if self.program is None:
            return
        command = [str(self.program), "build", "--config-file", str(self.config)]
        try:
            shutil.rmtree(self.site, ignore_errors=True)
            # it warns of every link to a heading of which Markdown keeps no id
            self.first.append(measured([*command, "--clean"], is_silent=True))
            self.second.append(measured(command, is_silent=True))
        except subprocess.CalledProcessError as failed:
            self.program, self.reason = None, str(failed)

    def figures(self) -> Iterator[Figure | str]:
        """What it took, or why it could not be measured."""
        if self.program is None:
            yield as_row(f"webshop by hand with {ZENSICAL}", "not measured", "", "")
            print(f"{ZENSICAL}: {self.reason}", file=sys.stderr)
            return
        made = len(list(self.site.rglob("index.html")))
        yield Figure(f"{ZENSICAL}, pages of the webshop that it makes", made, "pages", None, 0)
        yield from parts_of(f"webshop by hand with {ZENSICAL}, nothing cached", middle(self.first))
        yield from parts_of(f"webshop by hand with {ZENSICAL}, second build", middle(self.second))


def _installed(folder: Path) -> tuple[Path | None, str]:
    """The program in an environment of its own, or why there is none."""
    for command in (
        [sys.executable, "-m", "venv", str(folder)],
        [str(folder / "bin" / "pip"), "install", "--quiet", ZENSICAL],
        [str(folder / "bin" / "zensical"), "--version"],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines()
            return None, f"does not install here: {said[-1] if said else done.returncode}"
    return folder / "bin" / "zensical", ""
