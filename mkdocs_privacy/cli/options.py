"""Options that several commands have."""

from __future__ import annotations

import getpass
import re
from pathlib import Path

import click

from mkdocs_privacy.findings import FORMATS


class _Days(click.ParamType[int]):
    """A number of days: `7d`, `7` or `P7D`."""

    name = "days"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> int:
        written = re.fullmatch(r"P?([0-9]{1,4})[dD]?", value)
        if written is None:
            self.fail(f"‘{value}’ is not a number of days: write 7d", param, ctx)
        return int(written[1])


DAYS = _Days()
config_file_option = click.option(
    "--config-file",
    "-f",
    type=click.Path(path_type=Path, dir_okay=False),
    default="mkdocs.yml",
    show_default=True,
    help="The mkdocs.yml of the site, which gives the data folder and the languages.",
)
findings_format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="`concise` is one line for each finding; `github` marks the lines of a pull request; "
    "`gitlab`, `sarif` and `junit` are reports for a server that builds.",
)
language_option = click.option(
    "--language",
    metavar="nl",
    help="The language of the list of changes, instead of the default language of the site.",
)
dry_run_option = click.option(
    "--dry-run",
    is_flag=True,
    help="Write nothing; print the content of each file.",
)
database_option = click.option(
    "--database",
    metavar="FILE|URL",
    default="privacy-requests.db",
    show_default=True,
    envvar="PRIVACY_DATABASE",
    show_envvar=True,
    help="The database of the requests: a file, or postgresql://user@host/database.",
)
by_option = click.option(
    "--by",
    metavar="NAME",
    default=getpass.getuser,
    envvar="PRIVACY_OFFICER",
    show_envvar=True,
    help="Your name, for the history of the request.  [default: your login name]",
)
rows_format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="`csv` is for a spreadsheet, `json` for a program.",
)
