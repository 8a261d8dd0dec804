"""`mkdocs-privacy requests backup`: a copy of everything, made while requests come in."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.cli.options import database_option
from mkdocs_privacy.cli.requests.opening import open_store
from mkdocs_privacy.requests.store import back_up
from mkdocs_privacy.terminal import counted, printable


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@database_option
def backup(file: Path, database: str) -> None:
    """Copy all requests to FILE, for you alone to read, while requests come in.

    To restore it, stop the receiver and put the copy in the place of the file, without any `-wal`
    and `-shm` beside it. A file that is there already is never overwritten. With PostgreSQL, use
    `pg_dump`.

    \b
    Example:
      mkdocs-privacy requests backup /var/backups/privacy-requests/2026-03-01.db
    """
    with open_store(database, only_reads=True) as store:
        try:
            number = back_up(store, file)
        except FileExistsError:
            raise click.ClickException(
                f"{file} is there already: choose another name, or remove it first"
            ) from None
    click.echo(printable(f"wrote {file}: {counted(number, 'request')}"))
