"""`mkdocs-privacy catalogue list`, `search` and `show`: what there is to take, for people."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from mkdocs_privacy.catalogue import find_ids
from mkdocs_privacy.cli.catalogue.completing import complete_shipped
from mkdocs_privacy.cli.catalogue.reading import readable_catalogue
from mkdocs_privacy.cli.found import (
    Found,
    all_entries,
    as_json,
    brings,
    find_kind,
    found_by_words,
    title_of,
    to_write,
)
from mkdocs_privacy.cli.options import config_file_option
from mkdocs_privacy.model import suggestion
from mkdocs_privacy.terminal import counted, printable

_WIDEST = 40

_format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="`json` is for a program.",
)


@click.command("list")
@click.argument("kind", required=False)
@config_file_option
@_format_option
def list_entries(kind: str | None, config_file: Path, format_name: str) -> None:
    """List the entries of the catalogue, all of them or those of a KIND such as `processors`.

    Each line has the id, which you write after `use:`, the name, and whether the facts were read at
    the source (`verified`) or not. Catalogues of your own (`catalogue_dirs` in `mkdocs.yml`) are
    part of it.

    Exits with 0, and with 2 if there is no such KIND.

    \b
    Examples:
      mkdocs-privacy catalogue list
      mkdocs-privacy catalogue list activities
      mkdocs-privacy catalogue list processors --format json
    """
    catalogue = readable_catalogue(config_file)
    asked = find_kind(kind) if kind else None
    found = [one for one in all_entries(catalogue) if asked is None or one.kind is asked]
    _print(found, format_name, catalogue.places)
    click.echo(counted(len(found), "entry", "entries"), err=True)


@click.command()
@click.argument("words", nargs=-1, required=True)
@config_file_option
@_format_option
@click.pass_context
def search(
    context: click.Context, words: Sequence[str], config_file: Path, format_name: str
) -> None:
    """Search the catalogue for entries that have all WORDS, in any language.

    It looks at ids, names, companies, categories and texts. An accent, a capital or a plural makes
    no difference. What has whole words comes first, in its name before its texts; then what has
    words that begin so; last, what has a word of four letters or more only inside another.

    Exits with 0, and with 1 if nothing was found.

    \b
    Examples:
      mkdocs-privacy catalogue search nieuwsbrief
      mkdocs-privacy catalogue search google ads
    """
    catalogue = readable_catalogue(config_file)
    found = found_by_words(all_entries(catalogue), " ".join(words))
    _print(found, format_name, catalogue.places)
    click.echo(counted(len(found), "entry", "entries"), err=True)
    context.exit(0 if found else 1)


@click.command()
@click.argument("id", shell_complete=complete_shipped)
@config_file_option
@click.option("--language", metavar="nl", default="en", show_default=True, help="Of the texts.")
@_format_option
def show(id: str, config_file: Path, language: str, format_name: str) -> None:
    """Print the entry with this ID: what it brings, where that is from, and what to write.

    If several kinds have an entry with this ID, it prints each. `processors.mollie` is one of them.
    A name in any language, such as `"Google Analytics"`, does as well.

    Exits with 0, and with 2 if there is no such entry.

    \b
    Examples:
      mkdocs-privacy catalogue show mollie
      mkdocs-privacy catalogue show activities.newsletter --language nl
    """
    catalogue = readable_catalogue(config_file)
    everything = [*all_entries(catalogue)]
    found = [one for one in everything if id in (one.id, one.whole_id)]
    found = found or [one for one in everything if find_ids({one.id: one.entry}, id)]
    if not found:
        known = dict.fromkeys(name for one in everything for name in (one.id, one.whole_id))
        raise click.UsageError(
            f"the catalogue has no ‘{id}’{suggestion(id, known)}: search with `mkdocs-privacy "
            "catalogue search`"
        )
    if format_name == "json":
        written = [as_json(one, catalogue.places) | {"entry": one.entry} for one in found]
        click.echo(json.dumps(written, ensure_ascii=False, indent=2))
        return
    texts = (
        _shown(one, language, str(catalogue.places.get((one.kind.name, one.id), "")))
        for one in found
    )
    click.echo(printable("\n".join(texts)), nl=False)


def _print(found: Sequence[Found], format_name: str, places: Mapping[Any, Any]) -> None:
    if format_name == "json":
        written = [as_json(one, places) for one in found]
        click.echo(json.dumps(written, ensure_ascii=False, indent=2))
        return
    width = min(_WIDEST, max((len(one.id) for one in found), default=0))
    kind = None
    for one in found:
        if one.kind is not kind:
            click.echo(f"{'' if kind is None else chr(10)}{one.kind.name}")
            kind = one.kind
        click.echo(printable(f"  {one.id.ljust(width)}  {title_of(one)}{_standing(one)}"))


def _standing(one: Found) -> str:
    """What must be known of an entry before it is taken."""
    if one.entry.get("withdrawn"):
        return "  (withdrawn)"
    return "  (verified)" if one.is_verified else ""


def _shown(one: Found, language: str, place: str) -> str:
    facts = one.entry.get("facts")
    facts = facts if isinstance(facts, Mapping) else {}
    told: Sequence[tuple[str, Callable[[], Any]]] = (
        ("from", lambda: place),
        ("source", lambda: facts.get("source")),
        ("as of", lambda: facts.get("as_of")),
        ("verified", lambda: {True: "yes", False: "no", None: None}[one.is_verified]),
        ("or else", lambda: one.entry.get("alternatives")),
        ("withdrawn", lambda: one.entry.get("withdrawn")),
    )
    head = [f"{one.kind.singular} {one.id}: {title_of(one, language)}"]
    head += [f"  {name}: {value}" for name, read in told if (value := read())]
    return "\n".join(
        [
            *head,
            "",
            "It brings:",
            "",
            *(f"  {line}" for line in brings(one, language).splitlines()),
            "",
            "Write:",
            "",
            *(f"  {line}" for line in to_write(one).splitlines()),
            "",
        ]
    )
