"""What a shell offers where an entry of any kind is named."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from mkdocs_privacy.cli.completing import read_catalogue
from mkdocs_privacy.cli.found import all_entries, title_of


def complete_shipped(
    context: click.Context, _argument: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """The ids of all entries, whatever their kind; `processors.mollie` once somebody typed that."""
    return [
        CompletionItem(name, help=title_of(one))
        for one in all_entries(read_catalogue(context))
        for name in (one.whole_id if "." in incomplete else one.id,)
        if name.startswith(incomplete)
    ]
