"""`mkdocs-privacy export`: one of the files for other programs, without building the site."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.changelog import tell_history
from mkdocs_privacy.cli.opening import open_site, problem_of_language, refuse_errors
from mkdocs_privacy.cli.options import config_file_option
from mkdocs_privacy.cli.output import refuse_overwriting
from mkdocs_privacy.exports import EXPORTS, Export, Sources
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import suggestion
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.writing import write_whole


@click.command()
@click.argument("format", required=False)
@config_file_option
@click.option("--list", "is_list", is_flag=True, help="List the formats.")
@click.option(
    "--language",
    metavar="LANGUAGE",
    help="The language, of a format with a file for each.  [default: that of the site]",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; an existing one is replaced.  [default: print it]",
)
def export(
    format: str | None,
    config_file: Path,
    is_list: bool,
    language: str | None,
    output: Path | None,
) -> None:
    """Print one of the files for other programs, as `mkdocs build` puts it on the site.

    FORMAT is a name from `export --list`. Exports have published data only: that of the release
    which applies today, or your data if nothing was released.

    Exits with 0 if the file was printed or written. Exits with 1 if the data has errors, or if
    there is nothing to export. Exits with 2 if there is no such format.

    \b
    Examples:
      mkdocs-privacy export --list
      mkdocs-privacy export klaro.json
      mkdocs-privacy export cookies.csv --language fr -o cookies.csv
    """
    if is_list:
        _list()
        return
    chosen = _find(format)
    site = open_site(config_file)
    if output:
        refuse_overwriting(output, "--output", site.settings, [config_file])
    if problem := problem_of_language(site, language):
        raise click.UsageError(problem)
    refuse_errors(site, "nothing was exported, because there are errors")
    render = chosen.find(_sources(site, language))
    if render is None:
        raise click.ClickException(
            f"there is nothing to export as {name_of(chosen)}: the data says nothing about it, "
            "nothing was released, or mkdocs.yml has no `site_url`"
        )
    content = render()
    written = content.encode() if isinstance(content, str) else content
    if output is None:
        click.echo(written, nl=False)
        return
    write_whole(output, written)
    click.echo(f"wrote {output}")


def name_of(export: Export) -> str:
    """What the command calls an export."""
    return export.name.removeprefix("exports/")


def _list() -> None:
    longest = max(len(name_of(export)) for export in EXPORTS)
    for export in EXPORTS:
        click.echo(f"{name_of(export).ljust(longest)}  {export.about}")


def _find(name: str | None) -> Export:
    known = {name_of(export): export for export in EXPORTS}
    if name is None:
        raise click.UsageError("give a format: `mkdocs-privacy export --list` lists them")
    if name.removeprefix("exports/") not in known:
        raise click.UsageError(
            f"there is no format ‘{name}’{suggestion(name, known)}: `mkdocs-privacy export --list` "
            "lists them"
        )
    return known[name.removeprefix("exports/")]


def _sources(site: OpenedSite, language: str | None) -> Sources:
    localization = site.localization(language)
    center = LocalizedCenter(site.center, localization)
    return Sources(
        center,
        tell_history(site.standing.history, localization, site.center),
        site.addresses,
        site.languages,
        site.settings.options.requests,
        site.today,
        site.localizations(),
        site.settings.options.pictures,
        site.frozen_pages.own_templates,
    )
