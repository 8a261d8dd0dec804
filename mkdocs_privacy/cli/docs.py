"""`mkdocs-privacy docs`: the documentation of this very version, which comes with the package."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.model import suggestion
from mkdocs_privacy.shipped import shipped

_BESIDE = ("README", "CHANGELOG", "CONTRIBUTING", "SECURITY")
"""What stands beside the folder of the documentation, in a checkout and in a wheel."""


def find_pages() -> dict[str, Path]:
    """Every page of the documentation, by the name that somebody types."""
    folder = shipped("docs")
    pages = {
        path.relative_to(folder).with_suffix("").as_posix(): path
        for place in ("how-to", "reference", ".", "decisions")
        for path in sorted((folder / place).glob("*.md"))
    }
    return pages | {name.lower(): folder.parent / f"{name}.md" for name in _BESIDE}


def complete_page(
    _context: click.Context, _argument: click.Parameter, incomplete: str
) -> list[str]:
    """The pages that a shell offers."""
    return [name for name in find_pages() if name.startswith(incomplete)]


@click.command()
@click.argument("page", required=False, shell_complete=complete_page)
def docs(page: str | None) -> None:
    """Print PAGE of the documentation as Markdown. Without PAGE, list all pages.

    This is the documentation of the installed version. It needs no network. Links in it are
    relative to the folder that the list gives at its end.

    \b
    Examples:
      mkdocs-privacy docs
      mkdocs-privacy docs how-to/versions
      mkdocs-privacy docs changelog
      mkdocs-privacy docs reference/data | less
    """
    pages = find_pages()
    if page is None:
        width = max(map(len, pages))
        for name, path in pages.items():
            title = path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")
            click.echo(f"{name.ljust(width)}  {title}")
        click.echo(f"\nThe files are in {shipped('docs')}", err=True)
        return
    name = page.removeprefix("docs/").removesuffix(".md")
    name = name.lower() if name in _BESIDE else name
    if name not in pages:
        raise click.UsageError(
            f"there is no page ‘{page}’{suggestion(name, pages)}: run `mkdocs-privacy docs` for "
            "a list"
        )
    click.echo(pages[name].read_text(encoding="utf-8"), nl=False)
