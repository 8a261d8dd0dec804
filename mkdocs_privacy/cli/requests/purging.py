"""`mkdocs-privacy requests purge`: closed requests are forgotten."""

from __future__ import annotations

import click

from mkdocs_privacy.cli.options import database_option, keep_closed_option
from mkdocs_privacy.cli.requests.opening import open_store, read_today
from mkdocs_privacy.cli.requests.status_words import status_in_words
from mkdocs_privacy.requests.store import kept_long_enough
from mkdocs_privacy.requests.store import purge as forget
from mkdocs_privacy.terminal import counted


@click.command()
@keep_closed_option
@click.option("--dry-run", is_flag=True, help="Delete nothing; list what would be deleted.")
@database_option
def purge(keep_closed: str, dry_run: bool, database: str) -> None:
    """Permanently delete closed requests older than --keep-closed.

    This cannot be undone. Only anonymous figures remain. `mkdocs-privacy receive` does the same
    every hour. Open requests are never deleted.

    \b
    Examples:
      mkdocs-privacy requests purge --dry-run
      mkdocs-privacy requests purge --keep-closed P6M
    """
    today = read_today()
    with open_store(database) as store:
        if dry_run:
            for stored in kept_long_enough(store, keep_closed, today):
                click.echo(f"{stored.request.reference}  {status_in_words(stored, today)}")
            click.echo("Nothing was deleted.", err=True)
            return
        number = forget(store, keep_closed, today)
    click.echo(f"deleted {counted(number, 'request')}" if number else "there was nothing to delete")
