"""Where a privacy center stands in one language: absolute addresses, and ids that never change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlsplit

from mkdocs_privacy.releases import ReleasePage


@dataclass(frozen=True, slots=True)
class CenterAddresses:
    """The absolute addresses of a privacy center in one language.

    Raises ValueError with a sentence where `site_url` is no address of a site.
    """

    site_url: str
    """The address of the whole site: `https://www.example.be/`."""
    page_url: Callable[[str], str]
    """Where a page stands in the center, by name: `changes`, `version.2026-03-01` …"""
    language_folder: str = ""
    """The folder of this language in the site: `fr`; nothing for the default language."""
    path: str = ""
    """Where the center stands in that folder: `privacy`, or nothing."""

    def __post_init__(self) -> None:
        try:
            is_on_a_server = bool(self.host)
        except ValueError:  # no such name can be
            is_on_a_server = False
        if not is_on_a_server:
            raise ValueError(
                f"site_url in mkdocs.yml: ‘{self.site_url}’ is not the address of a site: write it "
                "in full, such as `site_url: https://privacy.example.be/`"
            )

    @property
    def root(self) -> str:
        """The address below which the center stands in this language; ends in a slash."""
        return _below(_below(self.site_url, self.language_folder), self.path)

    @property
    def host(self) -> str:
        """The domain name of the site, as the domain name system writes it."""
        return (urlsplit(self.site_url).hostname or "").encode("idna").decode()

    def page(self, name: str) -> str:
        """The address of a page, by its name."""
        return f"{self.root}{self.page_url(name)}"

    def file(self, name: str) -> str:
        """The address of a file that stands beside the home page, such as a feed."""
        return f"{self.root}{name}"

    def version(self, release: str) -> str:
        """The address of the words of a release."""
        return self.page(ReleasePage.VERSION.of(release))

    def redline(self, release: str) -> str:
        """The address of what changed in the words since the release before."""
        return self.page(ReleasePage.REDLINE.of(release))

    def tag(self, since: date, name: str) -> str:
        """An id that nobody else can give out, whatever is named (RFC 4151).

        `since` is a day on which the domain name was the organisation's. Port and language folder
        are left out: a site may move to another, or make another language the default one.
        """
        place = urlsplit(_below(self.site_url, self.path)).path
        return f"tag:{self.host},{since.isoformat()}:{quote(place, safe='/%')}{name}"


def find_addresses(
    site_urls: Mapping[str, str | None],
    page_urls: Mapping[str, Mapping[str, str]],
    folders: Mapping[str, str],
    path: str,
) -> dict[str, CenterAddresses]:
    """Where a center stands in each language whose site knows its address.

    `site_urls` has that address by language; `page_urls` the place of each page in the center, by
    language and name; `folders` that of each language in the site. Raises ValueError with a
    sentence.
    """
    return {
        language: CenterAddresses(
            site_url, page_urls[language].__getitem__, folders[language], path
        )
        for language, site_url in site_urls.items()
        if site_url
    }


def _below(address: str, folder: str) -> str:
    """The address of a folder; ends in a slash."""
    return "/".join(part for part in (address.rstrip("/"), folder.strip("/")) if part) + "/"
