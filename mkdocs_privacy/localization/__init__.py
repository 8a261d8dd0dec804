"""A privacy center in one language: words, dates, periods, countries, lists."""

from mkdocs_privacy.localization.catalogs import (
    BrokenCatalog,
    FormOfAddress,
    available_languages,
    load_catalog,
)
from mkdocs_privacy.localization.center import LocalizedCenter
from mkdocs_privacy.localization.language import Localization, UnknownMessage

__all__ = [
    "BrokenCatalog",
    "FormOfAddress",
    "Localization",
    "LocalizedCenter",
    "UnknownMessage",
    "available_languages",
    "load_catalog",
]
