"""The group `requests`, and where each of its subcommands stands."""

from __future__ import annotations

import click

from mkdocs_privacy.cli.lazily import LazyGroup

_HERE = "mkdocs_privacy.cli.requests"


@click.group(
    cls=LazyGroup,
    short_help="Deal with the requests that were received.",
    lazy={
        "add": (f"{_HERE}.adding:add", "Write down a request that came by telephone or letter."),
        "assign": (f"{_HERE}.dealing:assign", "Note who deals with a request."),
        "backup": (f"{_HERE}.backing_up:backup", "Copy all requests to a file, safely."),
        "calendar": (f"{_HERE}.due_dates:calendar", "Write the due dates for your calendar."),
        "close": (f"{_HERE}.closing:close", "Note that a request was answered."),
        "counts": (f"{_HERE}.counting:counts", "Count the requests that were closed."),
        "draft": (f"{_HERE}.drafting:draft", "Draft a letter or an e-mail about a request."),
        "export": (f"{_HERE}.exporting:export", "Write out everything stored of requests."),
        "extend": (f"{_HERE}.extending:extend", "Extend the time to answer a request."),
        "list": (f"{_HERE}.listing:list_requests", "List requests, the most urgent one first."),
        "note": (f"{_HERE}.dealing:note", "Add something to the history of a request."),
        "purge": (f"{_HERE}.purging:purge", "Forget requests that were closed long ago."),
        "reopen": (f"{_HERE}.dealing:reopen", "Take back that a request was closed."),
        "report": (f"{_HERE}.yearly:report", "Report on the requests of a year."),
        "show": (f"{_HERE}.stored_requests:show", "Show what a request asks, and its history."),
    },
)
def requests() -> None:
    """Deal with the requests that `mkdocs-privacy receive` has stored.

    All of it works while requests are being received. Needs
    `pip install 'mkdocs-privacy[receiver]'`, but for `list --preview`.

    \b
    What is there to do:        mkdocs-privacy requests list
    What does this one ask:     mkdocs-privacy requests show 7K3F-9QXZ-W2M4-6H8T
    Draft the answer:           mkdocs-privacy requests draft 7K3F-9QXZ-W2M4-6H8T --outcome granted
    It was answered:            mkdocs-privacy requests close 7K3F-9QXZ-W2M4-6H8T --outcome granted
    It came by telephone:       mkdocs-privacy requests add --right access --via telephone
    Everything about somebody:  mkdocs-privacy requests export 7K3F-9QXZ-W2M4-6H8T
    Figures of a year:          mkdocs-privacy requests report --year 2026
    """
