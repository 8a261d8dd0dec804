"""`mkdocs-privacy verify`: whether every release is still as it was released."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.cli.options import config_file_option, findings_format_option
from mkdocs_privacy.cli.reporting import counted_by_severity, report
from mkdocs_privacy.findings import has_errors
from mkdocs_privacy.terminal import counted


@click.command()
@config_file_option
@findings_format_option
@click.pass_context
def verify(context: click.Context, config_file: Path, format_name: str) -> None:
    """Check that no release was altered. Every build does the same.

    It computes the hash of each file again. A file that was altered, is missing or does not belong
    there is an error. Each release must also contain the hash of the previous one.

    Findings, and a line for each release, go to standard output. A summary goes to standard error.
    Exits with 0 if there are no errors, and with 1 if there are.

    \b
    Examples:
      mkdocs-privacy verify
      mkdocs-privacy verify --format github
    """
    site = open_site(config_file)
    findings, found = (*site.settings.findings(), *site.archive.findings), site.archive.found
    if format_name in ("text", "concise"):
        for release, is_sound in found.items():
            click.echo(f"{release}  {'ok' if is_sound else 'not as it was released'}")
    report(findings, format_name, site.settings.base)
    count = counted(len(found), "release")
    click.echo(f"{count} in {site.shown(site.releases)}: {counted_by_severity(findings)}", err=True)
    context.exit(1 if has_errors(findings) else 0)
