"""Files with personal data: for their owner only, and never written over another one."""

from __future__ import annotations

import os
from pathlib import Path

import click


def write_private(path: Path, content: str, *, encoding: str = "utf-8") -> None:
    """Write a new file that only its owner may read; raises ClickException where there is one."""
    encoded = content.encode(encoding)  # before there is a file: it may be no text
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise click.ClickException(
            f"{path} exists already: choose another name, or remove it first"
        ) from None
    with os.fdopen(opened, "wb") as file:
        file.write(encoded)
