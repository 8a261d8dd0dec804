"""`mkdocs-privacy schema`: the JSON Schema with which an editor helps to write the data."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.cli.editor_schema import editor_schema_text
from mkdocs_privacy.writing import write_whole


@click.command()
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; an existing file is replaced. Default: standard output.",
)
def schema(output: Path | None) -> None:
    """Write the JSON Schema of the data files, for your editor.

    With it, an editor that supports YAML and JSON Schema completes keys, explains them and marks
    mistakes in every data file that begins with
    `# yaml-language-server: $schema=privacy.schema.json`. `init` writes the schema. Run this
    command again after an upgrade.

    \b
    Example:
      mkdocs-privacy schema --output privacy/privacy.schema.json
    """
    text = editor_schema_text()
    if output is None:
        click.echo(text, nl=False)
    else:
        write_whole(output, text.encode("utf-8"))
