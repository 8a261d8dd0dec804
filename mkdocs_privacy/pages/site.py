"""What pages must know of the site that they become a part of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mkdocs_privacy.pages.addresses import PageAddresses
from mkdocs_privacy.pages.site_files import SiteFiles
from mkdocs_privacy.pictures import PictureOptions
from mkdocs_privacy.requests import RequestOptions


@dataclass(frozen=True, slots=True)
class Site:
    """What pages must know of the site that they become a part of."""

    directory_urls: bool = True
    requests: RequestOptions = field(default_factory=RequestOptions)
    languages: tuple[str, ...] = ()
    own_templates: Path | None = None
    pictures: PictureOptions = field(default_factory=PictureOptions)
    has_feeds: bool = False
    """Whether there are feeds beside the pages; they need to know the site's own address."""
    today: date | None = None
    """The day of the build; pages then know the public holidays that move a deadline."""
    receipt_address: str | None = None
    """The whole address of the page of receipt in this language, where the site knows its own."""
    files: Mapping[str, SiteFiles] = field(default_factory=dict)
    """What the site has beside the center, by language."""
    is_preview: bool = False
    """Whether these are the pages of `mkdocs serve`."""
    addresses: PageAddresses = field(default_factory=PageAddresses)
    """Where the pages stand in this language."""

    @property
    def takes_requests(self) -> bool:
        """Whether the site itself takes requests, as a preview does."""
        return self.is_preview and self.requests.stay_in_preview
