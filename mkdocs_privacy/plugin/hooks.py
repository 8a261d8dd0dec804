"""Each hook of MkDocs in a few lines, in the order in which MkDocs calls them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from mkdocs_privacy.mkdocs_conflicts import find_overwritten
from mkdocs_privacy.mkdocs_files import is_last_language, name_languages, place_pages
from mkdocs_privacy.mkdocs_navigation import arrange_navigation, in_navigation, no_way_in
from mkdocs_privacy.mkdocs_settings import take_over
from mkdocs_privacy.page_needs import Needs
from mkdocs_privacy.plugin import filling, theming
from mkdocs_privacy.plugin.answers import answer_on_demand
from mkdocs_privacy.plugin.findings_bar import findings_bar
from mkdocs_privacy.plugin.kept_bodies import KeptBodies
from mkdocs_privacy.plugin.kept_needs import CODE
from mkdocs_privacy.plugin.neighbours import date_page
from mkdocs_privacy.plugin.opening import open_site
from mkdocs_privacy.plugin.page_texts import PageTexts
from mkdocs_privacy.plugin.reporting import report, tell
from mkdocs_privacy.plugin.searching import SearchHooks, index_files
from mkdocs_privacy.plugin.security import ContentSecurity
from mkdocs_privacy.plugin.source_view import show_sources
from mkdocs_privacy.site import read_made_of
from mkdocs_privacy.theme import bring_theme, choose_translation, mend_theme

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class PrivacyCenterPlugin(PageTexts):
    """Adds the pages of a privacy center to a site; static-i18n calls it once for each language."""

    @event_priority(100)  # before Material's search looks for words
    def _name_language(self, config: MkDocsConfig) -> MkDocsConfig:
        self.language = config.theme.get("language")
        return self._choose_translation(config)

    @event_priority(-90)  # after mike and offline, before static-i18n (-100) has its own say
    def _open(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the site, once for all languages."""
        if self.options.get("enabled") is False:
            return config
        if self.site is None:
            settings = take_over(config, self.options, self.language)
            self.watch_files(config, settings)
            made_of = read_made_of(settings, CODE)
            self.site = open_site(
                settings,
                config,
                self.reading,
                is_preview=self.is_preview,
                is_dirty=self.is_dirty,
            )
            self.demand.begin(config, settings)
            self.bodies = KeptBodies(self.site, made_of, self.demand)
            self.judge_requests_of(self.site)
            self.bar = findings_bar(self.site)
        options, languages = self.site.settings.options, self.site.settings.languages
        has_policy = options.content_security_policy.enabled
        if theming.is_site_wide(options):
            name_languages(config)
        bring_theme(
            config,
            self.site.localizations(),
            self.site.settings.site_url_in,
            is_site_wide=theming.is_site_wide(options),
            has_policy=has_policy and not options.path,
        )
        if has_policy and self.security is None:
            self.security = ContentSecurity(config, options, languages, is_preview=self.is_preview)
        return config

    @event_priority(-110)  # after static-i18n (-100) named the language
    def _choose_translation(self, config: MkDocsConfig) -> MkDocsConfig:
        if self.options.get("enabled") is not False:
            choose_translation(config)
        return config

    on_config = CombinedEvent(_name_language, _open, _choose_translation)

    @event_priority(100)  # before other plugins look at the files
    def _declare(self, files: Files, config: MkDocsConfig) -> Files:
        if self.site and self.bodies:
            self.declared = filling.declare(files, config, self.site, self.bodies)
        return files

    @event_priority(-99)  # after other plugins, before static-i18n (-100) sorts by language
    def _place(self, files: Files, config: MkDocsConfig) -> Files:
        place_pages(files, config, self.declared.pages)
        return self.links.note(files, self.declared.pages)

    @event_priority(-110)  # after static-i18n (-100): only the pages of this language are left
    def _fill(self, files: Files, config: MkDocsConfig) -> Files:
        if self.site and self.bodies:
            filled = filling.fill_pages(files, config, self.site, self.declared, self.bodies)
            self.filled = filled or self.filled
            self.pages |= filled.pages if filled else {}
        return files

    on_files = CombinedEvent(_declare, _place, _fill)

    @event_priority(-110)  # after static-i18n (-100) took the language folders out
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Arrange our pages as a reader wants them, where nobody else did."""
        self.navigation = nav
        if self.filled is None or self.site is None:
            return nav
        missing = filling.find_left_out(files, self.declared, self.filled, self.site)
        report(missing, is_strict=config.strict)
        if config.nav is None:
            ours = in_navigation(self.declared.pages, files)
            arrange_navigation(nav, ours, self._options.path, self.filled.section_titles)
        tell(no_way_in(nav, list(self.declared.pages), config.not_in_nav))
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Mend the theme's templates before the first of them is read."""
        if self.site:
            misfits = mend_theme(env, config, is_site_wide=theming.is_site_wide(self._options))
            new = [finding for finding in misfits if finding not in self.misfits]
            report(self.site.settle(new), is_strict=config.strict)
            self.misfits = misfits
        if self.site and self.filled:
            broken = self.links.find(self.filled.language, self.filled.sources, self.site)
            report(broken, is_strict=config.strict)
            self.finish_pages(self.site, self.filled, files, env, config)
            self.redirects.note(self.filled.moved, files)
        if self.security:
            self.security.note_headers(files)
        return env

    @event_priority(-110)  # after other plugins dated the page
    def on_page_markdown(
        self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give our pages the days of the releases that they show."""
        declared = self.declared.pages.get(page.file.src_uri)
        if self.site and declared:
            date_page(page, self.site.standing.days(declared.kind), config)
        return markdown

    def on_page_content(
        self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put our HTML in place of the empty Markdown page."""
        return self.begin_page(page, html, config)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Take the requests that are made in the preview, and show the lines of its findings."""
        if self.watched:
            self.watched.watch(server)
        if self.is_preview and self.site:
            self.stop_making = answer_on_demand(server, self.demand, builder)
            self.take_requests(server, self.site)
            show_sources(server, lambda: self.previewed)
        return server

    @event_priority(100)  # before static-i18n (50) sets the switcher to the page
    def _frame(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if page.file.src_uri in self.pages:
            self.put_back = theming.remember_languages(config)
            name_languages(config)
            choose_translation(config)
            self.kept.show(page, context)
        return context

    on_page_context = CombinedEvent(_frame, SearchHooks.take_content, SearchHooks.return_content)

    @event_priority(100)  # before other plugins shorten the page
    def _dress(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Give our pages their style sheets and scripts, and every page that is mended."""
        ours = self.pages.get(page.file.src_uri)
        if ours:
            self.put_back()
        if self.kept.of(page):
            return output
        return theming.dress_page(output, ours, page, config, self._options)

    @event_priority(-110)  # the policy is that of the finished page, as other plugins leave it
    def _secure(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Give our pages their policy, and every page where the site is a privacy center."""
        is_ours = page.file.src_uri in self.pages
        body = page.content or "" if is_ours else ""
        if is_ours:
            page.content = ""  # static-i18n keeps the pages of all languages to the end
        name, kept = page.file.dest_uri, self.kept.of(page)
        if self.security and kept:
            self.security.take_over(kept.needs, name)
        elif self.security:
            output = self.security.secure_page(output, name, body, is_ours=is_ours)
        if is_ours:
            needs = self.security.needs_of.get(name) if self.security else None
            self.kept.keep(page, output, needs or Needs())
        return self.bar.fill(output) if is_ours else output

    on_post_page = CombinedEvent(_dress, _secure)

    @event_priority(100)  # as _dress
    def _dress_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Give the error page its style sheets and scripts where the whole site is mended."""
        return theming.dress_template(output_content, template_name, config, self._options)

    @event_priority(-110)  # as _secure
    def _secure_template(
        self, output_content: str, template_name: str, config: MkDocsConfig
    ) -> str:
        """Give the error page its policy where the whole site is a privacy center."""
        if self.security is None or not template_name.endswith(".html"):
            return output_content
        return self.security.secure_template(output_content, template_name)

    on_post_template = CombinedEvent(_dress_template, _secure_template)

    @event_priority(-50)  # before static-i18n (-100) goes on with the next language
    def _seal(self, config: MkDocsConfig) -> None:
        self.demand.end(knows_pages=self.kept.knows_pages)
        self.let_go()
        if self.bodies:
            self.bodies.seal()

    @event_priority(-110)  # after static-i18n (-100) built the other languages
    def _finish(self, config: MkDocsConfig) -> None:
        if self.site:
            report(find_overwritten(self.unchecked, self.site), is_strict=config.strict)
            self.unchecked.clear()
        if self.site and is_last_language(config):
            self.redirects.write(config, self._options.path)
        if self.security:
            self.security.finish(is_last=is_last_language(config), is_whole=not self.demand.left)
        self.search.finish(config)
        if is_last_language(config):
            headers = self.security.files if self.security else []
            self.demand.mark_unmade([*index_files(config), *headers])

    on_post_build = CombinedEvent(SearchHooks.keep_search, _seal, _finish)
