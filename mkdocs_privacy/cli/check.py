"""`mkdocs-privacy check`: every finding about the data, without building the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from mkdocs_privacy.changelog import unreleased_changes
from mkdocs_privacy.cli.moved_wording import find_moved_wording
from mkdocs_privacy.cli.options import config_file_option, findings_format_option
from mkdocs_privacy.cli.reporting import counted, report
from mkdocs_privacy.cli.working_site import WorkingSite, open_site
from mkdocs_privacy.findings import Finding, Severity, has_errors

_NO_RELEASE = (
    "nothing has been released yet, so every page says that it is a draft: when the texts are "
    "right, run `mkdocs-privacy release --effective DATE`"
)


@click.command()
@config_file_option
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder with the data, instead of the one that mkdocs.yml names.",
)
@click.option(
    "--languages",
    metavar="nl,fr,en",
    help="The languages it needs, instead of those of mkdocs.yml.",
)
@findings_format_option
@click.pass_context
def check(
    context: click.Context,
    config_file: Path,
    data: Path | None,
    languages: str | None,
    format_name: str,
) -> None:
    """Say everything that is wrong with the privacy data, without building the site.

    Also whether the releases are as they were released, and whether the data has moved on since.

    Findings go to standard output, one line each with file and line; a summary goes to standard
    error. Ends with 1 where anything is an error, with 0 where there are only warnings and infos.
    With both --data and --languages no mkdocs.yml is needed.

    \b
    Examples:
      mkdocs-privacy check
      mkdocs-privacy check --data privacy --languages nl,fr --format json
    """
    site = open_site(config_file, data, languages)
    findings = (*site.findings, *_findings_of_releases(site))
    report(findings, format_name)
    count = len(site.loaded.files)
    click.echo(f"{counted(findings)} in {count} file{'' if count == 1 else 's'}", err=True)
    context.exit(1 if has_errors(findings) else 0)


def _findings_of_releases(site: WorkingSite) -> Iterator[Finding]:
    """How the data stands to what was released, where both are without errors."""
    if site.loaded.center is None or has_errors(site.findings):
        return
    history = site.archive.history
    if history.newest is None:
        yield Finding("no-release", _NO_RELEASE, Severity.INFO)
        return
    unreleased = unreleased_changes(history, site.loaded.center, site.localization())
    in_force = history.in_force(site.today)
    moved = find_moved_wording(in_force, site) if in_force and site.is_configured else None
    yield from filter(None, (unreleased, moved))
