"""The options of `scan` that say what is visited, and how."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_FILE = click.Path(path_type=Path, dir_okay=False)


def scan_options(command: Command) -> Command:
    """Give a command the options that say what is visited, and how."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option("--sitemap", is_flag=True, help="Visit the pages of each site’s sitemap.xml too."),
    click.option(
        "--steps",
        type=_FILE,
        help="A YAML file with what a visitor does: a list of `open`, `click`, `wait`, `scroll`.",
    ),
    click.option(
        "--from",
        "recordings",
        type=_FILE,
        multiple=True,
        help="A recording to read: a HAR, inspection.json of the Website Evidence Collector, or "
        "the JSON of gdpr-cookie-scanner; repeatable.",
    ),
    click.option(
        "--phase",
        type=click.Choice(["before", "refused", "accepted"]),
        help="What the visitor of the recordings had answered to the question for consent.",
    ),
    click.option(
        "--evidence",
        type=_FILE,
        multiple=True,
        help="A file that tells which recipients to expect: package.json, composer.json, "
        "requirements.txt, .env (names only), a Content-Security-Policy, a list of WordPress "
        "plugins; repeatable.",
    ),
    click.option("--accept-selector", metavar="CSS", help="The control that accepts all."),
    click.option("--refuse-selector", metavar="CSS", help="The control that refuses all."),
    click.option(
        "--max-pages",
        type=click.IntRange(1),
        default=20,
        show_default=True,
        help="Visit no more pages.",
    ),
    click.option(
        "--max-seconds",
        type=click.IntRange(1),
        default=300,
        show_default=True,
        help="Begin no page after this time.",
    ),
    click.option(
        "--max-hosts",
        type=click.IntRange(1),
        default=100,
        show_default=True,
        help="Let pages ask no more hosts.",
    ),
    click.option(
        "--ignore-robots", is_flag=True, help="Visit what robots.txt forbids, on a site of yours."
    ),
    click.option(
        "--browser",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="MKDOCS_PRIVACY_CHROMIUM",
        show_envvar=True,
        help="The Chromium to use, instead of that of Playwright or the system.",
    ),
)
