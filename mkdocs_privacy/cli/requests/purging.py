"""`mkdocs-privacy requests purge`: closed requests are forgotten."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.cli.options import config_file_option, database_option
from mkdocs_privacy.cli.requests.keeping import keep_closed_option, not_counted, not_one_term
from mkdocs_privacy.cli.requests.opening import open_store, read_today
from mkdocs_privacy.cli.requests.status_words import status_in_words
from mkdocs_privacy.requests import differing_terms, term_of, uncounted_terms
from mkdocs_privacy.requests.store import kept_long_enough
from mkdocs_privacy.requests.store import purge as forget
from mkdocs_privacy.terminal import counted


@click.command()
@keep_closed_option
@click.option("--dry-run", is_flag=True, help="Delete nothing; list what would be deleted.")
@config_file_option
@database_option
def purge(keep_closed: str | None, dry_run: bool, config_file: Path, database: str) -> None:
    """Permanently delete closed requests older than --keep-closed.

    This cannot be undone. Only anonymous figures remain. `mkdocs-privacy receive` does the same
    every hour. Open requests are never deleted. Without --keep-closed, the site is read, since its
    data says how long requests are kept.

    \b
    Examples:
      mkdocs-privacy requests purge --dry-run
      mkdocs-privacy requests purge --keep-closed P6M
    """
    today = read_today()
    with open_store(database) as store:
        keep_closed = keep_closed or _read_term(config_file)
        if dry_run:
            for stored in kept_long_enough(store, keep_closed, today):
                click.echo(f"{stored.request.reference}  {status_in_words(stored, today)}")
            click.echo("Nothing was deleted.", err=True)
            return
        number = forget(store, keep_closed, today)
    click.echo(f"deleted {counted(number, 'request')}" if number else "there was nothing to delete")


def _read_term(config_file: Path) -> str:
    """How long the data of a site says that closed requests are kept; raises ClickException."""
    try:
        site = open_site(config_file)
    except click.ClickException as unusable:
        raise click.ClickException(
            f"{unusable.message}, or say with `--keep-closed` how long closed requests are kept"
        ) from None
    if not site.is_sound:
        raise click.ClickException(
            f"the site of {config_file} has errors: run `mkdocs-privacy check`, or say with "
            "`--keep-closed` how long closed requests are kept"
        )
    if uncounted := uncounted_terms(site.center):
        raise click.ClickException(not_counted(uncounted[0]))
    if differing := differing_terms(site.center):
        raise click.ClickException(not_one_term(differing))
    return term_of(site.center)
