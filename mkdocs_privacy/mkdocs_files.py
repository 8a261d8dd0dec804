"""Our pages as MkDocs files and navigation, also where mkdocs-static-i18n builds each language.

static-i18n builds a site once for each language and sorts the files by their names. So every page
is declared early, as a plain file in each language, and filled late, when it is known which of them
belong to the language being built.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import yaml
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import TableOfContents, get_toc

from mkdocs_privacy.pages import Days, Outline, PageHeading, PageKind
from mkdocs_privacy.site import PLUGIN, OpenedSite, SiteLanguages, without_language

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""That in C where PyYAML was built with it: there are as many pages as releases and rights."""


@dataclass(frozen=True, slots=True)
class DeclaredPage:
    """A page in one language, under the name that its file has in the docs folder."""

    source: str
    language: str
    kind: PageKind
    address: str
    """The same as `source`, with the address in place of the page's own name."""


def name_languages(config: MkDocsConfig) -> None:
    """Give MaterialX its language and its switcher, which static-i18n gives Material alone."""
    i18n = config.plugins.get("i18n")
    if i18n is None or config.theme.name != "materialx" or not i18n.config.reconfigure_material:
        return
    config.theme["language"] = i18n.current_language or i18n.default_language
    if len(i18n.build_languages) > 1 and "alternate" not in config.extra:
        base = urlsplit(config.site_url or "").path.rstrip("/")
        index = "" if config.use_directory_urls else "index.html"
        config.extra["alternate"] = [
            {
                "name": language.name,
                "link": language.fixed_link or f"{base}{language.link}{index}",
                "lang": language.locale,
            }
            for language in i18n.config.languages
            if language.build or language.locale == "null"
        ]


def is_last_language(config: MkDocsConfig) -> bool:
    """Whether a build that ends is the last one of the site."""
    i18n: Any = config.plugins.get("i18n")
    return i18n is None or not i18n.building


def built_language(config: MkDocsConfig) -> str | None:
    """The language that is being built, where a site is built once for each."""
    i18n: Any = config.plugins.get("i18n")
    return None if i18n is None else i18n.current_language or i18n.default_language


def declare_pages(
    files: Files,
    config: MkDocsConfig,
    site: OpenedSite,
) -> dict[str, DeclaredPage]:
    """Add an empty file for every page in every language; return what was declared, by source."""
    languages = site.settings.languages
    declared = {
        page.source: page for language in languages.of_site for page in _pages_in(language, site)
    }
    for source, page in declared.items():
        file = File.generated(config, source, content="")
        # static-i18n takes the language out of this, also for the switcher and the sitemap
        file.dest_uri = File(page.address, None, "", config.use_directory_urls).dest_uri
        # a `nav:` of the site's own may leave some of our pages out without being told about it
        if config.nav is not None or page.kind.is_aside:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
    return declared


def _pages_in(language: str, site: OpenedSite) -> Iterator[DeclaredPage]:
    languages, path = site.settings.languages, site.settings.options.path
    addresses = site.page_addresses[languages.read_in(language)]
    written = languages.written(language)
    folder = f"{written}/" if languages.structure == "folder" else ""
    suffix = f".{written}" if languages.structure == "suffix" else ""
    below = f"{path}/" if path else ""
    for kind in site.page_kinds:
        source, address = (
            f"{folder}{below}{name}{suffix}.md" for name in (kind.source, addresses.source(kind))
        )
        yield DeclaredPage(source, language, kind, address)


def place_pages(files: Files, config: MkDocsConfig, declared: Mapping[str, DeclaredPage]) -> None:
    """Put the declared pages where static-i18n looks for pages; it stops at those without a path.

    Other plugins must not see a path: they would read what is not there.
    """
    if "i18n" in config.plugins:
        for file in files:
            if file.src_uri in declared:
                file.abs_src_path = str(Path(config.docs_dir, file.src_uri))


def pages_to_fill(files: Files, declared: Mapping[str, DeclaredPage]) -> dict[File, DeclaredPage]:
    """The declared pages that belong to the language being built."""
    return {
        file: declared[file.src_uri]
        for file in files.documentation_pages()
        if file.src_uri in declared
    }


def by_source(
    files: Files, declared: Mapping[str, DeclaredPage], languages: SiteLanguages
) -> dict[str, File]:
    """What the site has beside our pages in the language being built, as links name it."""
    found: dict[str, File] = {}
    for file in files:
        name, language = without_language(file.src_uri, languages)
        if file.src_uri not in declared and (language or name not in found):
            found[name] = file
    return found


def anchors_on(sources: Mapping[str, File], source: str) -> Collection[str] | None:
    """The places on a page of the site that was rendered; nothing for what is no page."""
    page = sources[source].page
    return None if page is None else page.present_anchor_ids


def left_out(files: Files, declared: Mapping[str, DeclaredPage], language: str) -> tuple[str, ...]:
    """The declared pages of a language that somebody keeps out of the site, by their sources."""
    kept = {file.src_uri for file in files.documentation_pages()}
    return tuple(
        source
        for source, page in declared.items()
        if page.language == language and source not in kept
    )


def fill(file: File, page: Outline, days: Days | None) -> None:
    """Give a declared file what stands above its text; that comes in on_page_content."""
    front_matter = yaml.dump(_front_matter(page, days), Dumper=_DUMPER, allow_unicode=True)
    file.content_string = f"---\n{front_matter}---\n"
    # static-i18n made another file of it
    file.generated_by, file.src_dir, file.abs_src_path = PLUGIN, None, None


def add_beside(files: Files, config: MkDocsConfig, pages: Mapping[str, str]) -> None:
    """Add pages by where they stand in the site, but where something of the site stands already."""
    taken = {file.dest_uri.casefold() for file in files if not file.inclusion.is_excluded()}
    for place, html in pages.items():
        if taken.isdisjoint({place.casefold(), *_folders_of(place.casefold())}):
            files.append(File.generated(config, place, content=html))


def _folders_of(place: str) -> Iterator[str]:
    return (folder.as_posix() for folder in PurePosixPath(place).parents)


def _front_matter(page: Outline, days: Days | None) -> dict[str, object]:
    """What other plugins may read of a page; its days stand where Material's blog has them."""
    return {
        "title": str(escape(page.title)),  # themes print it as it is
        "description": page.description,
        "privacy_center": str(page.kind.subject),
        "search": {"exclude": True},  # plugin/searching.py puts into the index what is found on it
        **({"date": {"created": days.created, "updated": days.changed}} if days else {}),
        **({"robots": "noindex"} if page.kind.is_aside else {}),
    }


def table_of_contents(headings: Iterable[PageHeading]) -> TableOfContents:
    """MkDocs's table of contents, deeper headings below the last higher one."""
    root: list[dict[str, object]] = []
    open_levels: list[tuple[int, list[dict[str, object]]]] = [(0, root)]
    for heading in headings:
        while open_levels[-1][0] >= heading.level:
            open_levels.pop()
        children: list[dict[str, object]] = []
        open_levels[-1][1].append(
            {
                "level": heading.level,
                "id": heading.id,
                "name": heading.title,
                "children": children,
            }
        )
        open_levels.append((heading.level, children))
    return get_toc(root)  # type: ignore[arg-type]  # the same dictionaries, untyped
