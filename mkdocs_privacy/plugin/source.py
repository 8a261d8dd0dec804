"""What a build is made from: the data, the releases and the words; what is wrong stops it."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_privacy.changelog import unreleased_changes
from mkdocs_privacy.clock import today
from mkdocs_privacy.config import PrivacyCenterConfig
from mkdocs_privacy.findings import Finding, Severity, has_errors
from mkdocs_privacy.lint import lint
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import (
    BrokenCatalog,
    FormOfAddress,
    Localization,
    available_languages,
    load_catalog,
)
from mkdocs_privacy.mkdocs_files import SiteLanguages
from mkdocs_privacy.model import PrivacyCenter, base_language, suggestion, without_internal
from mkdocs_privacy.pages import Site, Standing, find_standing
from mkdocs_privacy.registry import find_wrong_settings, settle
from mkdocs_privacy.releases import read_archive
from mkdocs_privacy.requests import find_conflicts

log = get_plugin_logger("privacy-center")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, once for all languages."""

    center: PrivacyCenter
    """The data that the pages show."""
    standing: Standing
    today: date


class Source:
    """The data folder of a site, and what its mkdocs.yml says about it."""

    def __init__(
        self, config: MkDocsConfig, options: PrivacyCenterConfig, languages: SiteLanguages
    ) -> None:
        path = config.config_file_path
        self.base = Path(path).parent if path else Path.cwd()
        self.folder = self.base / options.data_dir
        self.docs = Path(config.docs_dir)
        self.options = options
        self.languages = languages
        self.localizations: dict[str, Localization] = {}

    def read(self, *, is_preview: bool) -> Reading:
        """Read and verify everything; raises PluginError after everything wrong was reported."""
        self._refuse_misplaced_options()
        self._refuse_unknown_languages()
        gc.unfreeze()  # what an earlier build of `mkdocs serve` left behind may go
        loaded = load_center(self.folder, self.languages.codes, base=self.base)
        archive = read_archive(self.folder / "releases", self.base)
        gc.freeze()  # what stays to the end need not be searched for garbage: a tenth of the time
        found = (*loaded.findings, *lint(loaded), *archive.findings)
        self.report((*found, *find_wrong_settings(self.options.findings)))
        if loaded.center is None:  # which is an error that nobody can lower
            raise PluginError(_summary(loaded.findings))
        working = without_internal(loaded.center)
        day = self._today()
        self._refuse_conflicting_requests(working)
        standing = find_standing(working, archive.history, day, is_preview=is_preview)
        if not is_preview:  # a preview shows them, marked as a draft
            default = self.localization(self.languages.codes[0])
            finding = unreleased_changes(archive.history, working, default)
            self.report([finding] if finding else [])
        return Reading(standing.center(working), standing, day)

    def report(self, findings: Iterable[Finding]) -> None:
        """Log errors and warnings as mkdocs.yml wants them; raises PluginError after an error.

        What is logged as a warning stops `--strict`.
        """
        settled = settle(findings, self.options.findings)
        for finding in settled:
            if finding.severity is Severity.ERROR:
                log.error(str(finding))
            elif finding.severity is Severity.WARNING:
                log.warning(str(finding))
        if has_errors(settled):
            raise PluginError(_summary(settled))

    def localization(self, language: str) -> Localization:
        """A language of the site, with words of the site's own before those that are shipped."""
        if language not in self.localizations:
            forms = self.options.form_of_address
            form = forms.get(language) or forms.get(base_language(language)) or "formal"
            try:
                catalog = load_catalog(
                    language, FormOfAddress(form), self.folder / "locales", self.base
                )
            except BrokenCatalog as broken:
                self.report(broken.findings)
                raise
            self.localizations[language] = Localization(language, catalog)
        return self.localizations[language]

    def site(
        self,
        config: MkDocsConfig,
        reading: Reading,
        *,
        has_feeds: bool,
        receipt_address: str | None,
        is_preview: bool,
    ) -> Site:
        """What the pages must know of the site."""
        return Site(
            config.use_directory_urls,
            self.options.requests,
            self.languages.codes,
            self.folder / "templates",
            has_feeds,
            reading.today,
            receipt_address,
            takes_requests=is_preview and not self.options.requests.has_endpoint,
        )

    def _today(self) -> date:
        try:
            return today(self.options.today)
        except ValueError as problem:
            raise PluginError(f"[privacy-center] {problem}") from None

    def _refuse_misplaced_options(self) -> None:
        if self.folder.resolve().is_relative_to(self.docs.resolve()):
            raise PluginError(
                f"[privacy-center] the data folder {self.options.data_dir} lies inside the docs "
                "folder, which would publish its internal notes: move it beside mkdocs.yml"
            )
        languages = {*self.languages.codes, *map(base_language, self.languages.codes)}
        for language in self.options.form_of_address:
            if language not in languages:
                raise PluginError(
                    f"[privacy-center] form_of_address: this site has no language ‘{language}’"
                    f"{suggestion(language, languages)}"
                )
        first = self.options.path.partition("/")[0]
        if self.languages.structure and first in self.languages.codes:
            raise PluginError(
                f"[privacy-center] path: ‘{first}/’ is where the pages in that language stand; "
                "give the center another path, the languages get their own by themselves"
            )

    def _refuse_conflicting_requests(self, center: PrivacyCenter) -> None:
        problems = find_conflicts(self.options.requests, self.languages.codes, center.rights.fields)
        if problems:
            raise PluginError(f"[privacy-center] {'; '.join(problems)}")

    def _refuse_unknown_languages(self) -> None:
        known = available_languages([self.folder / "locales"])
        unknown = [one for one in self.languages.codes if not {one, base_language(one)} & {*known}]
        if unknown:
            raise PluginError(
                f"[privacy-center] there are no words for {', '.join(unknown)}: there are for "
                f"{', '.join(known)}. Another language needs a catalog of its own, "
                f"{self.folder.name}/locales/{unknown[0]}/LC_MESSAGES/privacy.po"
            )


def _summary(findings: Iterable[Finding]) -> str:
    count = sum(finding.severity is Severity.ERROR for finding in findings)
    errors = "1 error" if count == 1 else f"{count} errors"
    return f"[privacy-center] {errors} in the privacy data, listed above"
