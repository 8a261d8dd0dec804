"""The group `requests`, and where each of its subcommands stands."""

from __future__ import annotations

import click

from mkdocs_privacy.cli.lazily import LazyGroup

_HERE = "mkdocs_privacy.cli.requests"


@click.group(
    cls=LazyGroup,
    short_help="Manage the requests that were received.",
    lazy={
        "add": (f"{_HERE}.adding:add", "Add a request that came by telephone or letter."),
        "assign": (f"{_HERE}.dealing:assign", "Assign a request to somebody."),
        "backup": (f"{_HERE}.backing_up:backup", "Back up all requests to a file."),
        "calendar": (f"{_HERE}.due_dates:calendar", "Write the due dates for your calendar."),
        "close": (f"{_HERE}.closing:close", "Mark a request as answered."),
        "counts": (f"{_HERE}.counting:counts", "Count the requests that were closed."),
        "draft": (f"{_HERE}.drafting:draft", "Draft a letter or an e-mail about a request."),
        "export": (f"{_HERE}.exporting:export", "Export everything stored about requests."),
        "extend": (f"{_HERE}.extending:extend", "Extend the time to answer a request."),
        "list": (f"{_HERE}.listing:list_requests", "List requests, the most urgent one first."),
        "note": (f"{_HERE}.dealing:note", "Add a note to the history of a request."),
        "purge": (f"{_HERE}.purging:purge", "Permanently delete old closed requests."),
        "reopen": (f"{_HERE}.dealing:reopen", "Reopen a closed request."),
        "report": (f"{_HERE}.yearly:report", "Report on the requests of a year."),
        "show": (f"{_HERE}.stored_requests:show", "Show what a request asks, and its history."),
    },
)
def requests() -> None:
    """Manage the requests that `mkdocs-privacy receive` has stored.

    All commands work while the receiver runs. They need the extra `receiver` of this package,
    except `list --preview`.

    \b
    List what to do:       mkdocs-privacy requests list
    Show one request:      mkdocs-privacy requests show 7K3F-9QXZ-W2M4-6H8T
    Draft the answer:      mkdocs-privacy requests draft 7K3F-9QXZ-W2M4-6H8T --outcome granted
    Mark it as answered:   mkdocs-privacy requests close 7K3F-9QXZ-W2M4-6H8T --outcome granted
    Add one by telephone:  mkdocs-privacy requests add --right access --via telephone
    Export one request:    mkdocs-privacy requests export 7K3F-9QXZ-W2M4-6H8T
    Report on a year:      mkdocs-privacy requests report --year 2026
    """
