"""The texts of our pages in one build: which are made, and which a preview puts off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_privacy.plugin import filling
from mkdocs_privacy.plugin.build_state import BuildState
from mkdocs_privacy.plugin.demand import mark
from mkdocs_privacy.plugin.filling import Filled
from mkdocs_privacy.site import PLUGIN, OpenedSite


class PageTexts(BuildState):
    """What the plugin does for the text of a page, in several hooks."""

    beside: Sequence[File] = ()
    """What is written beside the pages of the language that is being built."""

    def begin_page(self, page: MkDocsPage, html: str, config: MkDocsConfig) -> str:
        """The text of a page, which is `html` where it is none of ours; nothing where it waits."""
        if self.site is None or self.filled is None or page.file.src_uri not in self.pages:
            return html
        declared, place = self.declared.pages[page.file.src_uri], page.file.dest_uri
        filling.describe_page(page, declared, self.filled, self.site, config)
        self.demand.pages.add(place)
        if self.demand.puts_off(place) and not self.filled.bodies.has(declared.kind):
            self.demand.left.add(place)
            page.present_anchor_ids = None  # as of a page that MkDocs did not read
            return ""
        return self._make(page, self.site, self.filled, config)

    def finish_pages(
        self, site: OpenedSite, filled: Filled, files: Files, env: Environment, config: MkDocsConfig
    ) -> None:
        """Decide which pages come out as they did, and which wait, once all texts are there."""
        # MkDocs is going to look for the places on pages to which others lead
        for file in _linked_to_places(files):
            if file.page and file.dest_uri in self.demand.left:
                self._make_after_all(file.page, site, filled, config)
        self.beside = [file for file in files if file.generated_by == PLUGIN and not file.page]
        ours = [file.page for file in files if file.src_uri in self.pages and file.page]
        self.kept.take_over(ours, env, config, self.navigation, site.localizations())
        for page in ours:
            place = page.file.dest_uri
            if place not in self.demand.left:
                continue
            if self.kept.is_on:
                self.kept.put_off(page, mark(place))
                self.search.leave_to_us(page)
                self.unchecked[place] = mark(place).strip()
            else:
                self._make_after_all(page, site, filled, config)

    def let_go(self) -> None:
        """Let go of what was written beside the pages: static-i18n keeps the files to the end."""
        for file in self.beside:
            file.content_string = ""
        self.beside = ()

    def _make_after_all(
        self, page: MkDocsPage, site: OpenedSite, filled: Filled, config: MkDocsConfig
    ) -> None:
        self.demand.left.remove(page.file.dest_uri)
        page.content = self._make(page, site, filled, config)

    def _make(
        self, page: MkDocsPage, site: OpenedSite, filled: Filled, config: MkDocsConfig
    ) -> str:
        """The text of a page of ours; raises TemplateError after it was reported."""
        declared = self.declared.pages[page.file.src_uri]
        html, ours = filling.replace_content(page, declared, filled, site, config, self.bar)
        self.search.note(page, ours, config)
        self.unchecked[page.file.dest_uri] = filling.headline(html)
        return html


def _linked_to_places(files: Files) -> Iterator[File]:
    """The files to places in which pages of the site lead."""
    for file in files:  # with drafts, which a preview shows
        yield from (file.page.links_to_anchors or {}) if file.page else ()
