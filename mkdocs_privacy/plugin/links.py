"""Links in free text: those of all languages are told with the first.

static-i18n builds one language after the other, and a strict build stops where one has errors.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial

from mkdocs.structure.files import File, Files

from mkdocs_privacy.findings import Finding
from mkdocs_privacy.mkdocs_files import anchors_on
from mkdocs_privacy.pages import SiteFiles
from mkdocs_privacy.site import OpenedSite, find_broken_links, make_site_files, site_files_of


def site_files(site: OpenedSite, language: str, sources: Mapping[str, File]) -> SiteFiles:
    """What stands beside the center in the language being built."""
    addresses = {name: file.url for name, file in sources.items()}
    return make_site_files(site.settings, language, addresses)


class LinkCheck:
    """What a build knows of links, one language after the other."""

    def __init__(self) -> None:
        self._names: tuple[str, ...] = ()
        self._told: set[tuple[object, ...]] = set()

    def note(self, files: Files, declared: Collection[str]) -> Files:
        """Remember what there is beside our pages, before static-i18n leaves one language of it."""
        self._names = tuple(
            file.src_uri
            for file in files
            if file.src_uri not in declared and not file.inclusion.is_excluded()
        )
        return files

    def find(
        self, language: str, sources: Mapping[str, File], site: OpenedSite
    ) -> tuple[Finding, ...]:
        """Links that lead nowhere, once every page of a language has its anchors; none twice."""
        if language not in site.languages:  # a copy of what is looked at already
            return ()
        files = site_files(site, language, sources)
        found = [*find_broken_links(site, language, files, partial(anchors_on, sources))]
        if language == site.languages[0]:
            found += self._in_other_languages(site)
        new = {_mistake(finding): finding for finding in found}
        told, self._told = self._told, self._told | new.keys()
        return site.settle([finding for mistake, finding in new.items() if mistake not in told])

    def _in_other_languages(self, site: OpenedSite) -> Iterator[Finding]:
        """Those that lead to no page or file; what places a page has shows when it is built."""
        others = site_files_of(site.settings, self._names)
        for language in site.languages[1:]:
            yield from find_broken_links(site, language, others[language])


def _mistake(finding: Finding) -> tuple[object, ...]:
    """The same for one link, whatever is suggested instead."""
    return finding.path, finding.place, finding.message.partition("’ ")[0]
