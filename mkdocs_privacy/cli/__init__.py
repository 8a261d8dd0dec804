"""The command `mkdocs-privacy`: one module for each subcommand."""

from __future__ import annotations

from typing import Any

import click

from mkdocs_privacy import __version__
from mkdocs_privacy.cli.check import check
from mkdocs_privacy.cli.diff import diff
from mkdocs_privacy.cli.import_version import import_version
from mkdocs_privacy.cli.init import init
from mkdocs_privacy.cli.notice import notice
from mkdocs_privacy.cli.release import release
from mkdocs_privacy.cli.reporting import sentence_of
from mkdocs_privacy.cli.requests import requests
from mkdocs_privacy.cli.requests.receive import receive
from mkdocs_privacy.cli.schema import schema
from mkdocs_privacy.cli.verify import verify
from mkdocs_privacy.terminal import printable


class _Commands(click.Group):
    """Subcommands in which a file that cannot be read or written is a sentence, not a traceback,
    and no error holds anything that a terminal would obey."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            raise click.ClickException(printable(sentence_of(error))) from None
        except click.ClickException as error:
            vars(error)["message"] = printable(error.message)  # click calls it final
            raise


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mkdocs-privacy")
def main() -> None:
    """A privacy center in several languages, generated from data.

    \b
    Begin a new one:           mkdocs-privacy init my-privacy-center
    See what is wrong with it: mkdocs-privacy check
    Look at it:                mkdocs serve
    Freeze it as a release:    mkdocs-privacy release --effective 2026-03-01
    Receive people's requests: mkdocs-privacy receive
    """


for command in (
    *(init, check, release, diff, verify, notice, import_version, schema),
    *(receive, requests),
):
    main.add_command(command)

__all__ = ["main"]
