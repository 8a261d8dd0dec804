"""`mkdocs-privacy notice`: the e-mail that tells people of a release, in every language."""

from __future__ import annotations

import os
from pathlib import Path

import click

from mkdocs_privacy.changelog import tell_release
from mkdocs_privacy.cli.opening import find_release, open_site
from mkdocs_privacy.cli.options import config_file_option
from mkdocs_privacy.cli.reporting import report
from mkdocs_privacy.exports import compose_notice
from mkdocs_privacy.findings import has_errors
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.pages import page_kinds
from mkdocs_privacy.releases import Release
from mkdocs_privacy.site import OpenedSite


@click.command()
@click.argument("release")
@config_file_option
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    show_default=True,
    help="The folder to write in.",
)
def notice(release: str, config_file: Path, output: Path) -> None:
    """Write the e-mail that tells people of RELEASE, as an .eml file for each language.

    A mail program opens such a file as a draft: look at it, fill in to whom it goes, and send it.
    Its links need `site_url` in mkdocs.yml. A file that is there already is never overwritten.

    Ends with 0 where the e-mails were written, with 1 where they were not.

    \b
    Examples:
      mkdocs-privacy notice 2026-03-01
      mkdocs-privacy notice 2026-03-01 --output e-mails
    """
    site = open_site(config_file)
    findings = (*site.settings.others, *site.findings_beside_data)
    report(findings)
    if has_errors(findings):
        raise click.ClickException("no e-mail was written: mend the errors first")
    try:
        chosen = find_release(site, release)
    except ValueError as problem:
        raise click.ClickException(str(problem)) from None
    emails = _emails(chosen, site)
    in_the_way = [file for file in emails if os.path.lexists(output / file)]
    if in_the_way:
        listed = "\n".join(f"  {output / file}" for file in in_the_way)
        raise click.ClickException(f"nothing was written, because this is there already:\n{listed}")
    output.mkdir(parents=True, exist_ok=True)
    for file, content in emails.items():
        with (output / file).open("xb") as opened:
            opened.write(content)
        click.echo(f"wrote {output / file}")
    click.echo("\nOpen them in a mail program, look at them, and fill in to whom they go.")


def _emails(release: Release, site: OpenedSite) -> dict[str, bytes]:
    """The files to write, by name."""
    if not site.settings.site_url:
        raise click.ClickException(
            "the e-mail leads to pages of the site: say in mkdocs.yml where that is, such as "
            "`site_url: https://privacy.example.be/`"
        )
    history = site.archive.history
    if history.is_replaced_at_once(release):
        raise click.ClickException(
            f"{release.id} was replaced by another release of the same day: tell people of that one"
        )
    center = _center_today(release, site)
    found = site.addresses_of(page_kinds(center, history))
    emails = {}
    for language, addresses in found.items():
        localization = site.localization(language)
        entry = tell_release(release, history.before(release), localization, center)
        email = compose_notice(entry, center, localization, addresses)
        emails[f"notice-{release.id}.{language}.eml"] = email
    return emails


def _center_today(release: Release, site: OpenedSite) -> PrivacyCenter:
    """The data that applies today, or the best that there is in its place."""
    in_force = site.archive.history.in_force(site.today)
    for known in (in_force, release):
        if known and known.center:
            return known.center
    if site.loaded.center is None:
        raise click.ClickException(
            "the e-mail says how to reach the organisation, and the data has errors: "
            "`mkdocs-privacy check` names them"
        )
    return site.loaded.center
