"""The command itself, and where each of its subcommands stands."""

from __future__ import annotations

from typing import Any

import click

from mkdocs_privacy import __version__
from mkdocs_privacy.cli.lazily import LazyGroup
from mkdocs_privacy.cli.streams import write_anything
from mkdocs_privacy.garbage import look_seldom
from mkdocs_privacy.terminal import printable

_HERE = "mkdocs_privacy.cli"


class _Commands(LazyGroup):
    """Subcommands in which a file that cannot be read or written is a sentence, not a traceback,
    so are words that are no text, and no error holds anything that a terminal would obey. What a
    terminal or a pipe cannot show is escaped."""

    def main(self, *args: Any, **extra: Any) -> Any:
        look_seldom()
        write_anything()
        return super().main(*args, **extra)

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
            raise click.ClickException("an argument is not valid UTF-8: type it again") from None
        except click.ClickException as error:
            vars(error)["message"] = printable(error.message)  # click calls it final
            raise


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    lazy={
        "add": (f"{_HERE}.add:add", "Add an entry of the catalogue to the data files."),
        "catalogue": (
            f"{_HERE}.catalogue:catalogue",
            "Look things up in the catalogue, and take its news over.",
        ),
        "check": (f"{_HERE}.check:check", "Check the data files and the releases for errors."),
        "diff": (f"{_HERE}.diff:diff", "List the changes between two releases."),
        "docs": (f"{_HERE}.docs:docs", "Print the documentation of this version."),
        "export": (f"{_HERE}.export:export", "Print a file for other programs."),
        "import-version": (
            f"{_HERE}.import_version:import_version",
            "Import the text of an old policy as a past version.",
        ),
        "init": (f"{_HERE}.init:init", "Create a small complete site."),
        "notice": (f"{_HERE}.notice:notice", "Write the e-mail that announces a release."),
        "receive": (
            f"{_HERE}.requests.receive:receive",
            "Run a server that receives requests.",
        ),
        "release": (f"{_HERE}.release:release", "Freeze the data and the wording as a release."),
        "requests": (f"{_HERE}.requests:requests", "Manage the requests that were received."),
        "scan": (
            f"{_HERE}.scan:scan",
            "Visit a website, and compare what it stores and asks for with the data.",
        ),
        "schema": (
            f"{_HERE}.schema:schema",
            "Write the JSON Schema of the data files, for your editor.",
        ),
        "show": (
            f"{_HERE}.show:show",
            "Print the completed data, and where each value comes from.",
        ),
        "verify": (f"{_HERE}.verify:verify", "Check that no release was altered."),
    },
)
@click.version_option(__version__, prog_name="mkdocs-privacy")
def main() -> None:
    """Build a privacy center in several languages from YAML files.

    \b
    Create a site:           mkdocs-privacy init my-privacy-center
    Check the data:          mkdocs-privacy check
    Preview the site:        mkdocs serve
    Read the documentation:  mkdocs-privacy docs
    Release a version:       mkdocs-privacy release --effective YYYY-MM-DD
    Receive requests:        mkdocs-privacy receive
    List the requests:       mkdocs-privacy requests list
    """
