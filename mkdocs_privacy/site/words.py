"""The words of a site, in each of its languages: those that are shipped, and its own over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from mkdocs_privacy.disk import has_folder
from mkdocs_privacy.findings import Finding, has_errors
from mkdocs_privacy.findings.rules.options import UNKNOWN_LANGUAGE
from mkdocs_privacy.localization import (
    BrokenCatalog,
    FormOfAddress,
    Localization,
    MessageCatalog,
    available_languages,
    load_catalog,
    unfinished,
)
from mkdocs_privacy.model import base_language, suggestion
from mkdocs_privacy.site.options import PLUGIN
from mkdocs_privacy.site.settings import SiteSettings


@dataclass(frozen=True)
class SiteWords:
    """The words of a site; a catalog is read once, when it is asked for."""

    settings: SiteSettings

    @property
    def own(self) -> Path:
        """The folder with catalogs of the site's own."""
        return self.settings.data / "locales"

    @cached_property
    def known_languages(self) -> tuple[str, ...]:
        """The languages of the site that there are words for."""
        known = available_languages([self.own])
        codes = self.settings.languages.codes
        return tuple(code for code in codes if {code, base_language(code)} & {*known})

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Languages without words or with too few, and what is wrong with own catalogs."""
        return (*self._unknown_languages(), *self._catalog_findings())

    @property
    def localizations(self) -> tuple[Localization, ...]:
        """Every language of the center; none where something is wrong with one."""
        codes = () if has_errors(self.findings) else self.settings.languages.codes
        return tuple(map(self.localization, codes))

    def localization(self, language: str) -> Localization:
        """A language, in the form of address that the site chose; its catalog must be sound."""
        form = self.settings.form_of_address(language)
        return Localization(language, self._catalog(language, form))

    def _unknown_languages(self) -> Iterator[Finding]:
        known = available_languages([self.own])
        asked = (PLUGIN, "languages") if self.settings.options.languages else ("languages",)
        place = self.settings.place_of(asked)
        for code in self.settings.languages.codes:
            if code not in self.known_languages:
                catalog = f"{self.settings.data.name}/locales/{code}/LC_MESSAGES/privacy.po"
                message = (
                    f"there is no translation for ‘{code}’{suggestion(code, known)} (available: "
                    f"{', '.join(known)}). To add a language, see `mkdocs-privacy docs "
                    f"how-to/another-language`: its file is {catalog}"
                )
                yield Finding(UNKNOWN_LANGUAGE, message, place=place)

    def _catalog_findings(self) -> Iterator[Finding]:
        has_own = has_folder(self.own)
        for language in self.known_languages:
            form = self.settings.form_of_address(language)
            try:
                # what is informal is read over what is formal, so both are looked at
                catalog = self._catalog(language, FormOfAddress.INFORMAL if has_own else form)
            except BrokenCatalog as broken:
                yield from broken.findings
                continue
            if finding := unfinished(language, catalog):
                yield replace(finding, place=self.settings.place_of(("languages",)))

    def _catalog(self, language: str, form: FormOfAddress) -> MessageCatalog:
        key = (language, form)
        if key not in self._catalogs:
            self._catalogs[key] = load_catalog(language, form, self.own, self.settings.base)
        return self._catalogs[key]

    @cached_property
    def _catalogs(self) -> dict[tuple[str, FormOfAddress], MessageCatalog]:
        return {}
