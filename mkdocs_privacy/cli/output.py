"""A file that an option names to write to: never one that the site is made of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from mkdocs_privacy.registry import read_baseline
from mkdocs_privacy.site import SiteSettings

_SOURCES = (".yml", ".yaml", ".md", ".lock")
"""Endings of what somebody or a release wrote in the data."""


def refuse_overwriting(
    output: Path, option: str, settings: SiteSettings, inputs: Iterable[Path | None]
) -> None:
    """Raise UsageError where a file to write is one of the site, or one that the command reads."""
    real = output.resolve()
    if real.name in ("mkdocs.yml", "mkdocs.yaml"):
        _refuse(output, option, "mkdocs.yml is what the site is made of")
    if any(given and given.resolve() == real for given in inputs):
        _refuse(output, option, "this command reads that file")
    folders = (settings.data, *settings.catalogues)
    if real.suffix.lower() in _SOURCES and any(
        real.is_relative_to(folder.resolve()) for folder in folders
    ):
        _refuse(output, option, "it would stand among your data")


def refuse_other_than_baseline(output: Path) -> None:
    """Raise UsageError where a baseline would take the place of something else."""
    if output.is_file() and read_baseline(output, str(output)).findings:
        _refuse(output, "--baseline", "that file is there already and is not a baseline")


def _refuse(output: Path, option: str, why: str) -> None:
    raise click.UsageError(f"{option} {output}: {why}, so nothing was written: name another file")
