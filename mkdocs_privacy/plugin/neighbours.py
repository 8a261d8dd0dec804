"""What plugins that read git would say of our pages, which are in no repository."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_privacy.pages import Days

_DATES = "git-revision-date-localized"
_READ_GIT = (_DATES, "git-authors")


def keep_from_git(sources: Iterable[str], config: MkDocsConfig) -> None:
    """Have no plugin look for our pages in git; there it would find today, or warn of nothing."""
    for name in _READ_GIT:
        if name in config.plugins:
            options: Any = config.plugins[name].config
            options["exclude"] = list(dict.fromkeys([*(options["exclude"] or ()), *sources]))


def date_page(page: MkDocsPage, days: Days | None, config: MkDocsConfig) -> None:
    """Give a page its days, also as git-revision-date-localized would say them.

    A draft has no day of its own: the sitemap keeps that of the build, and the page says none.
    """
    if days is None:
        return
    page.update_date = days.changed.isoformat()
    plugin: Any = config.plugins.get(_DATES)
    if plugin and plugin.config["enabled"]:
        _say(page, "git_revision_date_localized", days.changed, plugin)
        if plugin.config["enable_creation_date"]:
            _say(page, "git_creation_date_localized", days.created, plugin)


def _say(page: MkDocsPage, variable: str, day: date, plugin: Any) -> None:
    locale = getattr(page.file, "locale", None) or plugin.config["locale"]
    noon = int(datetime.combine(day, time(12), UTC).timestamp())
    put = plugin.util.get_date_formats_for_timestamp
    page.meta[variable] = put(noon, locale=locale, add_spans=True)[plugin.config["type"]]
    for form, words in put(noon, locale=locale, add_spans=False).items():
        page.meta[f"{variable}_raw_{form}"] = words
