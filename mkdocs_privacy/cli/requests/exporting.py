"""`mkdocs-privacy requests export`: everything that is stored of requests."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.cli.options import database_option
from mkdocs_privacy.cli.requests.opening import find_requests, open_store, read_today
from mkdocs_privacy.cli.requests.private_files import write_private
from mkdocs_privacy.cli.requests.status_words import account_lines
from mkdocs_privacy.cli.requests.tables import FORMATS
from mkdocs_privacy.requests.store import StatusFilter
from mkdocs_privacy.terminal import counted, printable


@click.command()
@click.argument("references", metavar="[REFERENCE]...", nargs=-1)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["json", "csv"]),
    default="json",
    show_default=True,
    help="`csv` is for a spreadsheet: an apostrophe keeps what somebody typed from being computed.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; only you can read it. Default: standard output.",
)
@database_option
def export(
    references: tuple[str, ...], format_name: str, output: Path | None, database: str
) -> None:
    """Export everything stored about each REFERENCE, or about all requests, open and closed.

    The file contains personal data: delete it when you no longer need it. An existing file is never
    overwritten.

    \b
    Examples:
      mkdocs-privacy requests export 7K3F-9QXZ-W2M4-6H8T
      mkdocs-privacy requests export --format csv --output requests.csv
    """
    today = read_today()
    with open_store(database, only_reads=True) as store:
        chosen = (
            find_requests(store, references) if references else store.requests(StatusFilter.ALL)
        )
        rows = [
            {**stored.row(today), "account": account_lines(store, stored.request.reference)}
            for stored in chosen
        ]
    written = FORMATS[format_name](rows)
    if output is None:
        click.echo(written)
        return
    # a spreadsheet takes a file for UTF-8 only where it begins with a byte order mark
    encoding = "utf-8-sig" if format_name == "csv" else "utf-8"
    write_private(output, f"{written}\n", encoding=encoding)
    click.echo(printable(f"wrote {output}: {counted(len(chosen), 'request')}"))
