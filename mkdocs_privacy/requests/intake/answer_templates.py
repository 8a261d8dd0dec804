"""The templates of answers, in one language: pages are HTML, e-mails are plain text."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import Environment

from mkdocs_privacy.localization import Localization, template_filters
from mkdocs_privacy.shipped import shipped
from mkdocs_privacy.templates import template_environment


def read_style(name: str) -> str:
    """A style sheet of `site_template/`, with the colours of all pages without a theme."""
    folder = shipped("site_template")
    sheets = (folder / "receiver" / "colours.css", folder / name)
    return "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


@lru_cache(maxsize=64)
def page_templates(localization: Localization) -> Environment:
    """The templates of pages; whatever they print is escaped."""
    return _environment(localization, localization.message, localization.plural)


@lru_cache(maxsize=64)
def mail_templates(localization: Localization) -> Environment:
    """The templates of e-mails; messages, which are HTML, come as plain text."""

    def say(id: str, **values: Any) -> str:
        return localization.message(id, **values).unescape()

    def plural(id: str, number: int, **values: Any) -> str:
        return localization.plural(id, number, **values).unescape()

    return _environment(localization, say, plural)


def _environment(
    localization: Localization, say: Callable[..., str], plural: Callable[..., str]
) -> Environment:
    environment = template_environment()
    environment.globals.update(say=say, plural=plural, language=localization.language)
    environment.filters.update(template_filters(localization))
    return environment
