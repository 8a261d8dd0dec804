"""The pages of the language being built get what stands above their text, and files beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_privacy.changelog import tell_history
from mkdocs_privacy.localization import Localization, LocalizedCenter
from mkdocs_privacy.mkdocs_conflicts import find_late_conflicts
from mkdocs_privacy.mkdocs_files import DeclaredPage, fill, left_out, pages_to_fill
from mkdocs_privacy.pages import Page, render_pages
from mkdocs_privacy.plugin.exports import Feed, add_exports
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
