"""Build sites as their owners do: `mkdocs build --strict`, in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from filelock import FileLock
from forked_mkdocs import run_mkdocs

REPOSITORY = Path(__file__).parent.parent
EXAMPLES = REPOSITORY / "examples"
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def build_site(config_file: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build strictly; what is wrong stands in the result's `stderr`, and nothing else.

    `--quiet` would not do: with it MkDocs does not see warnings either, so nothing is strict.
    """
    command = ["build", "--strict", "--config-file", str(config_file), "--site-dir", str(site)]
    if ENVIRONMENT.get("PYTHONHASHSEED") != os.environ.get("PYTHONHASHSEED"):
        result = subprocess.run(
            [sys.executable, "-m", "mkdocs", *command],
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )
    else:
        result = run_mkdocs(command, ENVIRONMENT)
    entries = re.split(r"^(?=[A-Z]+ +- )", result.stderr, flags=re.MULTILINE)
    result.stderr = "".join(entry for entry in entries if not entry.startswith("INFO"))
    return result


def build_cleanly(config_file: Path, site: Path) -> Path:
    """Build a site that must build without a word; return where it is."""
    result = build_site(config_file, site)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", ""), result.stderr
    return site


BuildOnce = Callable[[Path], Path]
"""Builds a site that no test changes, once for all tests in all processes."""


def build_once_in(folder: Path, config_file: Path) -> Path:
    """Build a site cleanly into a folder that several processes share, unless one of them did."""
    name = "-".join(config_file.relative_to(REPOSITORY).parent.parts)
    site = folder / name
    with FileLock(folder / f"{name}.lock"):
        if not site.exists():
            build_cleanly(config_file, folder / f"{name}.unfinished").rename(site)
    return site


def write_config(folder: Path, **options: Any) -> Path:
    """Write a mkdocs.yml that has what every site needs, and `options` over it."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    config = {
        "site_name": "Tuimelkous",
        "site_url": "https://privacy.tuimelkous.example/",
        "theme": {"name": "material", "language": "nl"},
        "plugins": ["search", "privacy-center"],
    }
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump({**config, **options}), encoding="utf-8")
    return path
