"""`mkdocs-privacy requests counts`: how many requests ended how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import click

from mkdocs_privacy.cli.options import database_option, rows_format_option
from mkdocs_privacy.cli.requests.opening import open_store
from mkdocs_privacy.cli.requests.tables import FORMATS, Row
from mkdocs_privacy.requests.store import Figure, closed_figures


@click.command()
@rows_format_option
@database_option
def counts(format_name: str, database: str) -> None:
    """Count the requests that were closed, by month, right and outcome, in time or late.

    The month is that of receipt. Deleted requests are included.

    \b
    Examples:
      mkdocs-privacy requests counts
      mkdocs-privacy requests counts --format csv
    """
    with open_store(database, only_reads=True) as store, store.transaction():
        figures = closed_figures(store)
    rows = list(_rows(figures))
    if rows or format_name != "text":
        click.echo(FORMATS[format_name](rows))
    if not rows:
        click.echo("no request has been closed yet", err=True)


def _rows(figures: Counter[Figure]) -> Iterator[Row]:
    number: Counter[tuple[str, str, str, bool]] = Counter()
    for figure, times in figures.items():
        number[figure.month, figure.right, str(figure.outcome), figure.is_in_time] += times
    for month, right, outcome in sorted({key[:3] for key in number}):
        yield {
            "month": month,
            "right": right,
            "outcome": outcome,
            "in_time": number[month, right, outcome, True],
            "late": number[month, right, outcome, False],
        }
