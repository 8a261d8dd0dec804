"""What MkDocs calls: a privacy center from data, in every language of the site."""

from __future__ import annotations

import gc
import re
from pathlib import Path

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_privacy.config import PrivacyCenterConfig
from mkdocs_privacy.findings import Finding, Severity
from mkdocs_privacy.loading import Loaded, load_center
from mkdocs_privacy.localization import (
    BrokenCatalog,
    FormOfAddress,
    Localization,
    LocalizedCenter,
    available_languages,
    load_catalog,
)
from mkdocs_privacy.mkdocs_files import (
    DeclaredPage,
    SiteLanguages,
    arrange_navigation,
    declare_pages,
    fill,
    pages_to_fill,
    site_languages,
    table_of_contents,
)
from mkdocs_privacy.model import PrivacyCenter, base_language, suggestion, without_internal
from mkdocs_privacy.pages import Page, RequestOptions, Site, render_pages
from mkdocs_privacy.theme import bring_theme, mend_theme

log = get_plugin_logger("privacy-center")


class PrivacyCenterPlugin(BasePlugin[PrivacyCenterConfig]):
    """Adds the pages of a privacy center to a site; static-i18n calls it once for each language."""

    def __init__(self) -> None:
        self.center: PrivacyCenter | None = None
        self.languages = SiteLanguages(())
        self.declared: dict[str, DeclaredPage] = {}
        self.pages: dict[str, Page] = {}
        self.localization: Localization | None = None

    @event_priority(100)  # before static-i18n (-100) puts a language's own settings over ours
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the data, once for all languages."""
        if not self.config.enabled:
            return config
        if self.center is None:
            self.languages = site_languages(config)
            self.center = without_internal(self._load(config))
        bring_theme(config)
        return config

    @event_priority(100)  # before static-i18n (-100) sorts the files by language
    def _declare(self, files: Files, config: MkDocsConfig) -> Files:
        if self.center:
            self.declared = declare_pages(files, config, self.languages, self.config.path)
        return files

    @event_priority(-110)  # after static-i18n (-100): only the pages of this language are left
    def _fill(self, files: Files, config: MkDocsConfig) -> Files:
        to_fill = pages_to_fill(files, self.declared)
        if self.center and to_fill:
            language = next(iter(to_fill.values())).language
            pages = self._render(self.center, language, config)
            for file, declared in to_fill.items():
                fill(file, pages[declared.kind.name])
                self.pages[file.src_uri] = pages[declared.kind.name]
        return files

    on_files = CombinedEvent(_declare, _fill)

    @event_priority(-110)  # after static-i18n (-100) took the language folders out
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Without a `nav:` of the site's own, arrange our pages as a reader wants them."""
        if self.localization is None or config.nav is not None:
            return nav
        ours = [one.source for one in self.declared.values()]
        titles = {key: str(self.localization.message(f"{key}.nav")) for key in ("center", "rights")}
        return arrange_navigation(nav, ours, self.config.path, titles)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Mend the theme's templates before the first of them is read."""
        if self.config.enabled:
            mend_theme(env, config)
        return env

    def on_page_content(
        self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put our HTML in place of the empty Markdown page."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return html
        page.toc = table_of_contents(ours.headings)
        page.present_anchor_ids = set(re.findall(r' id="([^"]+)"', ours.body))
        page.edit_url = None  # there is no such file to edit
        page.meta["description"] = escape(ours.description)  # themes print it as it is
        page.meta["search"] = {"exclude": not ours.is_searched}
        return str(ours.body)  # Material's search cuts it up, and each cut of a Markup is escaped

    def _load(self, config: MkDocsConfig) -> PrivacyCenter:
        folder = self._data_folder(config)
        if folder.resolve().is_relative_to(Path(config.docs_dir).resolve()):
            raise PluginError(
                f"[privacy-center] the data folder {self.config.data_dir} lies inside the docs "
                "folder, which would publish its internal notes: move it beside mkdocs.yml"
            )
        self._refuse_misplaced_options()
        config.watch.append(str(folder))
        self._refuse_unknown_languages(folder)
        gc.unfreeze()  # what an earlier build of `mkdocs serve` left behind may go
        loaded = load_center(folder, self.languages.codes, base=_root(config))
        gc.freeze()  # what stays to the end need not be searched for garbage: a tenth of the time
        _report(loaded)
        if loaded.center is None:
            raise PluginError(_summary(loaded.findings))
        return loaded.center

    def _refuse_misplaced_options(self) -> None:
        languages = {*self.languages.codes, *map(base_language, self.languages.codes)}
        for language in self.config.form_of_address:
            if language not in languages:
                raise PluginError(
                    f"[privacy-center] form_of_address: this site has no language ‘{language}’"
                    f"{suggestion(language, languages)}"
                )
        first = self.config.path.partition("/")[0]
        if self.languages.structure and first in self.languages.codes:
            raise PluginError(
                f"[privacy-center] path: ‘{first}/’ is where the pages in that language stand; "
                "give the center another path, the languages get their own by themselves"
            )

    def _refuse_unknown_languages(self, folder: Path) -> None:
        known = available_languages([folder / "locales"])
        unknown = [one for one in self.languages.codes if not {one, base_language(one)} & {*known}]
        if unknown:
            raise PluginError(
                f"[privacy-center] there are no words for {', '.join(unknown)}: there are for "
                f"{', '.join(known)}. Another language needs a catalog of its own, "
                f"{folder.name}/locales/{unknown[0]}/LC_MESSAGES/privacy.po"
            )

    def _render(
        self, center: PrivacyCenter, language: str, config: MkDocsConfig
    ) -> dict[str, Page]:
        folder = self._data_folder(config)
        forms = self.config.form_of_address
        form = FormOfAddress(forms.get(language) or forms.get(base_language(language)) or "formal")
        try:
            catalog = load_catalog(language, form, folder / "locales", _root(config))
        except BrokenCatalog as broken:
            _report(Loaded(None, broken.findings))
            raise PluginError(_summary(broken.findings)) from None
        self.localization = Localization(language, catalog)
        site = Site(
            config.use_directory_urls,
            RequestOptions(self.config.requests.endpoint),
            self.languages.codes,
            folder / "templates",
        )
        pages = render_pages(LocalizedCenter(center, self.localization), site)
        return {page.kind.name: page for page in pages}

    def _data_folder(self, config: MkDocsConfig) -> Path:
        return _root(config) / self.config.data_dir


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _report(loaded: Loaded) -> None:
    for finding in loaded.findings:
        if finding.severity is Severity.ERROR:
            log.error(str(finding))
        elif finding.severity is Severity.WARNING:
            log.warning(str(finding))


def _summary(findings: tuple[Finding, ...]) -> str:
    count = sum(finding.severity is Severity.ERROR for finding in findings)
    errors = "1 error" if count == 1 else f"{count} errors"
    return f"[privacy-center] {errors} in the privacy data, listed above"
