"""What a shell offers where somebody presses Tab, for words that only this program knows."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from mkdocs_privacy.catalogue import Catalogue, names_of, shipped_catalogue
from mkdocs_privacy.cli.catalogue import readable_catalogue
from mkdocs_privacy.cli.shipped_kinds import ADDED_KINDS, AddedKind
from mkdocs_privacy.registry import RULES


def complete_rule(
    _context: click.Context, _option: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """The slugs of rules, each with what it is about; ids where somebody types capitals."""
    return [
        CompletionItem(name, help=rule.explanation.partition(". ")[0])
        for rule in RULES
        for name in (rule.slug, rule.id)
        if name.startswith(incomplete) and (incomplete or name == rule.slug)
    ]


def complete_kind(
    _context: click.Context, _argument: click.Parameter, incomplete: str
) -> list[str]:
    """The kinds of entries."""
    return [kind.name for kind in ADDED_KINDS if kind.name.startswith(incomplete)]


def complete_entry(
    context: click.Context, _argument: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """The entries of a kind, each with its name, those of the site's own catalogue among them."""
    kind = context.params.get("kind")
    if not isinstance(kind, AddedKind):
        return []
    entries = kind.entries(read_catalogue(context))
    return [
        CompletionItem(id, help=next(names_of(entry), ""))
        for id, entry in sorted(entries.items())
        if id.startswith(incomplete)
    ]


def read_catalogue(context: click.Context) -> Catalogue:
    """That of the site; the shipped one where there is no site that can be read."""
    try:
        return readable_catalogue(context.params.get("config_file") or Path("mkdocs.yml"))
    except click.ClickException:
        return shipped_catalogue()
