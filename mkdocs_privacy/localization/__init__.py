"""A privacy center in one language: words, dates, periods, countries, addresses, lists."""

from mkdocs_privacy.localization.capitals import with_capital, without_capital
from mkdocs_privacy.localization.catalogs import (
    BrokenCatalog,
    FormOfAddress,
    MessageCatalog,
    available_languages,
    load_catalog,
    unfinished,
)
from mkdocs_privacy.localization.center import LocalizedCenter
from mkdocs_privacy.localization.language import Localization, UnknownMessage
from mkdocs_privacy.localization.postal import postal_lines
from mkdocs_privacy.localization.prose import render_whole_text

__all__ = [
    "BrokenCatalog",
    "FormOfAddress",
    "Localization",
    "LocalizedCenter",
    "MessageCatalog",
    "UnknownMessage",
    "available_languages",
    "load_catalog",
    "postal_lines",
    "render_whole_text",
    "unfinished",
    "with_capital",
    "without_capital",
]
