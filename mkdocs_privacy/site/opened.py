"""A site that was opened: its data, releases, words and day, and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from mkdocs_privacy.changelog import unreleased_changes
from mkdocs_privacy.clock import known_day, today
from mkdocs_privacy.exports import CenterAddresses
from mkdocs_privacy.findings import Finding, Severity, in_order_of_place
from mkdocs_privacy.lint import lint
from mkdocs_privacy.loading import Loaded, load_center
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import PrivacyCenter, without_internal
from mkdocs_privacy.pages import (
    PageAddresses,
    PageKind,
    Site,
    SiteFiles,
    Standing,
    find_standing,
    page_kinds,
)
from mkdocs_privacy.registry import Settled
from mkdocs_privacy.releases import Archive, History
from mkdocs_privacy.site import conflicts
from mkdocs_privacy.site.docs_folder import site_files_on_disk
from mkdocs_privacy.site.ignoring import SiteFindings
from mkdocs_privacy.site.left_to_decide import find_left_to_decide
from mkdocs_privacy.site.page_addresses import (
    find_center_addresses,
    find_page_addresses,
    find_wrong_addresses,
)
from mkdocs_privacy.site.reading import Reading
from mkdocs_privacy.site.settings import SiteSettings
from mkdocs_privacy.site.words import SiteWords


@dataclass(frozen=True)
class OpenedSite:
    """A site as the plugin and every command see it; what is not asked of it is not read."""

    settings: SiteSettings
    is_preview: bool = False
    """Whether pages show the data being worked on, marked as a draft, and take requests."""
    proposed: Mapping[Path, bytes] = field(default_factory=dict)
    """What files of the data would hold after a change that nobody has written yet."""
    reading: Reading = field(default_factory=Reading)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the default one first."""
        return self.settings.languages.codes

    @property
    def releases(self) -> Path:
        """The folder with the releases."""
        return self.settings.data / "releases"

    @cached_property
    def today(self) -> date:
        """The day that counts as today; raises ValueError where that cannot be told."""
        return today(self.settings.options.today)

    @cached_property
    def loaded(self) -> Loaded:
        """The data that is being worked on, in those languages that have words."""
        languages = self._words.known_languages
        if not languages or self.settings.read.is_wrong("data_dir"):
            return Loaded(None, ())
        return load_center(
            self.settings.data,
            languages,
            self.settings.base,
            informal=self.settings.informal(languages),
            catalogue_dirs=self.settings.catalogues,
            proposed=self.proposed,
            today=known_day(self.settings.options.today),
            read=self.reading.yaml,
        )

    @cached_property
    def _words(self) -> SiteWords:
        return SiteWords(self.settings)

    @cached_property
    def archive(self) -> Archive:
        """The releases, verified."""
        return self.reading.archive(self.releases, self.settings.base)

    @cached_property
    def working(self) -> PrivacyCenter:
        """The data that is being worked on as the public may see it; there must be no errors."""
        if self.loaded.center is None:
            raise ValueError("the data has errors: run `mkdocs-privacy check`")
        return without_internal(self.loaded.center)

    @cached_property
    def standing(self) -> Standing:
        """Which data and words the pages show today; there must be no errors."""
        history = self.archive.history
        return find_standing(self.working, history, self.today, is_preview=self.is_preview)

    @cached_property
    def center(self) -> PrivacyCenter:
        """The data that the pages show today; there must be no errors."""
        return self.standing.center(self.working)

    @cached_property
    def page_kinds(self) -> tuple[PageKind, ...]:
        """Every page of the center, in reader's order; there must be no errors."""
        return page_kinds(self.center, self.standing.history)

    @cached_property
    def addresses(self) -> Mapping[str, CenterAddresses]:
        """Where the center stands in each language, the default one first; none without `site_url`.

        Raises ValueError where that is no address of a site. There must be no errors.
        """
        return self.addresses_of(self.center, self.standing.history)

    def addresses_of(
        self, center: PrivacyCenter, history: History
    ) -> Mapping[str, CenterAddresses]:
        """The same for another center than the one that the site shows today."""
        pages = self.page_addresses_of(center)
        return find_center_addresses(self.settings, page_kinds(center, history), pages)

    @cached_property
    def page_addresses(self) -> Mapping[str, PageAddresses]:
        """Where the pages stand in each language of the center; there must be no errors."""
        return self.page_addresses_of(self.center)

    def page_addresses_of(self, center: PrivacyCenter) -> Mapping[str, PageAddresses]:
        """The same for another center than the one that the site shows today."""
        words = self.localizations().values()
        return find_page_addresses(self.settings, center, self.archive.history, words)

    @cached_property
    def found(self) -> tuple[Finding, ...]:
        """All that is wrong with mkdocs.yml, the data, the words of the site's own, the releases.

        Not among them is `unreleased`, of which a release is the mending.
        """
        about_data = (
            *(conflicts.placed(finding, self.settings) for finding in self.loaded.findings),
            *lint(self.loaded, conflicts.find_forms(self.settings)),
            *conflicts.find_request_conflicts(self.settings, self.loaded.center),
            *conflicts.find_example_endpoints(self.settings, self.loaded.center),
            *find_wrong_addresses(
                self.settings, self.loaded.center, self.archive.history, self._words.localizations
            ),
            *find_left_to_decide(map(self.shown, self.loaded.files), self.settings, self.proposed),
        )
        found = (*self.settings.others, *about_data, *self.findings_beside_data)
        return in_order_of_place(found)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of `found` that the site wants to see, and comments that ignore nothing."""
        return self.settled.findings

    @cached_property
    def settled(self) -> Settled:
        """The findings, and those that the site does not want to see."""
        return self.wanted.settle_all(self.found, is_whole=self.loaded.center is not None)

    @cached_property
    def wanted(self) -> SiteFindings:
        """Which findings the site wants to see."""
        return SiteFindings(self.settings, self.loaded.files)

    def settle(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings as mkdocs.yml and comments want them."""
        return self.wanted.settle(findings).findings

    @cached_property
    def findings_beside_data(self) -> tuple[Finding, ...]:
        """Those of `findings` that are about neither the data nor MkDocs alone."""
        return (
            *self.settings.findings(),
            *self.settings.findings_about_rules(),
            *self.wanted.wrong,
            *conflicts.find_strays(self.settings),
            *self._words.findings,
            *conflicts.find_unknown(self.settings),
            *self.archive.findings,
        )

    @cached_property
    def errors(self) -> tuple[Finding, ...]:
        """Why there is no center: the findings that are errors, but for what is of MkDocs alone."""
        found = (one for one in self.findings if one not in self.settings.others)
        return tuple(finding for finding in found if finding.severity is Severity.ERROR)

    @property
    def is_sound(self) -> bool:
        """Whether there is a center."""
        return self.loaded.center is not None and not self.errors

    @cached_property
    def unreleased(self) -> Finding | None:
        """That the data has moved on since the newest release; there must be no errors."""
        return unreleased_changes(self.archive.history, self.working, self.localization())

    def localization(self, chosen: str | None = None) -> Localization:
        """A language, by default the main one of the site; its catalog must be without errors."""
        return self._words.localization(chosen or self.languages[0])

    def localizations(self) -> dict[str, Localization]:
        """Every language of the site, the default one first; there must be no errors."""
        return {code: self.localization(code) for code in self.languages}

    def pages(self, language: str) -> Site:
        """What the pages in a language must know of the site; there must be no errors."""
        here = self.addresses.get(language)
        return replace(
            self.frozen_pages,
            addresses=self.page_addresses[language],
            has_feeds=bool(here and len(self.standing.history)),
            today=self.today,
            receipt_address=here.page("received") if here else None,
            is_preview=self.is_preview,
        )

    @property
    def frozen_pages(self) -> Site:
        """What pages that stay as they are may know of the site."""
        own, settings = self.settings.data / "templates", self.settings
        urls, options = settings.use_directory_urls, settings.options
        pictures, files = options.pictures, self.files_on_disk
        return Site(urls, options.requests, self.languages, own, pictures, files=files)

    @cached_property
    def files_on_disk(self) -> Mapping[str, SiteFiles]:
        """What stands beside the center as far as the docs folder tells, by language."""
        return site_files_on_disk(self.settings)

    def shown(self, path: Path) -> str:
        """A path as somebody would type it here."""
        return self.settings.shown(path)
