"""The site that a command works on: its configuration, its data, its words and its releases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import click

from mkdocs_privacy.cli.languages import read_languages
from mkdocs_privacy.cli.site_config import SiteConfig, read_site_config
from mkdocs_privacy.clock import today
from mkdocs_privacy.findings import Finding
from mkdocs_privacy.loading import Loaded, load_center
from mkdocs_privacy.localization import (
    BrokenCatalog,
    FormOfAddress,
    Localization,
    MessageCatalog,
    available_languages,
    load_catalog,
    unfinished,
)
from mkdocs_privacy.model import suggestion
from mkdocs_privacy.pages import Site
from mkdocs_privacy.releases import Archive, Release, read_archive
from mkdocs_privacy.requests import find_conflicts


@dataclass(frozen=True)
class WorkingSite:
    """A site; what is not asked of it is not read."""

    config: SiteConfig
    base: Path
    """The folder that the command runs in; findings name files relative to it."""
    is_configured: bool = True
    """Whether there is a mkdocs.yml; otherwise nobody knows how readers are addressed."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the default one first."""
        return self.config.languages

    @property
    def releases(self) -> Path:
        """The folder with the releases."""
        return self.config.data / "releases"

    @cached_property
    def today(self) -> date:
        """The day that counts as today; raises ClickException where that cannot be told."""
        try:
            return today(self.config.today)
        except ValueError as problem:
            raise click.ClickException(str(problem)) from None

    @cached_property
    def loaded(self) -> Loaded:
        """The data that is being worked on."""
        return load_center(self.config.data, self.languages, base=self.base)

    @cached_property
    def archive(self) -> Archive:
        """The releases, verified."""
        return read_archive(self.releases, base=self.base)

    def release(self, id: str) -> Release:
        """The release with this id; raises ValueError where there is none."""
        found = self.archive.history.get(id)
        if found is None:
            known = [one.id for one in self.archive.history]
            listed = f"choose from {', '.join(known)}" if known else "there is none at all yet"
            raise ValueError(f"there is no release ‘{id}’{suggestion(id, known)}: {listed}")
        return found

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong with the data, the words of the site's own and the releases."""
        return (
            *self.loaded.findings,
            *self._request_findings(),
            *self.catalog_findings,
            *self.archive.findings,
        )

    def _request_findings(self) -> Iterator[Finding]:
        """What mkdocs.yml says of requests that cannot be with these languages and this data."""
        fields = self.loaded.center.rights.fields if self.loaded.center else ()
        for conflict in find_conflicts(self.config.requests, self.languages, fields):
            yield Finding("request-options", f"mkdocs.yml: {conflict}")

    @cached_property
    def catalog_findings(self) -> tuple[Finding, ...]:
        """What is wrong with words of the site's own, in `locales` beside the data."""
        return tuple(self._catalog_findings())

    def _catalog_findings(self) -> Iterator[Finding]:
        for language in self.languages:
            try:
                # reads the formal one too
                catalog = self._catalog(language, FormOfAddress.INFORMAL)
                if finding := unfinished(language, catalog):
                    yield finding
            except BrokenCatalog as broken:
                yield from broken.findings

    def _catalog(self, language: str, form: FormOfAddress) -> MessageCatalog:
        key = (language, form)
        if key not in self._catalogs:
            own = self.config.data / "locales"
            self._catalogs[key] = load_catalog(language, form, own, self.base)
        return self._catalogs[key]

    @cached_property
    def _catalogs(self) -> dict[tuple[str, FormOfAddress], MessageCatalog]:
        return {}

    def localization(self, chosen: str | None = None) -> Localization:
        """A language, by default the main one of the site; its catalog must be without errors."""
        language = chosen or self.languages[0]
        form = self.config.form_of_address(language)
        return Localization(language, self._catalog(language, form))

    def problem_of_language(self, chosen: str | None) -> str | None:
        """Why changes cannot be told in a language, where one was chosen."""
        if chosen is None or chosen in self.languages:
            return None
        hint = suggestion(chosen, self.languages)
        known = ", ".join(self.languages)
        return f"--language: this site has no language ‘{chosen}’{hint}: choose from {known}"

    @property
    def pages(self) -> Site:
        """What the pages must know of the site."""
        return Site(
            self.config.use_directory_urls,
            self.config.requests,
            self.languages,
            self.config.data / "templates",
        )

    def shown(self, path: Path) -> str:
        """A path as somebody would type it here."""
        whole = path.absolute()
        below = whole.is_relative_to(self.base)
        return (whole.relative_to(self.base) if below else whole).as_posix()


def open_site(
    config_file: Path, data: Path | None = None, languages: str | None = None
) -> WorkingSite:
    """The site of a mkdocs.yml, with data and languages of its own where these are given.

    With both no mkdocs.yml is needed. Raises ClickException where there is no such site.
    """
    base = Path.cwd()
    is_configured = not (data and languages)
    config = read_site_config(config_file) if is_configured else SiteConfig(data or base, ())
    folder = (data or config.data).absolute()
    known = available_languages([folder / "locales"])
    wanted = languages or ",".join(config.languages)
    try:
        codes = read_languages(wanted, known, with_regions=True)
    except ValueError as problem:
        raise click.ClickException(str(problem)) from None
    return WorkingSite(replace(config, data=folder, languages=codes), base, is_configured)
