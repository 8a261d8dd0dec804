"""A privacy center in one language: words, dates, periods, countries, addresses, lists."""

from mkdocs_privacy.localization.catalogs import (
    BrokenCatalog,
    FormOfAddress,
    MessageCatalog,
    available_languages,
    load_catalog,
    unfinished,
)
from mkdocs_privacy.localization.center import LocalizedCenter
from mkdocs_privacy.localization.grammar import as_sentence, elide, with_capital, without_capital
from mkdocs_privacy.localization.isolation import isolated_where_printed
from mkdocs_privacy.localization.language import Localization, UnknownMessage
from mkdocs_privacy.localization.lifetime import lifetime
from mkdocs_privacy.localization.postal import (
    postal_code_problem,
    postal_code_shape,
    postal_lines,
)
from mkdocs_privacy.localization.prose import render_prose, render_whole_text, split_paragraphs
from mkdocs_privacy.localization.retention import how_long
from mkdocs_privacy.localization.template_filters import mail_uri, template_filters
from mkdocs_privacy.localization.typography import typeset

__all__ = [
    "BrokenCatalog",
    "FormOfAddress",
    "Localization",
    "LocalizedCenter",
    "MessageCatalog",
    "UnknownMessage",
    "as_sentence",
    "available_languages",
    "elide",
    "how_long",
    "isolated_where_printed",
    "lifetime",
    "load_catalog",
    "mail_uri",
    "postal_code_problem",
    "postal_code_shape",
    "postal_lines",
    "render_prose",
    "render_whole_text",
    "split_paragraphs",
    "template_filters",
    "typeset",
    "unfinished",
    "with_capital",
    "without_capital",
]
