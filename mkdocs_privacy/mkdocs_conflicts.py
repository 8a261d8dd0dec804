"""What of a site would stand where the privacy center puts its own, judged by where it ends up.

MkDocs lets the last of two files with one destination win, without a word: `privacy.md` and
`privacy/index.md` are both `privacy/index.html`. So is `PRIVACY.md` on a disk that takes capitals
and small letters for the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from mkdocs.structure.files import File, Files
from mkdocs.utils.meta import get_data

from mkdocs_privacy.exports import EXPORTS
from mkdocs_privacy.findings import Finding, Place
from mkdocs_privacy.findings.rules.addresses import LOST_ADDRESS
from mkdocs_privacy.findings.rules.options import TAKEN_PLACE
from mkdocs_privacy.site import OpenedSite, SiteLanguages


def replace_stubs(files: Files) -> None:
    """Take away the page that `init` writes in the place of ours.

    A generator that ignores plugins would otherwise publish a site without a privacy center, and
    nobody would see it.
    """
    for file in list(files.documentation_pages()):
        if _is_stub(file):
            files.remove(file)


def _is_stub(file: File) -> bool:
    if not file.src_uri.endswith("index.md"):
        return False
    _, front_matter = get_data(file.content_string)
    return front_matter.get("privacy_center") == "stub"


def find_conflicts(files: Iterable[File], site: OpenedSite) -> tuple[Finding, ...]:
    """The files of a site in the place of ours, in any language; the site must be sound.

    They are those of the docs folder, before static-i18n sorts them by language.
    """
    languages, ours = site.settings.languages, _our_places(site)
    return tuple(
        conflict
        for file in files
        if (conflict := _conflict(file, list(_destinations(file, languages)), ours, site))
    )


def find_lost_addresses(files: Iterable[File], site: OpenedSite) -> tuple[Finding, ...]:
    """The same files in a place where a page of ours was published, which stands elsewhere now."""
    languages, former = site.settings.languages, _former_places(site)
    return tuple(
        lost
        for file in files
        if former and (lost := _lost(file, _destinations(file, languages), former, site))
    )


def find_late_conflicts(files: Iterable[File], site: OpenedSite) -> tuple[Finding, ...]:
    """The files that other plugins have put in the place of ours, in the language being built."""
    ours = _our_places(site)
    return tuple(
        conflict for file in files if (conflict := _conflict(file, [file.dest_uri], ours, site))
    )


def find_overwritten(headlines: Mapping[str, str], site: OpenedSite) -> tuple[Finding, ...]:
    """The pages of ours over which something else was written in the end, such as a redirect.

    `headlines` are their first words, by where they stand; spaces may have been taken out.
    """
    output = site.settings.output or Path()
    return tuple(
        Finding(
            TAKEN_PLACE,
            f"{place} of the built site is no longer the page of the privacy center, because "
            "another plugin, such as one for redirects, writes a page there: remove it from the "
            "options of that plugin",
        )
        for place, headline in sorted(headlines.items())
        if (file := output / place).is_file()
        and not _says(headline, file.read_text("utf-8", "replace"))
    )


def _says(headline: str, html: str) -> bool:
    """Whether a page has these words, whatever spaces were taken out of it."""
    return headline in html or "".join(headline.split()) in "".join(html.split())


def _conflict(
    file: File, destinations: Iterable[str], ours: _Places, site: OpenedSite
) -> Finding | None:
    if file.inclusion.is_excluded():
        return None
    for destination in destinations:
        place, what = ours.get(destination.casefold(), ("", ""))
        if place:
            same = (
                ""
                if place == destination
                else (f"which is the same as {place} on macOS and Windows, ")
            )
            message = (
                f"{file.src_uri} becomes {destination} in the site, {same}where the privacy center "
                f"puts {what}: remove or rename it, or give the privacy center another place with "
                "the option `path: "
                f"{'privacy' if not site.settings.options.path else 'legal/privacy'}`"
            )
            return Finding(TAKEN_PLACE, message, place=_place(file, site))
    if page := _named_as(file, site):
        message = (
            f"{file.src_uri} is the name by which links lead to the page {page} of the privacy "
            "center, whatever its address is, so no other page can have it: rename it"
        )
        return Finding(TAKEN_PLACE, message, place=_place(file, site))
    return None


def _named_as(file: File, site: OpenedSite) -> str | None:
    """The page of ours that has the same source as a file, in any language."""
    _, source = _without_language(file.src_uri, site.settings.languages)
    below = f"{site.settings.options.path}/".removeprefix("/")
    kinds = (kind for kind in site.page_kinds if source == f"{below}{kind.source}.md")
    return next((kind.source.removesuffix("/index") for kind in kinds), None)


def _lost(
    file: File, destinations: Iterable[str], former: _Places, site: OpenedSite
) -> Finding | None:
    if file.inclusion.is_excluded():
        return None
    for destination in destinations:
        _, page = former.get(destination.casefold(), ("", ""))
        if page:
            message = (
                f"{file.src_uri} becomes {destination} in the site, which was the address of the "
                f"page {page} of the privacy center, so old links lead to the wrong page: rename it"
            )
            return Finding(LOST_ADDRESS, message, place=_place(file, site))
    return None


def _place(file: File, site: OpenedSite) -> Place:
    docs = site.settings.docs
    return Place(site.shown(docs / file.src_uri) if docs else file.src_uri)


_Places = Mapping[str, tuple[str, str]]
"""Places in the site and what stands there, by the place in small letters."""


def _our_places(site: OpenedSite) -> _Places:
    """Where our pages and files end up, in every language.

    Folders are among them: a file of that name would leave no room for one.
    """
    settings = site.settings
    languages = settings.languages
    places: dict[str, str] = {}
    for language in languages.of_site:
        folder = settings.folder_of(language)
        where = site.page_addresses[languages.read_in(language)]
        for kind in site.page_kinds:
            places[f"{folder}{where.destination(kind, settings.use_directory_urls)}"] = "a page"
        for export in EXPORTS:
            if not export.is_shared or languages.read_in(language) == languages.codes[0]:
                places[f"{folder}{export.name}"] = "a file"
    for place in list(places):
        for parent in PurePosixPath(place).parents:
            places.setdefault(parent.as_posix(), "a folder")
    return {place.casefold(): (place, what) for place, what in places.items()}


def _former_places(site: OpenedSite) -> _Places:
    """Where pages of ours were published that stand elsewhere now, and which, in every language."""
    settings, urls = site.settings, site.settings.use_directory_urls
    places = {}
    for language in settings.languages.of_site:
        where = site.page_addresses[settings.languages.read_in(language)]
        for place, kind in where.published(site.page_kinds, urls).items():
            whole = f"{settings.folder_of(language)}{place}"
            places[whole.casefold()] = (whole, kind.source.removesuffix("/index"))
    return places


def _destinations(file: File, languages: SiteLanguages) -> Iterator[str]:
    """Where static-i18n may build a file: in its own language, or one without in any."""
    language, source = _without_language(file.src_uri, languages)
    if language is None:
        place, meant = file.dest_uri, languages.of_site
    else:
        place, meant = File(source, "", "", file.use_directory_urls).dest_uri, (language,)
    for code in meant:
        folder = languages.folder(code)
        yield f"{folder}/{place}" if folder else place


def _without_language(source: str, languages: SiteLanguages) -> tuple[str | None, str]:
    """The language that the name of a file says, and the name without it."""
    for language in languages.of_site:
        written = languages.written(language)
        if languages.structure == "folder" and source.startswith(f"{written}/"):
            return language, source.removeprefix(f"{written}/")
        if languages.structure == "suffix":
            path = PurePosixPath(source)
            if path.suffixes[-2:-1] == [f".{written}"]:
                return language, f"{source.removesuffix(f'.{written}{path.suffix}')}{path.suffix}"
    return None, source
