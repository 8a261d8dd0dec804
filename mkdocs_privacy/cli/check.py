"""`mkdocs-privacy check`: every finding about the data, without building the site."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from mkdocs_privacy.cli.checking import Asked, Checked, check_site
from mkdocs_privacy.cli.completing import complete_rule
from mkdocs_privacy.cli.coverage import rows_of, write_coverage
from mkdocs_privacy.cli.explaining import explain_rule
from mkdocs_privacy.cli.options import config_file_option, findings_format_option
from mkdocs_privacy.cli.output import refuse_other_than_baseline, refuse_overwriting
from mkdocs_privacy.cli.reporting import counted_by_severity, report
from mkdocs_privacy.cli.rule_choice import RuleChoice, rule_options
from mkdocs_privacy.coverage import COVERAGE_FORMATS, summary
from mkdocs_privacy.findings import Severity, has_errors
from mkdocs_privacy.registry import written_baseline
from mkdocs_privacy.terminal import counted
from mkdocs_privacy.writing import write_whole


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
    help="Explain one rule, with examples and the law, instead of checking.",
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
@rule_options
@click.option(
    "--level",
    type=click.Choice([*map(str, Severity)]),
    default=str(Severity.INFO),
    help="Print only errors, or only errors and warnings. By default everything.",
)
@click.option(
    "--show-ignored",
    is_flag=True,
    help="List the findings that are not shown, each with the reason, on standard error.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file of old findings that are not shown, instead of `baseline` in mkdocs.yml.",
)
@click.option(
    "--write-baseline",
    is_flag=True,
    help="Write the findings of now to the file that --baseline names.",
)
@click.option("--fix", is_flag=True, help="Fix what needs no decision, and check again.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
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
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[tuple[str, Severity], ...],
    level: str,
    show_ignored: bool,
    baseline: Path | None,
    write_baseline: bool,
    fix: bool,
    diff: bool,
    watch: bool,
) -> None:
    """Check the data files and the releases for errors.

    It is no legal advice: it does not know whether what you say is true. It reports what a build
    would refuse in mkdocs.yml, releases that were altered, and data that differs from the newest
    release. It does not build the site, so it does not look for other plugins, hooks or Markdown
    extensions, nor run them.

    Findings go to standard output: file, line and column, what is wrong, and the line itself. The
    word in brackets is the rule: `--explain` explains it. A summary goes to standard error, with
    how many of the items that the law asks for are answered: `--coverage` lists them. With both
    --data and --languages, no mkdocs.yml is needed.

    To ignore one finding, write a comment on its line or on the line above, with the reason:
    `# privacy: ignore RT001: the archive law sets no end`.

    Exits with 0 if there are only warnings and infos, with 1 if there is an error or if --diff
    shows a change, and with 2 if an option is wrong, such as an unknown rule.

    \b
    Examples:
      mkdocs-privacy check
      mkdocs-privacy check --data privacy --languages nl,fr --format json
      mkdocs-privacy check --explain unknown-key
      mkdocs-privacy check --level warning
      mkdocs-privacy check --select RT,CK --severity RT001=error
      mkdocs-privacy check --baseline privacy-baseline.json --write-baseline
      mkdocs-privacy check --coverage
      mkdocs-privacy check --coverage html > coverage.html
    """
    if explain is not None:
        click.echo(explain_rule(explain))
        return
    _refuse_together(
        coverage=bool(coverage), watch=watch, fix=fix, diff=diff, write_baseline=write_baseline
    )
    if write_baseline and baseline is None:
        raise click.UsageError("--write-baseline needs the file: --baseline privacy-baseline.json")
    rules = RuleChoice(select, ignore, severity, baseline, has_baseline=not write_baseline)
    asked = Asked(config_file, data, languages, rules, catalogues)
    if baseline and write_baseline:
        refuse_overwriting(baseline, "--baseline", asked.open().settings, [config_file])
        refuse_other_than_baseline(baseline)
    tell = partial(_tell, format_name=format_name, level=Severity(level), show_ignored=show_ignored)
    if watch:
        _watch(asked, tell)
        return
    if coverage:
        checked = check_site(asked)
        if checked.site.is_sound:
            click.echo(write_coverage(checked.site, coverage))
            return
    elif diff or fix:
        from mkdocs_privacy.cli.fixing import fix_site, fixes_as_diff

        if diff:
            changes = fixes_as_diff(check_site(asked))
            click.echo(changes, nl=False)
            context.exit(1 if changes else 0)
        checked, count = fix_site(partial(check_site, asked))
        click.echo(f"{count} fixed", err=True)
    else:
        checked = check_site(asked)
    if baseline and write_baseline:
        write_whole(baseline, written_baseline(checked.findings).encode("utf-8"))
        click.echo(f"wrote {baseline}: {counted_by_severity(checked.findings)}", err=True)
        return
    tell(checked)
    context.exit(1 if has_errors(checked.findings) else 0)


def _refuse_together(**chosen: bool) -> None:
    """Raise UsageError where two options are given that do not go together."""
    given = [f"--{name.replace('_', '-')}" for name, is_given in chosen.items() if is_given]
    if len(given) > 1:
        raise click.UsageError(f"{given[0]} and {given[1]} do not go together: choose one")


def _watch(asked: Asked, tell: partial[None]) -> None:
    from mkdocs_privacy.cli.watching import do_whenever_files_change

    def check_again() -> None:
        tell(check_site(asked))
        click.echo("waiting for a change; press Ctrl-C to stop", err=True)

    data = asked.open().settings.data
    do_whenever_files_change(check_again, data, asked.config_file)


def _tell(checked: Checked, *, format_name: str, level: Severity, show_ignored: bool) -> None:
    """Print the findings that matter enough, what was ignored, and a summary of all."""
    levels = [*Severity]  # what matters most first
    wanted = levels[: levels.index(level) + 1]
    shown = [one for one in checked.findings if one.severity in wanted]
    report(shown, format_name, checked.site.settings.base)
    if show_ignored:
        for quiet in checked.quiet:
            click.echo(f"ignored: {quiet.finding}: {quiet.on_one_line}", err=True)
    files = counted(len(checked.site.loaded.files), "file")
    ignored = f", {len(checked.quiet)} ignored" if checked.quiet else ""
    left_out = [one for one in checked.findings if one.severity not in wanted]
    not_shown = f"; {counted_by_severity(left_out)} not shown" if left_out else ""
    click.echo(f"{counted_by_severity(shown)} in {files}{ignored}{not_shown}", err=True)
    if checked.site.is_sound:
        click.echo(f"{summary(rows_of(checked.site))}: `--coverage` lists them", err=True)
