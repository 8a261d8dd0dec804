"""`mkdocs-privacy scan`: what a website really does, compared with its data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from mkdocs_privacy.cli.add import catalogue_of
from mkdocs_privacy.cli.looking import Looking, look
from mkdocs_privacy.cli.opening import open_site, refuse_errors, today_of
from mkdocs_privacy.cli.options import config_file_option, findings_format_option
from mkdocs_privacy.cli.output import refuse_other_than_baseline, refuse_overwriting
from mkdocs_privacy.cli.reporting import counted_by_severity, report
from mkdocs_privacy.cli.rule_choice import RuleChoice, rule_options
from mkdocs_privacy.cli.scan_options import scan_options
from mkdocs_privacy.cli.scan_writing import write_missing
from mkdocs_privacy.findings import Finding, has_errors, nearest_place
from mkdocs_privacy.registry import written_baseline
from mkdocs_privacy.scan import (
    KnownSite,
    Observation,
    Proof,
    ScanHeading,
    UnreadableEvidence,
    compare,
    expected_by,
    find_expected,
    host_of,
    not_looked_at,
    read_evidence,
    scan_page,
    site_of,
)
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.terminal import counted
from mkdocs_privacy.writing import write_whole


@dataclass(frozen=True, slots=True)
class _Scanned:
    """What was seen, and what files told."""

    seen: Observation
    proofs: tuple[tuple[str, tuple[Proof, ...]], ...]
    sites: frozenset[str]

    def known_to(self, site: OpenedSite) -> KnownSite:
        """What a site declares."""
        return KnownSite(site.working, catalogue_of(site), self.sites)

    def findings(self, site: OpenedSite) -> tuple[Finding, ...]:
        """Every difference, each with its place in the data or in the file that proves it."""
        known = self.known_to(site)
        expected = (
            finding
            for shown, proofs in self.proofs
            for finding in find_expected(proofs, shown, known)
        )
        return tuple(_placed(one, site) for one in (*compare(self.seen, known).findings, *expected))

    def missing(self, site: OpenedSite) -> tuple[tuple[str, str], ...]:
        """The entries of the catalogue that the data lacks, services before recipients."""
        known = self.known_to(site)
        seen = ((one.section, one.id) for one in compare(self.seen, known).missing)
        told = (
            ("processors", id)
            for _, proofs in self.proofs
            for proof in proofs
            for id in expected_by(proof, known)
        )
        return tuple(dict.fromkeys((*seen, *told)))


@click.command()
@click.argument("urls", metavar="[URL]...", nargs=-1)
@scan_options
@config_file_option
@findings_format_option
@rule_options
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file of old findings that are not shown.",
)
@click.option(
    "--write-baseline",
    is_flag=True,
    help="Write the findings of now to the file that --baseline names.",
)
@click.option(
    "--report",
    "report_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write an HTML page with the findings, all that was seen, and screenshots.",
)
@click.option(
    "--write",
    "writes",
    is_flag=True,
    help="Add the entries of the catalogue that are missing to the data files.",
)
@click.pass_context
def scan(
    context: click.Context,
    /,
    urls: tuple[str, ...],
    config_file: Path,
    format_name: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: Any,
    baseline: Path | None,
    write_baseline: bool,
    report_file: Path | None,
    writes: bool,
    evidence: tuple[Path, ...],
    **asked: Any,
) -> None:
    """Visit a website in a real browser, and compare what it does with your data.

    It visits each URL three times, each time as a new visitor: before any answer to the question
    for consent, after refusing, and after accepting. It notes cookies, storage, service workers,
    hosts of others, frames, forms, and what a consent tool holds back. Values are never kept. It
    sends no form, and obeys robots.txt.

    It needs the extra `scan`, and a Chromium: `playwright install chromium`. With --from it reads a
    recording instead, and with --evidence alone it visits nothing; then no browser is needed.

    Findings go to standard output, as those of `check` do: `check --explain` explains them. To
    ignore one, use a comment or --baseline.

    Exits with 0 if there are only warnings and infos, with 1 if there is an error, and with 2 if an
    option or a file that you gave is wrong.

    \b
    Examples:
      mkdocs-privacy scan https://www.shop.example
      mkdocs-privacy scan --sitemap --max-pages 50 https://www.shop.example
      mkdocs-privacy scan --steps checkout.yml --report scan.html https://www.shop.example
      mkdocs-privacy scan --from recording.har
      mkdocs-privacy scan --evidence package.json --evidence .env --write
    """
    looking = Looking(urls, has_screenshots=report_file is not None, **asked)
    if not (looking.is_asked or evidence):
        raise click.UsageError("give a URL, or a recording with --from, or a file with --evidence")
    if write_baseline and baseline is None:
        raise click.UsageError("--write-baseline needs the file: --baseline scan-baseline.json")
    has_baseline = baseline is not None and not write_baseline
    rules = RuleChoice(select, ignore, severity, baseline, has_baseline=has_baseline)
    site = open_site(config_file)
    site = replace(site, settings=rules.made_in(site.settings))
    inputs = (config_file, *evidence, *looking.recordings, looking.steps)
    if report_file:
        refuse_overwriting(report_file, "--report", site.settings, [*inputs, baseline])
    if baseline and write_baseline:
        refuse_overwriting(baseline, "--baseline", site.settings, inputs)
        refuse_other_than_baseline(baseline)
    refuse_errors(site, "nothing was scanned: fix the errors first")
    proofs = tuple((_shown(path), _read(path)) for path in evidence)
    seen = look(looking, site.working) if looking.is_asked else Observation()
    scanned = _Scanned(seen, proofs, _sites(looking.urls, seen, site))
    if writes:
        for line in write_missing(lambda: replace(site), scanned.missing):
            click.echo(line, err=True)
        site = replace(site)
    settled = site.wanted.settle(scanned.findings(site))
    findings = settled.findings
    if has_baseline:
        old = {one.fingerprint for one in settled.quiet if one.fingerprint}
        findings = (*findings, *site.settle(site.wanted.baseline.find_outdated(old)))
        findings = (*site.settle(site.wanted.baseline.findings), *findings)
    if report_file:
        heading = ScanHeading(site.working.organisation.name, today_of(site))
        page = scan_page(seen, scanned.known_to(site), findings, heading)
        write_whole(report_file, page.encode("utf-8"))
    if baseline and write_baseline:
        write_whole(baseline, written_baseline(findings).encode("utf-8"))
        click.echo(f"wrote {baseline}: {counted_by_severity(findings)}", err=True)
        return
    report(findings, format_name, site.settings.base)
    _tell(seen, findings, len(settled.quiet))
    context.exit(1 if has_errors(findings) else 0)


def _tell(seen: Observation, findings: Sequence[Finding], ignored: int) -> None:
    quiet = f", {ignored} ignored" if ignored else ""
    pages = counted(len(seen.pages), "page")
    click.echo(f"{counted_by_severity(findings)} on {pages}{quiet}", err=True)
    if unseen := not_looked_at(seen):
        click.echo(f"not compared, as the recording has none of it: {unseen}", err=True)


def _read(path: Path) -> tuple[Proof, ...]:
    try:
        return read_evidence(path)
    except UnreadableEvidence as reason:
        raise click.UsageError(f"--evidence {path}: {reason}") from None


def _shown(path: Path) -> str:
    """A file as findings name it: relative to the working folder where it lies below."""
    here = Path.cwd()
    absolute = path.absolute()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()


def _sites(urls: Iterable[str], seen: Observation, site: OpenedSite) -> frozenset[str]:
    """The registered domains that are the site's own."""
    website = site.working.organisation.website
    addresses = (*urls, *seen.pages, *([website] if website else []))
    return frozenset(site_of(host) for host in map(host_of, addresses) if host)


def _placed(finding: Finding, site: OpenedSite) -> Finding:
    """A finding about what is nowhere yet stands where it would be added, or at the top."""
    places = site.loaded.places
    place = finding.place or nearest_place(finding.path, places)
    return replace(finding, place=place or nearest_place(("organisation",), places))
