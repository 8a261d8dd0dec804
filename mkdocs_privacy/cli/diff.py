"""`mkdocs-privacy diff`: what differs between two releases, or a release and the working data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from mkdocs_privacy.changelog import ToldGroup, tell_groups
from mkdocs_privacy.cli.opening import find_release, open_site, problem_of_language, refuse_errors
from mkdocs_privacy.cli.options import config_file_option, language_option
from mkdocs_privacy.cli.reporting import sentence_of
from mkdocs_privacy.cli.told_changes import FORMATS
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.terminal import counted


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two that are compared."""

    name: str
    center: PrivacyCenter


class _Trouble(click.ClickException):
    """Nothing could be compared; an end with 1 would say that something differs."""

    exit_code = 2


class _Diff(click.Command):
    """A command whose every failure is trouble."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError:
            raise  # ends with 2 already, and says how the command is used
        except click.ClickException as error:
            raise _Trouble(error.message) from None
        except OSError as error:
            raise _Trouble(sentence_of(error)) from None


@click.command(cls=_Diff)
@click.argument("before", metavar="[A", required=False)
@click.argument("after", metavar="[B]]", required=False)
@config_file_option
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="`markdown` is for a pull request, `json` for a program.",
)
@language_option
@click.pass_context
def diff(
    context: click.Context,
    before: str | None,
    after: str | None,
    config_file: Path,
    format_name: str,
    language: str | None,
) -> None:
    """List the changes between the releases A and B, in the sentences of the changelog.

    What belongs together is told once, with what it means, and with each change below it.

    Without B, compare A with the current data. Without A and B, compare the newest release with
    the current data.

    Exits with 0 if there are no changes, with 1 if there are, and with 2 if the comparison is not
    possible: the data or a release has errors, or a release does not exist.

    \b
    Examples:
      mkdocs-privacy diff
      mkdocs-privacy diff 2025-05-01
      mkdocs-privacy diff 2025-05-01 2026-03-01 --format markdown
      mkdocs-privacy diff --format json --language en
    """
    site = open_site(config_file)
    if problem := problem_of_language(site, language):
        raise click.UsageError(problem)
    earlier, later = _sides(site, before, after)
    localization = site.localization(language)
    groups = tell_groups(earlier.center, later.center, localization, later.center)
    if groups or format_name == "json":
        click.echo(FORMATS[format_name](groups, localization))
    click.echo(f"from {earlier.name} to {later.name}: {_counted(groups)}", err=True)
    context.exit(1 if groups else 0)


def _sides(site: OpenedSite, before: str | None, after: str | None) -> tuple[_Side, _Side]:
    """What is compared with what; raises ClickException with all that stands in the way."""
    refuse_errors(site, "fix these errors first", with_data=after is None)
    history = site.archive.history
    if before is None:
        if history.newest is None:
            raise click.ClickException(
                "there is no release to compare with: run `mkdocs-privacy release` first"
            )
        before = history.newest.id
    sides, problems = [], []
    for id in (before, after):
        try:
            sides.append(_side(id, site))
        except ValueError as problem:
            problems.append(str(problem))
    if problems:
        raise click.ClickException("; ".join(problems))
    earlier, later = sides
    return earlier, later


def _side(id: str | None, site: OpenedSite) -> _Side:
    """A release, or without an id the data as it is now; raises ValueError where it has no data."""
    if id is None:
        return _Side("the current data", site.working)
    release = find_release(site, id)
    if release.center is None:
        raise ValueError(
            f"{id} was imported as text and has no data: compare its words on the page `versions/` "
            "of the site"
        )
    return _Side(id, release.center)


def _counted(groups: Sequence[ToldGroup]) -> str:
    changes = [told for group in groups for told in group.changes]
    if not changes:
        return "no changes in the data"
    material = sum(told.change.kind.material for told in changes)
    return f"{counted(len(changes), 'change')}, {material or 'none'} of them important"
