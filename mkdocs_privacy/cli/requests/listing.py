"""`mkdocs-privacy requests list`: what was asked, and by when an answer is due."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.cli.lazily import import_with_extra
from mkdocs_privacy.cli.options import DAYS, database_option, rows_format_option
from mkdocs_privacy.cli.requests.tables import FORMATS
from mkdocs_privacy.requests.intake import RequestFile
from mkdocs_privacy.terminal import counted


@click.command("list")
@click.option("--closed", "status", flag_value="closed", help="Closed requests.")
@click.option("--all", "status", flag_value="all", help="Open and closed requests.")
@click.option(
    "--due",
    metavar="7d",
    type=DAYS,
    help="Only open requests that are due within this time, or overdue. Exits with 1 if there "
    "are any.",
)
@click.option(
    "--preview",
    is_flag=True,
    help="Requests made in the preview of `mkdocs serve`, in the folder of mkdocs.yml.",
)
@rows_format_option
@database_option
def list_requests(
    status: str | None, due: int | None, preview: bool, format_name: str, database: str
) -> None:
    """List the open requests, most urgent first.

    To see what was asked, use `show` or `export`. The list goes to standard output, a summary to
    standard error.

    \b
    Examples:
      mkdocs-privacy requests list
      mkdocs-privacy requests list --closed
      mkdocs-privacy requests list --all --format json
      mkdocs-privacy requests list --due 7d || notify-send "Answer the requests"
      mkdocs-privacy requests list --preview
    """
    if preview and (status or due is not None):
        raise click.UsageError("--preview cannot be combined with --closed, --all or --due.")
    if due is not None and status:
        raise click.UsageError(
            "--due cannot be combined with --closed or --all: it lists open requests."
        )
    if preview:
        _list_trials(format_name)  # takes no database, and so nothing of the extra
        return
    list_stored = import_with_extra(
        "mkdocs_privacy.cli.requests.stored_requests:list_stored", "requests list"
    )
    if list_stored(status or "open", due, format_name, database) and due is not None:
        raise SystemExit(1)


def _list_trials(format_name: str) -> None:
    """List what `mkdocs serve` took, which is in no database."""
    file = RequestFile(Path(RequestFile.FOLDER))
    try:
        trials = file.requests()
    except OSError as error:
        raise click.ClickException(f"{file.shown}: {error.strerror}") from None
    rows = [
        {
            "reference": trial.reference,
            "right": str(trial.request_type),
            "received": trial.received_at.date().isoformat(),
            "due": trial.expected_by.isoformat(),
            "e-mail": trial.email or "",
        }
        for trial in trials
    ]
    if rows or format_name != "text":
        click.echo(FORMATS[format_name](rows))
    click.echo(f"{counted(len(rows), 'trial')} in {file.shown}, from the preview only", err=True)
