"""`mkdocs-privacy requests counts`: how many requests ended how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from mkdocs_privacy.cli.options import database_option, rows_format_option
from mkdocs_privacy.cli.requests.opening import open_store
from mkdocs_privacy.cli.requests.tables import FORMATS, Row
from mkdocs_privacy.requests.receiver import Standing, Store


@click.command(short_help="Count the requests that were closed.")
@rows_format_option
@database_option
def counts(format_name: str, database: Path) -> None:
    """Count the requests that were closed, by month, right and outcome, in time or late.

    The month is that of receipt. Those that were forgotten since count too.

    \b
    Examples:
      mkdocs-privacy requests counts
      mkdocs-privacy requests counts --format csv
    """
    with open_store(database) as store, store.transaction():
        rows = list(_rows(store))
    if rows or format_name != "text":
        click.echo(FORMATS[format_name](rows))
    if not rows:
        click.echo("no request was closed yet", err=True)


def _rows(store: Store) -> Iterator[Row]:
    number: Counter[tuple[str, str, str, bool]] = Counter()
    for one in store.counts():
        number[one.month, one.right, str(one.outcome), one.is_in_time] += one.number
    for stored in store.requests(Standing.CLOSED):
        if stored.closing:
            request = stored.request
            month, right = f"{request.received_at:%Y-%m}", str(request.request_type)
            number[month, right, str(stored.closing.outcome), bool(stored.is_in_time)] += 1
    for month, right, outcome in sorted({key[:3] for key in number}):
        yield {
            "month": month,
            "right": right,
            "outcome": outcome,
            "in_time": number[month, right, outcome, True],
            "late": number[month, right, outcome, False],
        }
