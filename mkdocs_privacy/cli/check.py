"""`mkdocs-privacy check`: every finding about the data, without building the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from mkdocs_privacy.cli.completing import complete_rule
from mkdocs_privacy.cli.coverage import rows_of, write_coverage
from mkdocs_privacy.cli.explaining import explain_rule
from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.cli.options import config_file_option, findings_format_option
from mkdocs_privacy.cli.reporting import counted, report
from mkdocs_privacy.coverage import COVERAGE_FORMATS, summary
from mkdocs_privacy.findings import Finding, has_errors
from mkdocs_privacy.findings.rules.catalogue import NO_LOCK
from mkdocs_privacy.findings.rules.releases import NO_RELEASE
from mkdocs_privacy.mkdocs_conflicts import find_conflicts, replace_stubs
from mkdocs_privacy.mkdocs_settings import list_docs
from mkdocs_privacy.site import (
    OpenedSite,
    find_broken_templates,
    find_left_to_decide,
    find_links_broken_on_disk,
    find_moved_wording,
)

_NO_LOCK = (
    "there is no catalogue.lock, so a new version of this package may change your data: run "
    "`mkdocs-privacy catalogue update`"
)
_NO_RELEASE = (
    "nothing has been released yet, so every page says that it is a draft: when the texts are "
    "right, run `mkdocs-privacy release --effective YYYY-MM-DD`"
)


@click.command()
@config_file_option
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="The data folder to check, instead of the one in mkdocs.yml.",
)
@click.option(
    "--languages",
    metavar="nl,fr,en",
    help="The languages that the data must have, instead of those in mkdocs.yml.",
)
@click.option(
    "--catalogue-dir",
    "catalogues",
    type=click.Path(path_type=Path, file_okay=False),
    multiple=True,
    help="A folder with a catalogue of your own, instead of those in mkdocs.yml; repeatable.",
)
@click.option(
    "--explain",
    metavar="ID|SLUG",
    shell_complete=complete_rule,
    help="Explain one rule, with an example, instead of checking.",
)
@click.option(
    "--coverage",
    type=click.Choice(list(COVERAGE_FORMATS)),
    is_flag=False,
    flag_value="text",
    help="Print where the center answers each item of GDPR articles 12 to 14, 21, 26 to 28 and 30 "
    "and of the ePrivacy Directive, instead of the findings. By default as text.",
)
@findings_format_option
@click.pass_context
def check(
    context: click.Context,
    config_file: Path,
    data: Path | None,
    languages: str | None,
    catalogues: tuple[Path, ...],
    explain: str | None,
    coverage: str | None,
    format_name: str,
) -> None:
    """Check the data files and the releases for errors.

    It is no legal advice: it does not know whether what you say is true. It reports what a build
    would refuse in mkdocs.yml, releases that were altered, and data that differs from the newest
    release. It does not build the site, so it does not run other plugins, hooks or Markdown
    extensions.

    Each finding is one line on standard output, with file and line. The word in brackets at its end
    is the rule: `--explain` explains it. A summary goes to standard error, with how many of the
    items that the law asks for are answered: `--coverage` lists them. With both --data and
    --languages, no mkdocs.yml is needed.

    Exits with 0 if there are only warnings and infos, with 1 if there is an error, and with 2 if
    --explain names an unknown rule.

    \b
    Examples:
      mkdocs-privacy check
      mkdocs-privacy check --data privacy --languages nl,fr --format json
      mkdocs-privacy check --explain unknown-key
      mkdocs-privacy check --coverage
      mkdocs-privacy check --coverage html > coverage.html
    """
    if explain is not None:
        click.echo(explain_rule(explain))
        return
    is_configured = not (data and languages)
    site = open_site(config_file, data, languages, catalogues)
    further = _further_findings(site, is_configured) if site.is_sound else ()
    if site.is_sound and is_configured:
        further = (*_conflicts_in_docs(site, config_file), *further)
    findings = (*site.findings, *site.settle(further))
    if coverage and site.is_sound:
        click.echo(write_coverage(site, coverage))
        return
    report(findings, format_name)
    count = len(site.loaded.files)
    click.echo(f"{counted(findings)} in {count} file{'' if count == 1 else 's'}", err=True)
    if site.is_sound:
        click.echo(f"{summary(rows_of(site))}: `--coverage` lists them", err=True)
    context.exit(1 if has_errors(findings) else 0)


def _conflicts_in_docs(site: OpenedSite, config_file: Path) -> tuple[Finding, ...]:
    """What in the docs folder would stand in the place of ours; other plugins are not asked."""
    files = list_docs(config_file, site.settings.base)
    replace_stubs(files)
    return find_conflicts(files, site)


def _further_findings(site: OpenedSite, is_configured: bool) -> Iterator[Finding]:
    """What can be told of a site without errors: its templates, how it stands to its releases.

    Without a mkdocs.yml nobody knows how readers are addressed, and so what words they got.
    """
    yield from find_left_to_decide(site)
    broken = [*find_broken_templates(site)]
    yield from broken or find_links_broken_on_disk(site)
    history = site.archive.history
    locking = site.loaded.locking
    if len(history) and locking and locking.taken and not locking.lock.exists:
        yield Finding(NO_LOCK, _NO_LOCK)
    if history.newest is None:
        yield Finding(NO_RELEASE, _NO_RELEASE)
        return
    if site.unreleased:
        yield site.unreleased
    in_force = history.in_force(site.today)
    moved = find_moved_wording(in_force, site) if in_force and is_configured else None
    if moved:
        yield moved
