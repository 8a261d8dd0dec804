"""The pages of a build in one language: rendered, and put in the place of empty Markdown pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_privacy.changelog import Entry, tell_history
from mkdocs_privacy.findings import Finding
from mkdocs_privacy.localization import Localization, LocalizedCenter
from mkdocs_privacy.mkdocs_conflicts import (
    find_conflicts,
    find_late_conflicts,
    find_lost_addresses,
    replace_stubs,
)
from mkdocs_privacy.mkdocs_files import (
    DeclaredPage,
    add_beside,
    by_source,
    declare_pages,
    fill,
    left_out,
    pages_to_fill,
    table_of_contents,
)
from mkdocs_privacy.pages import Outline, Renderer, moved_addresses, moved_pages
from mkdocs_privacy.plugin.exports import Exports, Feed, add_exports, find_exports_of
from mkdocs_privacy.plugin.findings_bar import FindingsBar
from mkdocs_privacy.plugin.kept_bodies import Bodies, KeptBodies, MadePage
from mkdocs_privacy.plugin.links import site_files
from mkdocs_privacy.plugin.neighbours import keep_from_git
from mkdocs_privacy.plugin.reporting import report
from mkdocs_privacy.plugin.theming import (
    choose_template,
    dress_body,
    note_language,
    say_language,
)
from mkdocs_privacy.site import PLUGIN, OpenedSite, explain_template


@dataclass(frozen=True, slots=True)
class Filled:
    """What was made for one language of a site."""

    language: str
    """The language of the site."""
    localization: Localization
    """That of the words, which is another where the center is not in every language."""
    pages: Mapping[str, Outline]
    """By their sources; each is made when MkDocs asks for its text, and kept by nobody."""
    bodies: Bodies
    feeds: tuple[Feed, ...]
    sources: Mapping[str, File]
    """What the site has beside our pages, as links name it."""
    moved: Mapping[str, str]
    """The address of each page by the file where it stood, both below the root of the site."""

    @property
    def section_titles(self) -> dict[str, str]:
        """What the sections of the navigation are called: the center, for whom, rights."""
        say = self.localization.message
        return {section: str(say(f"{section}.nav")) for section in ("center", "for", "rights")}


@dataclass(frozen=True)
class Told:
    """What the center says in one language of the site; what is kept of it is not told again."""

    language: str
    """The language of the site."""
    site: OpenedSite
    kept: KeptBodies

    @property
    def words(self) -> str:
        """The language of the words that its readers get."""
        return self.site.settings.languages.read_in(self.language)

    @cached_property
    def center(self) -> LocalizedCenter:
        """The center in these words."""
        localization = self.site.localization(self.words)
        return LocalizedCenter(self.site.center, localization, self.site.loaded.catalogue)

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """The history."""
        return tell_history(self.site.standing.history, self.center.localization, self.site.center)

    @cached_property
    def exports(self) -> Exports:
        """The files for other programs."""
        return self.kept.exports(
            self.language,
            lambda: find_exports_of(self.site, self.center, self.entries, self.language),
        )

    def bodies(self, sources: Mapping[str, File]) -> Bodies:
        """The pages, where the site has these sources beside them."""
        beside = site_files(self.site, self.language, sources)

        def renderer() -> Renderer:
            here = replace(self.site.pages(self.words), files={self.words: beside})
            return Renderer(self.center, here, self.site.standing, self.entries)

        return self.kept.in_language(self.language, beside, renderer=renderer)


@dataclass(frozen=True, slots=True)
class DeclaredFiles:
    """What other plugins find of the center among the files of the site."""

    pages: Mapping[str, DeclaredPage]
    """The pages in every language, by their sources."""
    told: Told | None = None
    """What was told for exports that are declared as well."""


def declare(
    files: Files, config: MkDocsConfig, site: OpenedSite, kept: KeptBodies
) -> DeclaredFiles:
    """Declare our pages in every language; raises PluginError where others have their places.

    In a site in one language the exports are among the files already; static-i18n would make
    other files of them.
    """
    replace_stubs(files)
    found = (*find_conflicts(files, site), *site.settle(find_lost_addresses(files, site)))
    report(found, is_strict=config.strict)
    declared = declare_pages(files, config, site)
    keep_from_git(declared, config)
    if "i18n" in config.plugins:
        return DeclaredFiles(declared)
    told = Told(site.settings.languages.of_site[0], site, kept)
    add_exports(files, config, told.exports)
    return DeclaredFiles(declared, told)


def fill_pages(
    files: Files,
    config: MkDocsConfig,
    site: OpenedSite,
    declared: DeclaredFiles,
    kept: KeptBodies,
) -> Filled | None:
    """Give the declared pages of this language their content; nothing where there are none.

    Raises PluginError after what is wrong was reported.
    """
    to_fill = pages_to_fill(files, declared.pages)
    if not to_fill:
        return None
    others = (file for file in files if not _is_ours(file, declared))
    report(find_late_conflicts(others, site), is_strict=config.strict)
    language = next(iter(to_fill.values())).language
    if (told := declared.told) is None:
        told = Told(language, site, kept)
        add_exports(files, config, told.exports)
    sources = by_source(files, declared.pages, site.settings.languages)
    bodies, pages = told.bodies(sources), {}
    for file, page in to_fill.items():
        pages[file.src_uri] = outline = bodies.outline(page.kind)
        fill(file, outline, site.standing.days(page.kind))
    add_beside(files, config, _moved(pages.values(), told, site))
    folder = site.settings.folder_of(language)
    moved = moved_addresses(pages.values(), site.pages(told.words)).items()
    return Filled(
        language,
        site.localization(told.words),
        pages,
        bodies,
        told.exports.feeds,
        sources,
        {f"{folder}{place}": f"{folder}{address}" for place, address in moved},
    )


def _moved(pages: Iterable[Outline], told: Told, site: OpenedSite) -> Mapping[str, str]:
    """The pages that stand where ours stood, by where they stand in the site."""
    words, addresses = told.words, site.addresses.get(told.words)
    root = addresses.root if addresses else None
    moved = moved_pages(pages, site.pages(words), site.localization(words), root)
    folder = site.settings.folder_of(told.language)
    return {f"{folder}{place}": html for place, html in moved.items()}


def _is_ours(file: File, declared: DeclaredFiles) -> bool:
    """Whether a file is a page or an export; static-i18n made others of the pages."""
    return file.src_uri in declared.pages or file.generated_by == PLUGIN


def headline(body: str) -> str:
    """The first words of a page, up to the first tag or entity; nothing where it has none."""
    found = re.search(r"<h1[^>]*>([^<&]+)", body)
    return found[1] if found else ""


def find_left_out(
    files: Files, declared: DeclaredFiles, filled: Filled, site: OpenedSite
) -> tuple[Finding, ...]:
    """Which of our pages in a language somebody keeps out of the site."""
    missing = left_out(files, declared.pages, filled.language)
    return site.settle([site.settings.page_left_out(source) for source in missing])


def describe_page(
    page: MkDocsPage, declared: DeclaredPage, filled: Filled, site: OpenedSite, config: MkDocsConfig
) -> None:
    """Set right what other pages and the theme may read of a page of ours, but for its text."""
    page.edit_url = None  # there is no such file to edit
    about = filled.bodies.outline(declared.kind)
    page.meta["description"] = escape(about.description)  # themes print it as it is
    page.meta["feeds"] = filled.feeds
    choose_template(page, config, site.settings.options)
    note_language(declared, page, site)


def replace_content(
    page: MkDocsPage,
    declared: DeclaredPage,
    filled: Filled,
    site: OpenedSite,
    config: MkDocsConfig,
    bar: FindingsBar,
) -> tuple[str, MadePage]:
    """Our HTML in place of an empty Markdown page, whose record is set right, and what it is of.

    Raises TemplateError after it was reported.
    """
    try:
        ours = filled.bodies.page(declared.kind)
    except TemplateError as error:
        report([explain_template(error, site)], is_strict=config.strict)
        raise
    page.toc = table_of_contents(ours.headings)
    page.present_anchor_ids = set(re.findall(r' id="([^"]+)"', ours.body))
    # no Markup: Material's search cuts it up, and each cut of a Markup is escaped
    body = say_language(str(ours.body), declared, site)
    return bar.frame + dress_body(body, ours, page, config), ours
