"""The group of commands, each imported when it is wanted."""

from __future__ import annotations

import click

from mkdocs_privacy.cli.lazily import LazyGroup

_HERE = "mkdocs_privacy.cli.catalogue"


@click.group(
    cls=LazyGroup,
    lazy={
        "list": (f"{_HERE}.looking:list_entries", "List the entries of the catalogue."),
        "search": (f"{_HERE}.looking:search", "Search the catalogue in all languages."),
        "show": (f"{_HERE}.looking:show", "Print an entry, and what to write to take it."),
        "update": (f"{_HERE}.updating:update", "Take over what has changed in the catalogue."),
    },
)
def catalogue() -> None:
    """Look things up in the catalogue, and take its news over.

    \b
    Find what to write:      mkdocs-privacy catalogue search newsletter
    Look at an entry:        mkdocs-privacy catalogue show mailchimp
    See what has changed:    mkdocs-privacy catalogue update --diff
    """
