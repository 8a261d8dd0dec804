"""`mkdocs-privacy verify`: whether every release is still as it was released."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.cli.options import config_file_option, findings_format_option
from mkdocs_privacy.cli.reporting import counted, report
from mkdocs_privacy.findings import has_errors


@click.command()
@config_file_option
@findings_format_option
@click.pass_context
def verify(context: click.Context, config_file: Path, format_name: str) -> None:
    """Check that every release is as it was released, as every build does too.

    The hash of each file is computed again, and each release must name the hash of the one before:
    a file that was altered, is missing or does not belong there is an error.

    Findings go to standard output, and so does a line for each release; a summary goes to standard
    error. Ends with 1 where anything is an error, with 0 where all is as it was.

    \b
    Examples:
      mkdocs-privacy verify
      mkdocs-privacy verify --format github
    """
    site = open_site(config_file)
    findings, found = (*site.settings.findings(), *site.archive.findings), site.archive.found
    if format_name == "text":
        for release, is_sound in found.items():
            click.echo(f"{release}  {'ok' if is_sound else 'not as it was released'}")
    report(findings, format_name)
    count = f"{len(found)} release{'' if len(found) == 1 else 's'}"
    click.echo(f"{count} in {site.shown(site.releases)}: {counted(findings)}", err=True)
    context.exit(1 if has_errors(findings) else 0)
