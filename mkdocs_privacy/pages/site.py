"""What pages must know of the site that they become a part of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from mkdocs_privacy.model import Right


@dataclass(frozen=True, slots=True)
class RequestOptions:
    """Where the request forms post to; without an endpoint pages offer e-mail and a letter."""

    endpoint: str | None = None

    def address(self, language: str, right: Right) -> str | None:
        """The endpoint for one form: `{language}` and `{right}` in it are filled in."""
        if self.endpoint is None:
            return None
        filled = self.endpoint.replace("{language}", quote(language))
        return filled.replace("{right}", quote(right))


@dataclass(frozen=True, slots=True)
class Site:
    """What pages must know of the site that they become a part of."""

    directory_urls: bool = True
    requests: RequestOptions = RequestOptions()
    languages: tuple[str, ...] = ()
    own_templates: Path | None = None
    has_feeds: bool = False
    """Whether there are feeds beside the pages; they need to know the site's own address."""
