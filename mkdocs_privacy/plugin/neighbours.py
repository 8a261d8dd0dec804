"""What other plugins say of our pages, which are in no repository: set right after they said it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_privacy.pages import Days

_GIT_DATES = "git-revision-date-localized"


def date_page(page: MkDocsPage, days: Days | None, config: MkDocsConfig) -> None:
    """Give a page its days: to the sitemap, and to git-revision-date-localized, which has today.

    A draft has no day of its own: the sitemap keeps that of the build, and the footer none.
    """
    if days:
        page.update_date = days.changed.isoformat()
    if _GIT_DATES in config.plugins:
        changed, created = (days.changed, days.created) if days else (None, None)
        for variable, day in (
            ("git_revision_date_localized", changed),
            ("git_creation_date_localized", created),
        ):
            if variable in page.meta:
                noon = datetime.combine(day, time(12), UTC) if day else None
                _replace_git_date(page, variable, noon, config)


def _replace_git_date(
    page: MkDocsPage, variable: str, moment: datetime | None, config: MkDocsConfig
) -> None:
    """Put a moment in place of what the plugin said, as it would put it."""
    plugin: Any = config.plugins[_GIT_DATES]
    for key in [key for key in page.meta if key.startswith(variable)]:
        del page.meta[key]
    if moment is None:
        return
    locale = getattr(page.file, "locale", None) or plugin.config["locale"]
    put = plugin.util.get_date_formats_for_timestamp
    stamp = int(moment.timestamp())
    page.meta[variable] = put(stamp, locale=locale, add_spans=True)[plugin.config["type"]]
    for form, words in put(stamp, locale=locale, add_spans=False).items():
        page.meta[f"{variable}_raw_{form}"] = words
