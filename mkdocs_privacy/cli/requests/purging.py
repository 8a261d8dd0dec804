"""`mkdocs-privacy requests purge`: closed requests are forgotten."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.cli.options import database_option, keep_closed_option
from mkdocs_privacy.cli.requests.opening import open_store, read_today
from mkdocs_privacy.cli.requests.words import counted, standing_in_words
from mkdocs_privacy.requests.receiver import Standing
from mkdocs_privacy.requests.receiver.retention import is_kept_no_longer


@click.command(short_help="Forget requests that were closed long ago.")
@keep_closed_option
@click.option("--dry-run", is_flag=True, help="Forget nothing; list what would be forgotten.")
@database_option
def purge(keep_closed: str, dry_run: bool, database: Path) -> None:
    """Forget requests that were closed long ago: of each only its count is left.

    `mkdocs-privacy receive` does so by itself, every hour. Open requests are never forgotten.

    \b
    Examples:
      mkdocs-privacy requests purge --dry-run
      mkdocs-privacy requests purge --keep-closed P6M
    """
    today = read_today()
    with open_store(database) as store:
        if dry_run:
            for one in store.requests(Standing.CLOSED):
                if one.closing and is_kept_no_longer(one.closing.on, keep_closed, today):
                    click.echo(f"{one.request.reference}  {standing_in_words(one, today)}")
            click.echo("Nothing was forgotten.", err=True)
            return
        forgotten = store.purge(today, keep_closed)
    number = sum(one.number for one in forgotten)
    click.echo(f"forgot {counted(number)}" if number else "there was nothing to forget")
