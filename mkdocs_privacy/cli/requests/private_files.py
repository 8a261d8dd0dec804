"""Files with personal data: for their owner only, and never written over another one."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.writing import write_new


def write_private(path: Path, content: str, *, encoding: str = "utf-8") -> None:
    """Write a new file that only its owner may read; raises ClickException where there is one."""
    encoded = content.encode(encoding)  # before there is a file: it may be no text
    try:
        write_new(path, encoded, is_private=True)
    except FileExistsError:
        raise click.ClickException(
            f"{path} exists already: choose another name, or remove it first"
        ) from None
