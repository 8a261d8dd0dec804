"""The site that a command works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from mkdocs_privacy.cli.languages import read_languages
from mkdocs_privacy.findings import Finding, Severity, as_text
from mkdocs_privacy.localization import available_languages
from mkdocs_privacy.mkdocs_settings import UnusableConfiguration, read_settings
from mkdocs_privacy.model import suggestion
from mkdocs_privacy.releases import Release
from mkdocs_privacy.site import OpenedSite, SiteLanguages, SiteSettings


def open_site(
    config_file: Path,
    data: Path | None = None,
    languages: str | None = None,
    catalogues: Sequence[Path] = (),
) -> OpenedSite:
    """The site of a mkdocs.yml, with other data, languages and catalogues where these are given.

    With both no mkdocs.yml is needed. Raises ClickException where there is no such site.
    """
    base = Path.cwd()
    if data and languages:
        settings = SiteSettings(base, base, SiteLanguages(()))
    else:
        try:
            settings = read_settings(config_file, base)
        except UnusableConfiguration as unusable:
            raise click.ClickException(_in_a_sentence(unusable.finding)) from None
    if data:
        options = settings.options.model_copy(update={"data_dir": str(data.absolute())})
        settings = replace(settings, read=replace(settings.read, options=options))
    if catalogues:
        named = tuple(str(folder.absolute()) for folder in catalogues)
        options = settings.options.model_copy(update={"catalogue_dirs": named})
        settings = replace(settings, read=replace(settings.read, options=options))
    if languages:
        known = available_languages([settings.data / "locales"])
        try:
            codes = read_languages(languages, known)
        except ValueError as problem:
            raise click.ClickException(str(problem)) from None
        settings = replace(settings, languages=replace(settings.languages, codes=codes, others=()))
    return OpenedSite(settings)


def _in_a_sentence(finding: Finding) -> str:
    """What is wrong with a mkdocs.yml, after the `Error: ` of a command."""
    place = finding.place
    line = f":{place.line}" if place and place.line > 1 else ""
    return f"{place.file}{line}: {finding.message}" if place else finding.message


def today_of(site: OpenedSite) -> date:
    """The day that counts as today; raises ClickException where that cannot be told."""
    try:
        return site.today
    except ValueError as problem:
        raise click.ClickException(str(problem)) from None


def find_release(site: OpenedSite, id: str) -> Release:
    """The release with this id; raises ValueError where there is none."""
    found = site.archive.history.get(id)
    if found is None:
        known = [release.id for release in site.archive.history]
        listed = f"choose from {', '.join(known)}" if known else "nothing has been released yet"
        raise ValueError(f"there is no release ‘{id}’{suggestion(id, known)}: {listed}")
    return found


def refuse_errors(site: OpenedSite, refusal: str, *, with_data: bool = True) -> None:
    """Raise ClickException with all that is wrong, where anything is an error.

    Without data only what has to do with mkdocs.yml, words and releases counts.
    """
    findings = site.findings if with_data else site.findings_beside_data
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise click.ClickException(f"{refusal}:\n{as_text(errors)}")


def problem_of_language(site: OpenedSite, chosen: str | None) -> str | None:
    """Why changes cannot be told in a language, where one was chosen."""
    if chosen is None or chosen in site.languages:
        return None
    hint = suggestion(chosen, site.languages)
    known = ", ".join(site.languages)
    return f"--language: this site has no language ‘{chosen}’{hint}: choose from {known}"
