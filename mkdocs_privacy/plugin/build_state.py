"""What the plugin knows of a build, and what a preview keeps from one build to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.structure.nav import Navigation

from mkdocs_privacy.findings import Finding
from mkdocs_privacy.plugin import filling
from mkdocs_privacy.plugin.demand import Demand
from mkdocs_privacy.plugin.findings_bar import FindingsBar
from mkdocs_privacy.plugin.kept_bodies import KeptBodies
from mkdocs_privacy.plugin.kept_needs import CODE
from mkdocs_privacy.plugin.kept_pages import KeptPages
from mkdocs_privacy.plugin.links import LinkCheck
from mkdocs_privacy.plugin.redirects import Redirects
from mkdocs_privacy.plugin.searching import SearchHooks, SearchIndexes
from mkdocs_privacy.plugin.security import ContentSecurity
from mkdocs_privacy.site import CenterOptions, OpenedSite, Reading, ReadingAgain, SiteSettings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from mkdocs_privacy.plugin.watching import WatchedFiles
    from mkdocs_privacy.requests.intake import Intake


class BuildState(SearchHooks):
    """One object for all builds of a preview, and for all languages of a build."""

    is_preview = is_dirty = False
    kept = KeptPages(is_preview=False)
    demand = Demand(is_preview=False)
    stop_making: Callable[[], None] = staticmethod(lambda: None)
    reading = Reading()
    watched: WatchedFiles | None = None
    # a build of a preview that goes on, or fails, leaves the last ones
    intake: Intake | None = None
    previewed: OpenedSite | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview; `mkdocs serve --clean` wants what a build makes."""
        self.is_preview = command == "serve"
        self.is_dirty = dirty and not self.is_preview
        self.kept = KeptPages(is_preview=self.is_preview)
        self.demand = Demand(is_preview=self.is_preview)
        self.reading = ReadingAgain(CODE) if self.is_preview else Reading(CODE)
        if self.is_preview:
            from mkdocs_privacy.plugin.watching import WatchedFiles

            self.watched = WatchedFiles()

    def on_shutdown(self) -> None:
        """End what builds for requests."""
        self.stop_making()

    def watch_files(self, config: MkDocsConfig, settings: SiteSettings) -> None:
        """Have a preview build again when something is changed that this build is made of."""
        ours = settings.data, *settings.catalogues
        config.watch += map(str, ours)
        if self.watched:
            written = filter(None, [config.config_file_path])
            self.watched.note(ours, [config.docs_dir, *written, *config.watch])

    def judge_requests_of(self, site: OpenedSite) -> None:
        """Have what judges the requests of a preview; no build needs it."""
        if self.is_preview:
            self.previewed = site
            from mkdocs_privacy.plugin.preview import preview_intake

            self.intake = preview_intake(site)

    def take_requests(self, server: LiveReloadServer, site: OpenedSite) -> None:
        """Let the server of a preview take the requests that its pages post."""
        from mkdocs_privacy.plugin.preview import accept_requests

        accept_requests(server, lambda: self.intake, site.settings.base)

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Forget the last build, but for what a preview keeps, and read the options of this one.

        A plugin that is told of the startup stays the same object as long as `mkdocs serve` runs.
        MkDocs reads mkdocs.yml anew for every build there, and once for all languages of a build.
        """
        self.options = options
        self.language: str | None = None
        self.site: OpenedSite | None = None
        self.bodies: KeptBodies | None = None
        self.declared = filling.DeclaredFiles({})
        self.pages = {}
        self.filled: filling.Filled | None = None
        self.unchecked: dict[str, str] = {}
        self.links, self.search = LinkCheck(), SearchIndexes()
        self.bar, self.redirects = FindingsBar(), Redirects()
        self.kept.begin()
        self.demand.forget_build()
        self.navigation = Navigation([], [])
        self.security: ContentSecurity | None = None
        self.put_back: Callable[[], None] = lambda: None
        self.misfits: tuple[Finding, ...] = ()
        super().load_config(options, config_file_path)
        return [], []  # what is wrong with them is told in on_config, with all the rest

    @property
    def _options(self) -> CenterOptions:
        """What mkdocs.yml says of the center; without one nothing is mended."""
        return self.site.settings.options if self.site else CenterOptions(mends_site_wide=False)
