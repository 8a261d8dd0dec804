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
    """Back up all requests to FILE, which only you can read. The receiver may be running.

    To restore it, stop the receiver, replace the database with the backup, and remove the files
    with `-wal` and `-shm` beside it. An existing FILE is never overwritten. With PostgreSQL, use
    `pg_dump`.

    \b
    Example:
      mkdocs-privacy requests backup /var/backups/privacy-requests/requests.db
    """
    with open_store(database, only_reads=True) as store:
        try:
            number = back_up(store, file)
        except FileExistsError:
            raise click.ClickException(
                f"{file} exists already: choose another name, or remove it first"
            ) from None
    click.echo(printable(f"wrote {file}: {counted(number, 'request')}"))
