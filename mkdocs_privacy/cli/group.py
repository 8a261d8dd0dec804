"""The command itself, and where each of its subcommands stands."""

from __future__ import annotations

from typing import Any

import click

from mkdocs_privacy import __version__
from mkdocs_privacy.cli.lazily import LazyGroup
from mkdocs_privacy.terminal import printable

_HERE = "mkdocs_privacy.cli"


class _Commands(LazyGroup):
    """Subcommands in which a file that cannot be read or written is a sentence, not a traceback,
    so are words that are no text, and no error holds anything that a terminal would obey."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            from mkdocs_privacy.cli.reporting import sentence_of

            raise click.ClickException(printable(sentence_of(error))) from None
        except UnicodeEncodeError as error:
            if error.encoding != "utf-8":
                raise
            # what a command line holds that is no UTF-8 becomes half a surrogate pair (PEP 383)
            raise click.ClickException("what was typed is not text in UTF-8") from None
        except click.ClickException as error:
            vars(error)["message"] = printable(error.message)  # click calls it final
            raise


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    lazy={
        "check": (f"{_HERE}.check:check", "Say everything that is wrong with the privacy data."),
        "diff": (f"{_HERE}.diff:diff", "Tell what differs between two releases."),
        "import-version": (
            f"{_HERE}.import_version:import_version",
            "Take an old policy, of which only the text is left, into the history.",
        ),
        "init": (f"{_HERE}.init:init", "Write a small complete site to begin with."),
        "notice": (f"{_HERE}.notice:notice", "Write the e-mail that tells people of a release."),
        "receive": (
            f"{_HERE}.requests.receive:receive",
            "Receive people's requests on a server of your own.",
        ),
        "release": (f"{_HERE}.release:release", "Freeze the data and the words as a release."),
        "requests": (f"{_HERE}.requests:requests", "Deal with the requests that were received."),
        "schema": (
            f"{_HERE}.schema:schema",
            "Write the JSON Schema of the data files, for your editor.",
        ),
        "verify": (f"{_HERE}.verify:verify", "Check that every release is as it was released."),
    },
)
@click.version_option(__version__, prog_name="mkdocs-privacy")
def main() -> None:
    """A privacy center in several languages, generated from data.

    \b
    Begin a new one:           mkdocs-privacy init my-privacy-center
    See what is wrong with it: mkdocs-privacy check
    Look at it:                mkdocs serve
    Freeze it as a release:    mkdocs-privacy release --effective 2026-03-01
    Receive people's requests: mkdocs-privacy receive
    Answer them:               mkdocs-privacy requests list
    """
