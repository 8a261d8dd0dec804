"""The command `mkdocs-privacy`: one module for each subcommand."""

from __future__ import annotations

import errno
from typing import Any

import click

from mkdocs_privacy import __version__
from mkdocs_privacy.cli.check import check
from mkdocs_privacy.cli.init import init
from mkdocs_privacy.cli.schema import schema


class _Commands(click.Group):
    """Subcommands in which a file that cannot be read or written is a sentence, not a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # the reader went away, as `head` does; click knows what to do
            where = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}") from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mkdocs-privacy")
def main() -> None:
    """A privacy center in several languages, generated from data.

    \b
    Begin a new one:           mkdocs-privacy init my-privacy-center
    See what is wrong with it: mkdocs-privacy check
    Look at it:                mkdocs serve
    """


main.add_command(init)
main.add_command(check)
main.add_command(schema)

__all__ = ["main"]
