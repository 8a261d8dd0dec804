"""`mkdocs-privacy requests`: the requests that `receive` has stored."""

from __future__ import annotations

import click

from mkdocs_privacy.cli.requests.closing import close
from mkdocs_privacy.cli.requests.counting import counts
from mkdocs_privacy.cli.requests.exporting import export
from mkdocs_privacy.cli.requests.listing import list_requests, show
from mkdocs_privacy.cli.requests.purging import purge


@click.group(short_help="Look at the requests that were received, and close them.")
def requests() -> None:
    """Look at the requests that `mkdocs-privacy receive` has stored, close them, forget them.

    All of it works while requests are being received, and needs no mkdocs.yml.

    \b
    What is there to do:       mkdocs-privacy requests list
    What does this one ask:    mkdocs-privacy requests show 7K3F-9QXZ-W2M4-6H8T
    It was answered:           mkdocs-privacy requests close 7K3F-9QXZ-W2M4-6H8T --outcome granted
    Everything about somebody: mkdocs-privacy requests export 7K3F-9QXZ-W2M4-6H8T
    How many were there:       mkdocs-privacy requests counts
    """


for command in (list_requests, show, close, export, counts, purge):
    requests.add_command(command)

__all__ = ["requests"]
