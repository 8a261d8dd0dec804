"""A small site in a folder, and `mkdocs-privacy check` in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result
from worlds import write_files

from mkdocs_privacy.cli import main

CONFIG = """\
site_name: Tuimelkous
theme: {name: material, language: nl}
plugins:
  - privacy-center:
      findings: {ignore: [no-release]}
"""


def write_site(base: Path, files: Mapping[str, str]) -> None:
    """Write the small center with these files over it, of which no finding is told by itself."""
    write_files(base, {"mkdocs.yml": CONFIG, "docs/about.md": "# About\n", **files})


def check(*arguments: str) -> Result:
    """Run the command in the current folder."""
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def said(words: str) -> str:
    """What was said beside the findings, without the line about coverage, which has its tests."""
    lines = words.splitlines(keepends=True)
    return "".join(line for line in lines if not line.endswith("`--coverage` lists them\n"))
