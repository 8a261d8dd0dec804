"""`mkdocs-privacy requests assign`, `note` and `reopen`: while a request is dealt with."""

from __future__ import annotations

import click

from mkdocs_privacy.cli.options import by_option, database_option
from mkdocs_privacy.cli.requests.opening import find_request, open_store, read_today, sign
from mkdocs_privacy.cli.requests.status_words import status_in_words
from mkdocs_privacy.requests.store import EntryKind
from mkdocs_privacy.terminal import printable

_KINDS = {"note": EntryKind.NOTE, "identity": EntryKind.IDENTITY, "action": EntryKind.ACTION}


@click.command()
@click.argument("reference")
@click.argument("name", required=False)
@click.option("--nobody", is_flag=True, help="Remove the assignment.")
@by_option
@database_option
def assign(reference: str, name: str | None, nobody: bool, by: str, database: str) -> None:
    """Assign the request REFERENCE to NAME.

    \b
    Examples:
      mkdocs-privacy requests assign 7K3F-9QXZ-W2M4-6H8T "An Peeters"
      mkdocs-privacy requests assign 7K3F-9QXZ-W2M4-6H8T --nobody
    """
    if nobody == bool(name):
        raise click.UsageError("Give the name of the person who handles it, or --nobody.")
    with open_store(database) as store:
        found = find_request(store, reference)
        store.assign(found.request.reference, name, sign(by))
    click.echo(printable(f"{found.request.reference}: assigned to {name or 'nobody'}"))


@click.command()
@click.argument("reference")
@click.argument("words")
@click.option(
    "--kind",
    type=click.Choice(list(_KINDS)),
    default="note",
    show_default=True,
    help="`identity`: the evidence of identity that you saw; `action`: what you did.",
)
@by_option
@database_option
def note(reference: str, words: str, kind: str, by: str, database: str) -> None:
    """Add WORDS to the history of the request REFERENCE. Entries are never changed.

    Note which evidence of identity you saw. Never copy the evidence here. The history is deleted
    together with the request.

    \b
    Examples:
      mkdocs-privacy requests note 7K3F-9QXZ-W2M4-6H8T "Called back, will write again."
      mkdocs-privacy requests note 7K3F-9QXZ-W2M4-6H8T --kind identity "Customer number and address"
      mkdocs-privacy requests note 7K3F-9QXZ-W2M4-6H8T --kind action "Erased in the shop"
    """
    with open_store(database) as store:
        found = find_request(store, reference)
        store.note(found.request.reference, _KINDS[kind], words, sign(by))
    click.echo(f"{found.request.reference}: noted")


@click.command()
@click.argument("reference")
@by_option
@database_option
def reopen(reference: str, by: str, database: str) -> None:
    """Reopen the closed request REFERENCE.

    The due date stays the same. The history keeps both the closing and the reopening.

    \b
    Example:
      mkdocs-privacy requests reopen 7K3F-9QXZ-W2M4-6H8T
    """
    with open_store(database) as store:
        found = find_request(store, reference)
        opened = store.reopen(found.request.reference, sign(by))
    click.echo(f"reopened {found.request.reference}: {status_in_words(opened, read_today())}")
