"""`mkdocs-privacy show`: the data with all that was filled in, and where each value comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from mkdocs_privacy.cli.completed import (
    UnknownPath,
    as_json,
    as_yaml,
    completed_data,
    find,
    leaves,
    resolved_files,
    stated,
)
from mkdocs_privacy.cli.opening import open_site, problem_of_language
from mkdocs_privacy.cli.options import config_file_option
from mkdocs_privacy.findings import Severity, as_text
from mkdocs_privacy.loading import Origins
from mkdocs_privacy.model import PrivacyCenter, suggestion
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.terminal import counted, printable
from mkdocs_privacy.writing import write_new


@click.command()
@click.argument("path", required=False, default="")
@config_file_option
@click.option(
    "--language",
    metavar="nl",
    help="Print each text in this language only.",
)
@click.option(
    "--resolved",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the whole data to a new folder, so that it needs no catalogue any more.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["yaml", "json"]),
    default="yaml",
    show_default=True,
    help="`json` is for a program.",
)
def show(
    path: str, config_file: Path, language: str | None, resolved: Path | None, format_name: str
) -> None:
    """Print the data with all that the catalogue fills in, or the part of it at PATH.

    At the end of each line stands where the value comes from: the file and line where you wrote
    it, the entry of the catalogue, what chose it (your country, a category of recipients), or
    `default`.

    With --resolved, FOLDER gets data files that mean the same without the catalogue. Put them in
    place of your data to own every word. `use` becomes `taken_from`. Comments are not copied.

    Exits with 0, with 1 if the data has errors or FOLDER is not empty, and with 2 if there is no
    such PATH or language.

    \b
    Examples:
      mkdocs-privacy show
      mkdocs-privacy show activities.orders.retention --language nl
      mkdocs-privacy show processors.mollie --format json
      mkdocs-privacy show --resolved privacy-resolved
    """
    site = open_site(config_file)
    if resolved and (path or language):
        raise click.UsageError("--resolved writes the whole data: leave out PATH and --language")
    problem = problem_of_language(site, language)
    if problem:
        raise click.UsageError(problem)
    center, origins = _loaded(site)
    if resolved:
        _write(resolved, resolved_files(center, origins))
        return
    data = stated(completed_data(center, language, is_whole=True), origins)
    try:
        where, value = find(data, path)
    except UnknownPath as unknown:
        listed = f": choose from {', '.join(unknown.known)}" if unknown.known else ""
        *around, last = unknown.wrong.split(".")
        inside = f"`{'.'.join(around)}`" if around else "the data"
        hint = suggestion(last, unknown.known) or _deeper(data, path)
        raise click.UsageError(f"{inside} has no ‘{last}’{hint}{listed}") from None
    if format_name == "json":
        told = {
            ".".join(map(str, leaf)): as_json(origins.of(leaf), origins)
            for leaf, _ in leaves(value, where)
        }
        click.echo(json.dumps({"data": value, "origins": told}, ensure_ascii=False, indent=2))
        return
    click.echo(printable(as_yaml(value, where, origins)), nl=False)


def _deeper(data: Mapping[str, Any], path: str) -> str:
    """The same keys inside a section, for who left it out."""
    found = []
    for section in data:
        try:
            find(data, f"{section}.{path}")
        except UnknownPath:
            continue
        found.append(f"‘{section}.{path}’")
    return f" (did you mean {' or '.join(found)}?)" if found else ""


def _loaded(site: OpenedSite) -> tuple[PrivacyCenter, Origins]:
    loaded = site.loaded
    if loaded.center is None or loaded.origins is None:
        wrong = [one for one in site.findings if one.severity is Severity.ERROR]
        raise click.ClickException(f"fix these errors first:\n{as_text(wrong)}")
    return loaded.center, loaded.origins


def _write(folder: Path, files: dict[str, str]) -> None:
    """Write the files into a folder that is new or empty."""
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(f"{folder} is not empty: give a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        write_new(folder / name, text.encode("utf-8"))
    click.echo(f"{counted(len(files), 'file')} in {folder}: {', '.join(files)}")
