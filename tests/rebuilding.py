"""Build a site as `mkdocs serve` does: again in the process of the last build, or in a new one.

Or as `mkdocs build` does: with what builds before it kept, or with nothing.

A server (this file, run as a program) imports MkDocs once, and never builds: it forks a process
that goes on building, as a preview does, and one for each build that nothing came before.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from shutil import rmtree
from typing import IO, Any

from builds import ENVIRONMENT
from forked_mkdocs import KNOWN, read_what_all_sites_have

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Rebuild:
    """What came of a build: its files, and what it said."""

    files: dict[str, bytes]
    """Nothing where it failed."""
    said: str


class Rebuilder:
    """Builds one site in every way."""

    def __init__(self, config: Path, folder: Path, server: subprocess.Popen[str]) -> None:
        self.config, self.folder, self.server = config, folder, server

    def rebuilt(self) -> Rebuild:
        """In the process in which the last one was built, and only what somebody looked at."""
        return self._ask("again")

    def asked(self, *places: str) -> Rebuild:
        """The same once more, because somebody asks for what was put off."""
        return self._ask("again", *places)

    def anew(self) -> Rebuild:
        """In a process that has built nothing, and finds nothing that was kept."""
        return self._ask("anew")

    def built(self) -> Rebuild:
        """As `mkdocs build` does, with what all builds kept but those that find nothing."""
        return self._ask("built")

    def built_from_nothing(self) -> Rebuild:
        """As `mkdocs build` does that finds nothing."""
        return self._ask("built from nothing")

    def _ask(self, how: str, *asked: str) -> Rebuild:
        site, kept = self.folder / how, self.folder / "kept"
        if how in ("anew", "built from nothing"):
            kept = self.folder / f"{how}-kept"
            rmtree(kept, ignore_errors=True)
        kept.mkdir(exist_ok=True)
        assert self.server.stdin
        assert self.server.stdout
        self.server.stdin.write(
            json.dumps([how, str(self.config), str(site), str(kept), asked]) + "\n"
        )
        self.server.stdin.flush()
        has_built, said = json.loads(self.server.stdout.readline())
        found = sorted(site.rglob("*")) if has_built else ()
        files = {str(one.relative_to(site)): one.read_bytes() for one in found if one.is_file()}
        return Rebuild(files, said.replace(str(site), "site"))


@contextmanager
def rebuilder(config: Path, folder: Path) -> Iterator[Rebuilder]:
    """What builds a site of which the preview has built nothing yet."""
    with subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**ENVIRONMENT, "SOURCE_DATE_EPOCH": "1790000000", "PYTHONPATH": str(ROOT)},
    ) as server:
        try:
            yield Rebuilder(config, folder, server)
        finally:
            server.kill()


def _serve() -> None:
    from importlib import import_module

    for name in KNOWN:
        import_module(name)
    read_what_all_sites_have()
    gc.freeze()
    to_preview, from_preview = _start_preview()
    for line in sys.stdin:
        if json.loads(line)[0] == "again":
            to_preview.write(line)
            answer = from_preview.readline()
        else:
            asked, answers = os.pipe()
            if os.fork() == 0:
                os.write(answers, _build(line).encode())
                os._exit(0)
            os.close(answers)
            with os.fdopen(asked) as said:
                answer = said.readline()
            os.wait()
        sys.stdout.write(answer)
        sys.stdout.flush()


def _start_preview() -> tuple[IO[str], IO[str]]:
    (asked, questions), (heard, answers) = os.pipe(), os.pipe()
    if os.fork() == 0:
        os.close(questions)
        with os.fdopen(asked) as lines:
            for line in lines:
                os.write(answers, _build(line).encode())
        os._exit(0)
    os.close(asked)
    return os.fdopen(questions, "w", buffering=1), os.fdopen(heard)


def _build(line: str) -> str:
    """Build, and answer in a line."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from bench.rebuilding import Preview
    from mkdocs_privacy.kept_work import kept_work

    how, config_file, site, tempfile.tempdir, asked = json.loads(line)
    kept_work.cache_clear()
    said = StringIO()
    log, handler = logging.getLogger("mkdocs"), logging.StreamHandler(said)
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    log.propagate = False
    has_built = True
    try:
        if how.startswith("built"):
            config: Any = load_config(config_file=config_file, site_dir=site)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        else:
            preview = _previews.setdefault(how, Preview(Path(config_file), Path(site)))
            preview.build(*asked)
    except Exception as error:  # whatever stops a build must stop it in both ways
        has_built = False
        said.write(f"{type(error).__name__}: {error}\n")
    finally:
        log.removeHandler(handler)
    lines = [one for one in said.getvalue().splitlines() if " seconds" not in one]
    return json.dumps([has_built, "\n".join(lines)]) + "\n"


_previews: dict[str, Any] = {}


if __name__ == "__main__":
    _serve()
