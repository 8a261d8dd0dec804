"""`mkdocs-privacy add`: an entry of the catalogue goes into the data files as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

import click
from pydantic import TypeAdapter, ValidationError

from mkdocs_privacy.catalogue import Catalogue, shipped_catalogue
from mkdocs_privacy.cli.addition import Addition, Refused, errors_of, propose, written_entries
from mkdocs_privacy.cli.completing import complete_entry, complete_kind
from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.cli.options import config_file_option
from mkdocs_privacy.cli.own_entry import WRITTEN, own_entry
from mkdocs_privacy.cli.services import advised
from mkdocs_privacy.cli.shipped_kinds import (
    ADDED_KINDS,
    AddedKind,
    UnknownEntry,
    find_added_kind,
    find_entry,
)
from mkdocs_privacy.cli.told_addition import (
    new_findings,
    settled_findings,
    tell_brought,
    tell_consent_tool,
    tell_doubtful,
    tell_twice,
)
from mkdocs_privacy.findings import Finding, Place, as_text
from mkdocs_privacy.model import Slug, suggestion
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.terminal import counted
from mkdocs_privacy.yaml_addition import NewEntry


class _KindType(click.ParamType[AddedKind]):
    """A kind of entry."""

    name = "kind"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> AddedKind:
        kind = value if isinstance(value, AddedKind) else find_added_kind(value)
        if kind is None:
            names = [kind.name for kind in ADDED_KINDS]
            hint = suggestion(value, names)
            self.fail(f"‘{value}’ is no kind{hint}: choose from {', '.join(names)}", param, ctx)
        return kind


@click.command()
@click.argument("kind", type=_KindType(), metavar="KIND", shell_complete=complete_kind)
@click.argument("called", metavar="[ENTRY]", required=False, shell_complete=complete_entry)
@click.option("--as", "own_id", metavar="ID", help="Another id than that of the catalogue.")
@click.option(
    "--name",
    metavar="NAME",
    help="Begin an entry of your own with this name, which the catalogue does not have.",
)
@click.option(
    "--file",
    "chosen",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file of the data folder to write to, instead of the one with this section.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would change as a diff.")
@config_file_option
def add(
    kind: AddedKind,
    called: str | None,
    own_id: str | None,
    name: str | None,
    chosen: Path | None,
    dry_run: bool,
    config_file: Path,
) -> None:
    """Add ENTRY of the catalogue to your data files.

    KIND is processor, cookies, activity, audience, measure, section or right. ENTRY is an id or a
    name of the catalogue; of a carrier with firms in several countries, that of yours is meant.
    Only lines are added, and a `CHECK:` of `init` that the entry answers goes, as does the line
    in which `init` had it commented out, whose fields the entry takes: other comments, order and
    layout of the file stay as they are. Then it lists what the entry brings, and the findings that
    it causes or settles.

    Nothing is written if the entry causes an error. If your data has the entry already, nothing
    changes.

    Exits with 0 if the entry is there, with 1 if it cannot be added, and with 2 if the catalogue
    has no such entry.

    \b
    Examples:
      mkdocs-privacy add processor mollie
      mkdocs-privacy add cookies "Google Analytics"
      mkdocs-privacy add activity newsletter --as news --dry-run
      mkdocs-privacy add processor --name "Bakkerij ICT bv"
    """
    if (called is None) == (name is None):
        raise click.UsageError("give either ENTRY, a name of the catalogue, or --name")
    site = open_site(config_file)
    catalogue = catalogue_of(site)
    entry = (
        _from_catalogue(kind, called, own_id, site)
        if called is not None
        else _of_their_own(kind, name or "", own_id, site)
    )
    if present := _present(site, kind, entry, is_renamed=own_id is not None):
        click.echo(present)
        return
    addition = _propose(site, kind, entry, chosen)
    _refuse_new_errors(site, addition)
    shipped = kind.entries(catalogue).get(entry.fields.get("use", ""), {})
    advice = catalogue.advice.get(entry.fields.get("use", "")) if kind.name == "processor" else None
    # while the files still say what they said before
    told = [*_told(site, addition, shipped, advice)]
    if dry_run:
        click.echo(addition.diff, nl=False)
    else:
        addition.write()
        click.echo(f"added {_shown(kind, entry)} to {_place_of(addition)}")
    for line in told:
        click.echo(line, err=dry_run)


def catalogue_of(site: OpenedSite) -> Catalogue:
    """The catalogue that a site takes its entries from, with those of its own."""
    origins = site.loaded.origins
    return origins.catalogue if origins else shipped_catalogue()


def _from_catalogue(kind: AddedKind, called: str, own_id: str | None, site: OpenedSite) -> NewEntry:
    origins = site.loaded.origins
    country = origins.country if origins else None
    try:
        found = find_entry(kind, called, catalogue_of(site), country)
    except UnknownEntry as unknown:
        instead = (
            f'. To describe it yourself: mkdocs-privacy add {kind.name} --name "NAME"'
            if kind.name in WRITTEN
            else ""
        )
        raise click.UsageError(f"{unknown}{instead}") from None
    return NewEntry(_checked_id(own_id or found), {"use": found})


def _of_their_own(kind: AddedKind, name: str, own_id: str | None, site: OpenedSite) -> NewEntry:
    if kind.name not in WRITTEN:
        raise click.UsageError(
            "--name: more than a name must be decided for this kind. "
            "`mkdocs-privacy docs reference/data` has its fields"
        )
    entry = own_entry(kind, " ".join(name.split()), own_id, site.languages)
    if not entry.id:
        raise click.UsageError("--name: no id can be made of this name: give one with --as")
    _checked_id(entry.id)
    return entry


def _checked_id(id: str) -> str:
    try:
        return TypeAdapter(Slug).validate_python(id)
    except ValidationError as error:
        raise click.UsageError(f"--as: {error.errors()[0]['msg']}") from None


def _present(site: OpenedSite, kind: AddedKind, entry: NewEntry, *, is_renamed: bool) -> str | None:
    """That an entry is there already; raises ClickException where its id is another's."""
    written = written_entries(site, kind.section)
    use = entry.fields.get("use")
    same = [id for id, used in written.items() if use and used == use]
    if entry.id in written and entry.id not in same and (written[entry.id] or not use):
        raise click.ClickException(
            f"{_shown(kind, entry)} is another entry already, in "
            f"{site.loaded.places[*kind.section, entry.id]}: give another id with --as"
        )
    if entry.id not in written and (is_renamed or not same):
        return None
    id = entry.id if entry.id in written else same[0]
    place = site.loaded.places[*kind.section, id]
    return f"{'.'.join((*kind.section, id))} is there already, in {place}: nothing was changed"


def _propose(site: OpenedSite, kind: AddedKind, entry: NewEntry, chosen: Path | None) -> Addition:
    if not site.settings.data.is_dir():
        _refuse(site.findings)
    try:
        return propose(site, kind.section, entry, chosen)
    except Refused as reason:
        raise click.ClickException(f"nothing was written: {reason}") from None


def _refuse_new_errors(site: OpenedSite, addition: Addition) -> None:
    errors = errors_of(new_findings(site, addition.site))
    if errors:
        _refuse(errors)


def _refuse(findings: tuple[Finding, ...]) -> NoReturn:
    raise click.ClickException(
        f"nothing was written, because of what would be wrong then:\n{as_text(findings)}"
    )


def _told(
    site: OpenedSite, addition: Addition, shipped: Mapping[str, Any], advice: str | None
) -> Iterator[str]:
    yield from tell_twice(site, addition)
    yield from tell_brought(site, addition)
    yield from tell_doubtful(shipped)
    if advice:
        yield advised(advice)
    yield from tell_consent_tool(addition)
    if settled := settled_findings(site, addition.site):
        yield f"\nThis settles:\n{as_text(settled)}"
    if needed := new_findings(site, addition.site):
        yield f"\nWhat it needs now:\n{as_text(needed)}"
    if errors := errors_of(addition.site.findings):
        number = counted(len(errors), "error")
        yield f"\nYour data still has {number}: run `mkdocs-privacy check`"


def _shown(kind: AddedKind, entry: NewEntry) -> str:
    return ".".join((*kind.section, entry.id))


def _place_of(addition: Addition) -> Place | str:
    path = (*addition.section, addition.entry.id)
    return addition.site.loaded.places.get(path) or addition.site.shown(addition.file)
