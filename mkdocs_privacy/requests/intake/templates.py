"""The templates of answers, in one language: pages are HTML, e-mails are plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from mkdocs_privacy.localization import Localization, postal_lines
from mkdocs_privacy.shipped import shipped


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
    environment = Environment(
        loader=FileSystemLoader(shipped("site_template")),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(say=say, plural=plural, language=localization.language)
    environment.filters.update(
        text=localization.text,
        date=localization.date,
        period=localization.period,
        country=localization.country,
        postal_lines=lambda address: postal_lines(address, localization),
        prose=localization.prose,
        addressed=lambda email: quote(str(email), safe="@"),
        dialled=lambda phone: re.sub(r"[^\d+]", "", phone.replace("(0)", "")),
    )
    return environment
