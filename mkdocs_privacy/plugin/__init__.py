"""What MkDocs calls: a privacy center from data, in every language of the site."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_privacy.changelog import tell_history
from mkdocs_privacy.config import PrivacyCenterConfig
from mkdocs_privacy.exports import Sources
from mkdocs_privacy.findings import Finding
from mkdocs_privacy.localization import Localization, LocalizedCenter
from mkdocs_privacy.mkdocs_files import (
    DeclaredPage,
    arrange_navigation,
    declare_pages,
    fill,
    name_languages,
    pages_to_fill,
    site_languages,
    table_of_contents,
)
from mkdocs_privacy.pages import Page, page_kinds, render_pages
from mkdocs_privacy.plugin.exports import Feed, add_exports, addresses_of
from mkdocs_privacy.plugin.preview import accept_requests, preview_intake
from mkdocs_privacy.plugin.security import ContentSecurity
from mkdocs_privacy.plugin.source import Reading, Source, report
from mkdocs_privacy.plugin.stubs import replace_stubs
from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.theme import bring_theme, mend_theme

log = get_plugin_logger("privacy-center")


class PrivacyCenterPlugin(BasePlugin[PrivacyCenterConfig]):
    """Adds the pages of a privacy center to a site; static-i18n calls it once for each language."""

    is_preview = False
    intake: Intake | None = None
    """What judges the requests that a preview takes; a build that fails leaves the last one."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview; `mkdocs serve --clean` wants what a build makes."""
        self.is_preview = command == "serve"

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Forget the last build and read the options of this one.

        A plugin that is told of the startup stays the same object as long as `mkdocs serve` runs.
        MkDocs reads mkdocs.yml anew for every build there, and once for all languages of a build.
        """
        self.source: Source | None = None
        self.reading: Reading | None = None
        self.declared: dict[str, DeclaredPage] = {}
        self.pages: dict[str, Page] = {}
        self.feeds: tuple[Feed, ...] = ()
        self.localization: Localization | None = None
        self.security: ContentSecurity | None = None
        self.misfits: tuple[Finding, ...] = ()
        return super().load_config(options, config_file_path)

    @event_priority(100)  # before static-i18n (-100) puts a language's own settings over ours
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the data, once for all languages."""
        if not self.config.enabled:
            return config
        if self.source is None or self.reading is None:
            self.source = Source(config, self.config, site_languages(config))
            config.watch.append(str(self.source.folder))
            self.reading = self.source.read(is_preview=self.is_preview)
            if self.is_preview:
                self.intake = preview_intake(self.source, self.reading, config)
            if len(self.reading.standing.history) and not config.site_url:
                log.info("there are no feeds of changes: they need `site_url` in mkdocs.yml")
        has_policy = self.config.content_security_policy.enabled
        name_languages(config)
        bring_theme(config, self.source.localization, has_policy=has_policy)
        if has_policy and self.security is None:
            self.security = ContentSecurity(
                config, self.config, self.source.languages, is_preview=self.is_preview
            )
        return config

    @event_priority(100)  # before static-i18n (-100) sorts the files by language
    def _declare(self, files: Files, config: MkDocsConfig) -> Files:
        if self.source and self.reading:
            replace_stubs(files)
            kinds = page_kinds(self.reading.center, self.reading.standing.history)
            self.declared = declare_pages(
                files, config, self.source.languages, self.config.path, kinds
            )
        return files

    @event_priority(-110)  # after static-i18n (-100): only the pages of this language are left
    def _fill(self, files: Files, config: MkDocsConfig) -> Files:
        to_fill = pages_to_fill(files, self.declared)
        if self.source and self.reading and to_fill:
            language = next(iter(to_fill.values())).language
            self.localization = self.source.localization(language)
            center = LocalizedCenter(self.reading.center, self.localization)
            standing = self.reading.standing
            entries = tell_history(standing.history, self.localization, center.center)
            kinds = page_kinds(center.center, standing.history)
            languages, path = self.source.languages, self.config.path
            sources = Sources(
                center,
                entries,
                addresses_of(config, languages, path, kinds),
                languages.codes,
                self.source.options.requests,
                self.reading.today,
            )
            folder = "".join(f"{part}/" for part in (languages.folder(language), path) if part)
            self.feeds = add_exports(files, config, sources, folder)
            site = self.source.site(
                config,
                self.reading,
                has_feeds=bool(self.feeds),
                receipt_address=sources.here.page("received") if sources.here else None,
                is_preview=self.is_preview,
            )
            pages = {one.kind.name: one for one in render_pages(center, site, standing, entries)}
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
            misfits = mend_theme(env, config)
            report(finding for finding in misfits if finding not in self.misfits)
            self.misfits = misfits
        if self.security:
            self.security.note_headers(files)
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
        page.meta["privacy_center"] = ours.kind.subject
        page.meta["feeds"] = self.feeds
        if ours.kind.is_aside:
            page.meta["robots"] = "noindex"
        return str(ours.body)  # Material's search cuts it up, and each cut of a Markup is escaped

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Take the requests that are made in the preview, where nothing else takes them."""
        if self.is_preview and self.source:
            accept_requests(server, lambda: self.intake, self.source.base)
        return server

    @event_priority(-110)  # the policy is that of the finished page, as other plugins leave it
    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Give our pages their policy, and every page where the site is a privacy center."""
        if self.security and (not self.config.path or page.file.src_uri in self.pages):
            return self.security.secure(output, page.file.dest_uri)
        return output

    @event_priority(-110)  # as on_post_page
    def on_post_template(
        self, output_content: str, template_name: str, config: MkDocsConfig
    ) -> str:
        """Give the error page its policy where the whole site is a privacy center."""
        if self.security and template_name.endswith(".html"):
            if not self.config.path:
                return self.security.secure(output_content, template_name)
            # hosts show it for what is missing below the path too, with the headers of the center
            self.security.note(output_content, template_name)
        return output_content

    @event_priority(-110)  # after static-i18n (-100) built the other languages
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Say the same in headers, for all languages that are built so far."""
        if self.security:
            self.security.write_headers()
