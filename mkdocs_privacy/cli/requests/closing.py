"""`mkdocs-privacy requests close`: a request was answered."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from mkdocs_privacy.cli.options import database_option
from mkdocs_privacy.cli.requests.opening import find_requests, open_store, read_today
from mkdocs_privacy.cli.requests.words import standing_in_words
from mkdocs_privacy.model.scalars import read_day
from mkdocs_privacy.requests.receiver import AlreadyClosed, Outcome, WrongDay


@click.command(short_help="Note that a request was answered.")
@click.argument("reference")
@click.option(
    "--outcome",
    type=click.Choice([str(one) for one in Outcome]),
    required=True,
    help="How it ended.",
)
@click.option("--on", metavar="DATE", help="The day of the answer: 2026-03-01.  [default: today]")
@click.option("--note", metavar="TEXT", help="What you want to remember of it.")
@database_option
def close(reference: str, outcome: str, on: str | None, note: str | None, database: Path) -> None:
    """Note that the request REFERENCE was answered.

    It is no longer listed as open, and is forgotten some time after: `mkdocs-privacy receive` says
    when. Nothing is sent to anybody; answer first.

    \b
    Outcomes:
      granted         what was asked was done
      partly_granted  a part of it was done
      refused         with the reasons, and how to complain (GDPR article 12(4))
      withdrawn       whoever asked took it back
      unidentified    it stayed unclear whose data are meant (GDPR article 12(2) with 11(2))
      not_applicable  there was nothing to do: no data, or no request

    \b
    Examples:
      mkdocs-privacy requests close 7K3F-9QXZ-W2M4-6H8T --outcome granted
      mkdocs-privacy requests close 7K3F-9QXZ-W2M4-6H8T --outcome refused --note "Invoices: tax law"
    """
    day = _day(on)
    with open_store(database) as store:
        (found,) = find_requests(store, [reference])
        try:
            closed = store.close(found.request.reference, Outcome(outcome), day, note)
        except (AlreadyClosed, WrongDay) as problem:
            raise click.ClickException(str(problem)) from None
    in_words = standing_in_words(closed, day)
    click.echo(f"closed {closed.request.reference}: {in_words} (due {closed.request.expected_by})")


def _day(written: str | None) -> date:
    today = read_today()
    if written is None:
        return today
    try:
        day = read_day(written)
    except ValueError as problem:
        raise click.BadParameter(str(problem), param_hint="--on") from None
    if day > today:
        raise click.BadParameter(f"{day} is yet to come", param_hint="--on")
    return day
