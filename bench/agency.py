"""An agency with many clients: those of the example again and again, under other names."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from click.testing import CliRunner

from bench.measuring import Build, build, middle
from mkdocs_privacy.cli import main as command_line

AGENCY = Path(__file__).parent.parent / "examples" / "agency"


def write_clients(agency: Path, folder: Path, count: int) -> list[Path]:
    """Copy the shared facts and write so many clients, each released; return every mkdocs.yml."""
    shutil.copytree(agency / "shared", folder / "shared")
    kinds = sorted(path.parent for path in agency.glob("clients/*/mkdocs.yml"))
    return [
        _write_client(kinds[number % len(kinds)], folder / "clients", number + 1)
        for number in range(count)
    ]


def _write_client(kind: Path, clients: Path, number: int) -> Path:
    client = clients / f"{kind.name}-{number}"
    shutil.copytree(kind, client, ignore=shutil.ignore_patterns("releases", "site"))
    for file in (client / "privacy").glob("*.yml"):
        words = file.read_text(encoding="utf-8")
        numbered = re.sub(r"(?m)^(  (?:legal_)?name: .*)$", rf"\1 {number}", words)
        file.write_text(numbered, encoding="utf-8")
    config = client / "mkdocs.yml"
    arguments = ["release", "--config-file", str(config), "--effective", "2026-12-01"]
    done = CliRunner().invoke(command_line, arguments)
    if done.exit_code:
        raise RuntimeError(done.output)
    return config


def measure(configs: Sequence[Path], sites: Path, at_a_time: int) -> tuple[float, Build]:
    """Build every client, so many at a time: seconds for all, and what the middle one took."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(at_a_time) as builders:
        builds = list(
            builders.map(lambda config: build(config, sites / config.parent.name), configs)
        )
    return time.perf_counter() - begun, middle(builds)
