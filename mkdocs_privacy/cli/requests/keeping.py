"""How long closed requests are kept, as two commands are told."""

from __future__ import annotations

from collections.abc import Mapping

import click

from mkdocs_privacy.model import check_term
from mkdocs_privacy.requests import KEPT_BY_DEFAULT


def _read_period(
    _context: click.Context, _option: click.Parameter, written: str | None
) -> str | None:
    try:
        return written and check_term(written)
    except ValueError as problem:
        raise click.BadParameter(str(problem)) from None


keep_closed_option = click.option(
    "--keep-closed",
    metavar="P1Y",
    callback=_read_period,
    help="How long closed requests are kept before they are deleted.  [default: as long as the "
    f"activity `privacy-requests` in your data says, or {KEPT_BY_DEFAULT}]",
)


def not_counted(id: str) -> str:
    """That the data does not say how long requests are kept in a way that can be counted."""
    return (
        f"activities.{id} in your data does not say in one `period` of whole days how long "
        "requests are kept: write one, or say with `--keep-closed` how long closed requests are "
        "kept"
    )


def not_one_term(stated: Mapping[str, str]) -> str:
    """That the data says more than one time for which requests are kept."""
    listed = ", ".join(f"{term} in activities.{id}" for id, term in stated.items())
    return (
        f"your data does not say one period for which requests are kept ({listed}): write the "
        "same one, or say with `--keep-closed` how long closed requests are kept"
    )
