"""`mkdocs-privacy notice`: the e-mail that tells people of a release, in every language."""

from __future__ import annotations

import os
from pathlib import Path

import click

from mkdocs_privacy.changelog import tell_release
from mkdocs_privacy.cli.opening import find_release, open_site
from mkdocs_privacy.cli.options import config_file_option
from mkdocs_privacy.cli.reporting import report
from mkdocs_privacy.exports.notice import compose_notice
from mkdocs_privacy.findings import has_errors
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases import Release
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.writing import write_new


@click.command()
@click.argument("release")
@config_file_option
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    show_default=True,
    help="The folder for the files.",
)
def notice(release: str, config_file: Path, output: Path) -> None:
    """Write the e-mail that announces RELEASE, as one .eml file for each language.

    Open each file in your mail program, check it, add the recipients and send it. The e-mail links
    to the site: set `site_url` in mkdocs.yml, and publish the site before you send it. Existing
    files are never overwritten.

    Exits with 0 if the e-mails were written, and with 1 if they were not.

    \b
    Examples (2030-01-01 is the id of a release):
      mkdocs-privacy notice 2030-01-01
      mkdocs-privacy notice 2030-01-01 --output e-mails
    """
    site = open_site(config_file)
    findings = (*site.settings.others, *site.findings_beside_data)
    report(findings)
    if has_errors(findings):
        raise click.ClickException("no e-mail was written: fix the errors first")
    try:
        chosen = find_release(site, release)
    except ValueError as problem:
        raise click.ClickException(str(problem)) from None
    emails = _emails(chosen, site)
    in_the_way = [file for file in emails if os.path.lexists(output / file)]
    if in_the_way:
        listed = "\n".join(f"  {output / file}" for file in in_the_way)
        raise click.ClickException(
            f"nothing was written, because these files exist already:\n{listed}"
        )
    output.mkdir(parents=True, exist_ok=True)
    for file, content in emails.items():
        write_new(output / file, content)
        click.echo(f"wrote {output / file}")
    click.echo(
        "\nPublish the site first, because the e-mail links to it. Then open each file in a mail "
        "program, check it, add the recipients and send it."
    )


def _emails(release: Release, site: OpenedSite) -> dict[str, bytes]:
    """The files to write, by name."""
    if not site.settings.site_url:
        raise click.ClickException(
            "the e-mail links to pages of the site: set its address in mkdocs.yml, such as "
            "`site_url: https://privacy.example.be/`"
        )
    history = site.archive.history
    if history.is_replaced_before(release):
        raise click.ClickException(
            f"{release.id} was replaced before its day by another release for the same day: write "
            "the e-mail for that one"
        )
    center = _center_today(release, site)
    found = site.addresses_of(center, history)
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
            "the e-mail gives your contact details, but the data has errors: run `mkdocs-privacy "
            "check`"
        )
    return site.loaded.center
