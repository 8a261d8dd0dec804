"""`mkdocs-privacy requests report`: what became of the requests of a year."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from mkdocs_privacy.cli.opening import open_site, problem_of_language
from mkdocs_privacy.cli.options import config_file_option, database_option
from mkdocs_privacy.cli.reporting import report as report_findings
from mkdocs_privacy.cli.requests.fragment import as_section
from mkdocs_privacy.cli.requests.opening import open_store, read_today
from mkdocs_privacy.cli.requests.private_files import write_private
from mkdocs_privacy.cli.requests.tables import Row, rows_as_csv, rows_as_text
from mkdocs_privacy.findings import has_errors
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.requests.store import Report, Summary, closed_figures, report_of
from mkdocs_privacy.terminal import counted, printable
from mkdocs_privacy.writing import write_new


@click.command()
@click.option(
    "--year",
    metavar="2026",
    type=click.IntRange(2018, 9999),
    required=True,
    help="The year in which requests came in.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "csv", "json", "markdown"]),
    default="text",
    show_default=True,
    help="`markdown` is a section for your site, without small numbers.",
)
@click.option(
    "--language",
    metavar="nl",
    help="The language of `markdown`, instead of the default language of the site.",
)
@config_file_option
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; it must not exist yet. Default: standard output.",
)
@database_option
def report(
    year: int,
    format_name: str,
    language: str | None,
    config_file: Path,
    output: Path | None,
    database: str,
) -> None:
    """Report on the requests received in a year: numbers by right, outcome, ground and channel, the
    days to an answer, and how many were extended or late.

    Open and deleted requests are included. Days count from receipt to answer, except for withdrawn
    requests.

    `--format markdown` writes a section for `privacy/sections/`, to publish the figures. No law
    requires that. It hides numbers from 1 to 4, and others from which they could be computed.

    \b
    Examples:
      mkdocs-privacy requests report --year 2026
      mkdocs-privacy requests report --year 2026 --format csv --output 2026.csv
      mkdocs-privacy requests report --year 2026 --format markdown --language nl
        --output privacy/sections/requests-2026.nl.md
    """
    if language and format_name != "markdown":
        raise click.UsageError(
            "--language needs --format markdown: the other formats are in English."
        )
    localization = _localization(config_file, language) if format_name == "markdown" else None
    today = read_today()
    with open_store(database, only_reads=True) as store, store.transaction():
        figures, still_open = closed_figures(store), store.requests()
    written = report_of(year, figures, still_open, today)
    if localization:
        _warn(written)
        content = as_section(written, localization)
    else:
        content = f"{_FORMATS[format_name](written)}\n"
    if output is None:
        click.echo(content, nl=False)
        return
    if localization:  # it is there to be published, in a site that may have no section yet
        if output.parent.parent.is_dir():
            output.parent.mkdir(exist_ok=True)
        write_new(output, content.encode("utf-8"))
    else:
        # a spreadsheet takes a file for UTF-8 only where it begins with a byte order mark
        encoding = "utf-8-sig" if format_name == "csv" else "utf-8"
        write_private(output, content, encoding=encoding)
    click.echo(printable(f"wrote {output}: {counted(written.total.received, 'request')}"))


def _localization(config_file: Path, language: str | None) -> Localization:
    """The words of the site; raises ClickException where it has none."""
    site = open_site(config_file)
    if problem := problem_of_language(site, language):
        raise click.UsageError(problem)
    report_findings(site.findings_beside_data)
    if has_errors(site.findings_beside_data):
        raise click.ClickException("nothing was written: fix the errors first")
    return site.localization(language)


def _warn(written: Report) -> None:
    """Whoever compares two sections of one year sees what changed: one request, it may be."""
    if written.today.year <= written.year or written.total.open:
        click.echo(
            f"Warning: publish the figures of {written.year} once, when the year is over and all "
            "its requests are closed: a comparison of two such sections can reveal the hidden "
            "numbers",
            err=True,
        )


def _as_text(written: Report) -> str:
    tables = (
        _table("right", written.by_right, _ends),
        _table("right", written.by_right, _times),
        _table("ground of refusal", written.by_ground, _number),
        _table("channel", written.by_channel, _number),
        _table("month of receipt", written.by_month, _number),
    )
    return "\n\n".join(["\n".join(_in_short(written)), *filter(None, tables)])


def _in_short(written: Report) -> Iterator[str]:
    total = written.total
    yield f"Requests received in {written.year}, as they stood on {written.today}"
    yield ""
    yield (
        f"{total.received} received, {total.open} open ({total.overdue} of them overdue), "
        f"{total.extended} extended, {total.late} closed late"
    )
    if total.longest_days is not None:
        yield (
            f"from receipt to answer: median {_plain(total.median_days)} days, longest "
            f"{counted(total.longest_days, 'day')}"
        )
    if total.days_unknown:
        yield (
            f"not included in the days: {counted(total.days_unknown, 'answer')} from an older "
            "version, which did not record them"
        )


def _table(name: str, groups: Mapping[str, Summary], columns: Callable[[Summary], Row]) -> str:
    """A line for each group; nothing where there is none."""
    rows = [{name: group, **columns(summary)} for group, summary in groups.items()]
    return rows_as_text(rows) if rows else ""


def _number(summary: Summary) -> Row:
    return {"requests": summary.received}


def _ends(summary: Summary) -> Row:
    ends = {outcome.replace("_", " "): number for outcome, number in summary.outcomes.items()}
    return {"received": summary.received, **ends, "open": summary.open}


def _times(summary: Summary) -> Row:
    return {
        "median days": _plain(summary.median_days),
        "longest days": summary.longest_days,
        "extended": summary.extended,
        "late": summary.late,
        "overdue": summary.overdue,
    }


def _as_csv(written: Report) -> str:
    groups = {"year": {str(written.year): written.total}, **_groups(written)}
    return rows_as_csv(
        [
            {
                "by": by,
                "name": name,
                **summary.row(),
                "median_days": _plain(summary.median_days),
            }
            for by, summaries in groups.items()
            for name, summary in summaries.items()
        ]
    )


def _as_json(written: Report) -> str:
    told = {
        "year": written.year,
        "today": written.today.isoformat(),
        "total": written.total.row(),
        **{
            f"by_{by}": {name: summary.row() for name, summary in summaries.items()}
            for by, summaries in _groups(written).items()
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _groups(written: Report) -> dict[str, Mapping[str, Summary]]:
    """All but the total, by how it is grouped."""
    return {
        "month": written.by_month,
        "channel": written.by_channel,
        "right": written.by_right,
        "ground": written.by_ground,
    }


def _plain(days: float | None) -> str:
    """A number of days: 12, or 12.5."""
    return "" if days is None else f"{days:g}"


_FORMATS: dict[str, Callable[[Report], str]] = {
    "text": _as_text,
    "csv": _as_csv,
    "json": _as_json,
}
