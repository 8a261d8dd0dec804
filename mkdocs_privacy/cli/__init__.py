"""The command `mkdocs-privacy`: one module for each subcommand."""

from mkdocs_privacy.cli.group import main

__all__ = ["main"]
