"""The pages of the language being built get what stands above their text, and files beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_privacy.changelog import tell_history
from mkdocs_privacy.localization import Localization, LocalizedCenter
from mkdocs_privacy.mkdocs_conflicts import find_conflicts, find_late_conflicts, replace_stubs
from mkdocs_privacy.mkdocs_files import (
    DeclaredPage,
    declare_pages,
    fill,
    left_out,
    pages_to_fill,
    table_of_contents,
)
from mkdocs_privacy.pages import Page, render_pages
from mkdocs_privacy.plugin.exports import Feed, add_exports
from mkdocs_privacy.plugin.neighbours import keep_from_git
from mkdocs_privacy.plugin.reporting import report
from mkdocs_privacy.site import OpenedSite, explain_template


@dataclass(frozen=True, slots=True)
class Filled:
    """What a build knows of the pages in its language."""

    language: str
    """That of the site; the words may be in another."""
    words: Localization
    pages: Mapping[str, Page]
    """By their sources."""
    feeds: tuple[Feed, ...]


def declare(files: Files, config: MkDocsConfig, site: OpenedSite) -> dict[str, DeclaredPage]:
    """Declare our pages in every language; raises PluginError where others have their places."""
    replace_stubs(files)
    report(find_conflicts(files, site), is_strict=config.strict)
    settings = site.settings
    path, kinds = settings.options.path, site.page_kinds
    declared = declare_pages(files, config, settings.languages, path, kinds)
    keep_from_git(declared, config)
    return declared


def fill_pages(
    files: Files, config: MkDocsConfig, site: OpenedSite, declared: dict[str, DeclaredPage]
) -> Filled | None:
    """Render the pages of a language and give them to their files; nothing where it has none."""
    to_fill = pages_to_fill(files, declared)
    if not to_fill:
        return None
    others = [file for file in files if file.src_uri not in declared]
    report(find_late_conflicts(others, site), is_strict=config.strict)
    language = next(iter(to_fill.values())).language
    read_in = site.settings.languages.read_in(language)
    words = site.localization(read_in)
    center, standing = LocalizedCenter(site.center, words), site.standing
    entries = tell_history(standing.history, words, center.center)
    feeds = add_exports(files, config, site, center, entries, language)
    try:
        rendered = render_pages(center, site.pages(read_in), standing, entries)
        pages = {page.kind.name: page for page in rendered}
    except TemplateError as error:
        report([explain_template(error, site)], is_strict=config.strict)
        raise
    for file, page in to_fill.items():
        fill(file, pages[page.kind.name], standing.days(page.kind))
    by_source = {file.src_uri: pages[page.kind.name] for file, page in to_fill.items()}
    return Filled(language, words, by_source, feeds)


def describe(page: MkDocsPage, ours: Page, filled: Filled) -> None:
    """Tell MkDocs and the theme what they find in the Markdown of other pages."""
    page.toc = table_of_contents(ours.headings)
    page.present_anchor_ids = set(re.findall(r' id="([^"]+)"', ours.body))
    page.edit_url = None  # there is no such file to edit
    page.meta["description"] = escape(ours.description)  # themes print it as it is
    page.meta["feeds"] = filled.feeds


def warn_of_left_out(
    files: Files,
    declared: Mapping[str, DeclaredPage],
    language: str,
    site: OpenedSite,
    config: MkDocsConfig,
) -> None:
    """Say which of our pages in a language somebody keeps out of the site."""
    found = [site.settings.page_left_out(source) for source in left_out(files, declared, language)]
    report(site.settle(found), is_strict=config.strict)
