"""`mkdocs-privacy check`: every finding about the data, without building the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from mkdocs_privacy.cli.languages import read_languages
from mkdocs_privacy.cli.site_config import read_site_config
from mkdocs_privacy.findings import FORMATS, Finding, Severity, has_errors
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import (
    BrokenCatalog,
    FormOfAddress,
    available_languages,
    load_catalog,
)


@click.command(short_help="Say everything that is wrong with the privacy data.")
@click.option(
    "--config-file",
    "-f",
    type=click.Path(path_type=Path, dir_okay=False),
    default="mkdocs.yml",
    show_default=True,
    help="The site: its mkdocs.yml says where the data is and which languages it needs.",
)
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
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="`github` marks the lines of a pull request.",
)
@click.pass_context
def check(
    context: click.Context,
    config_file: Path,
    data: Path | None,
    languages: str | None,
    format_name: str,
) -> None:
    """Say everything that is wrong with the privacy data, without building the site.

    Findings go to standard output, one line each with file and line; a summary goes to standard
    error. Ends with 1 where anything is an error, with 0 where there are only warnings and infos.
    With both --data and --languages no mkdocs.yml is needed.

    \b
    Examples:
      mkdocs-privacy check
      mkdocs-privacy check --data privacy --languages nl,fr --format json
    """
    folder, codes = _what_to_check(config_file, data, languages)
    loaded = load_center(folder, codes, base=Path.cwd())
    findings = (*loaded.findings, *_catalog_findings(folder, codes))
    if findings or format_name == "json":
        click.echo(FORMATS[format_name](findings))
    click.echo(_summary(findings, len(loaded.files)), err=True)
    context.exit(1 if has_errors(findings) else 0)


def _what_to_check(
    config_file: Path, data: Path | None, languages: str | None
) -> tuple[Path, tuple[str, ...]]:
    if data is None or languages is None:
        site = read_site_config(config_file)
        data = data or site.data
        languages = languages or ",".join(site.languages)
    folder = data.absolute()
    try:
        known = available_languages([folder / "locales"])
        return folder, read_languages(languages, known, with_regions=True)
    except ValueError as problem:
        raise click.ClickException(str(problem)) from None


def _catalog_findings(folder: Path, languages: Sequence[str]) -> Iterator[Finding]:
    """What is wrong with words of the site's own, in `locales` beside the data."""
    for language in languages:
        try:
            load_catalog(language, FormOfAddress.INFORMAL, folder / "locales", Path.cwd())
        except BrokenCatalog as broken:
            yield from broken.findings


def _summary(findings: Sequence[Finding], files: int) -> str:
    counted = [
        f"{count} {severity}{'' if count == 1 else 's'}"
        for severity in Severity
        if (count := sum(finding.severity is severity for finding in findings))
    ]
    where = f"in {files} file{'' if files == 1 else 's'}"
    return f"{', '.join(counted) or 'nothing to report'} {where}"
