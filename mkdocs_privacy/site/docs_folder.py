"""The pages and files of a site as they lie in the docs folder, which nobody has built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from mkdocs_privacy.pages import SiteFiles
from mkdocs_privacy.site.settings import SiteLanguages, SiteSettings


def site_files_on_disk(settings: SiteSettings) -> dict[str, SiteFiles]:
    """What the docs folder has, by language; nothing where there is no such folder."""
    if settings.docs is None or not settings.docs.is_dir():
        return {}
    return site_files_of(settings, _sources(settings.docs))


def site_files_of(settings: SiteSettings, names: Iterable[str]) -> dict[str, SiteFiles]:
    """What is made of sources of these names, by language."""
    sources = sorted(names)
    return {
        language: make_site_files(
            settings,
            language,
            {
                name: _address(name, folder, settings.use_directory_urls)
                for name, folder in _in_language(sources, language, settings.languages)
            },
        )
        for language in settings.languages.codes
    }


def make_site_files(settings: SiteSettings, language: str, addresses: dict[str, str]) -> SiteFiles:
    """What the site has in a language, with where its center stands."""
    path, folder = settings.options.path, settings.languages.folder(language)
    site_url = settings.languages.site_urls.get(language, settings.site_url)
    return SiteFiles(
        addresses,
        path,
        "/".join(filter(None, (folder, path))),
        f"{site_url.rstrip('/')}/" if site_url else None,
    )


def without_language(source: str, languages: SiteLanguages) -> tuple[str, str | None]:
    """A source as links name it, and the language that it is in, where its name tells one."""
    path = PurePosixPath(source)
    if languages.structure == "folder" and path.parts[0] in languages.codes:
        return "/".join(path.parts[1:]), path.parts[0]
    if languages.structure == "suffix":
        for language in languages.codes:
            if path.stem.endswith(f".{language}"):
                stem = path.stem.removesuffix(f".{language}")
                return path.with_name(f"{stem}{path.suffix}").as_posix(), language
    return source, None


def _sources(docs: Path) -> Iterator[str]:
    for path in docs.rglob("*"):
        source = path.relative_to(docs)
        if path.is_file() and not any(part.startswith(".") for part in source.parts):
            yield source.as_posix()


def _in_language(
    sources: list[str], language: str, languages: SiteLanguages
) -> Iterator[tuple[str, str]]:
    """Each source that a language has, and the folder in which it is built.

    What is there in no language or in the default one alone serves every language.
    """
    for source in sources:
        name, found = without_language(source, languages)
        if found in (language, None, languages.codes[0]):
            is_page = name.endswith(".md") or found is not None
            yield name, languages.folder(language) if is_page else ""


def _address(source: str, folder: str, use_directory_urls: bool) -> str:
    """Where MkDocs puts a source, below the root of the site."""
    path = PurePosixPath(folder, source)
    if path.suffix != ".md":
        return quote(path.as_posix())
    if path.stem in ("index", "README"):
        place = path.parent.as_posix().removeprefix(".")
        return quote(f"{place}/" if place else "") + ("" if use_directory_urls else "index.html")
    return quote(f"{path.with_suffix('').as_posix()}{'/' if use_directory_urls else '.html'}")
