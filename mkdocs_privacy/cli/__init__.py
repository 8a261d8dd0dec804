"""The command `mkdocs-privacy`, with its subcommands."""

from mkdocs_privacy.cli.group import main

__all__ = ["main"]
