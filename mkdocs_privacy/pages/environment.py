"""The templates of `site_template/`, and everything that they can say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_privacy.localization import (
    Localization,
    LocalizedCenter,
    postal_lines,
    with_capital,
    without_capital,
)
from mkdocs_privacy.model import (
    CookieCategory,
    ProcessorCategory,
    Right,
    SectionPage,
    Text,
    Verdict,
)
from mkdocs_privacy.pages.draft import Draft
from mkdocs_privacy.pages.filters import dialled, mailto, paragraphs
from mkdocs_privacy.pages.kinds import center_pages
from mkdocs_privacy.pages.languages import in_other_language, inside_marks, saying
from mkdocs_privacy.pages.requests import request_globals
from mkdocs_privacy.pages.site import Site
from mkdocs_privacy.pages.standing import Standing
from mkdocs_privacy.releases import Release
from mkdocs_privacy.shipped import shipped
from mkdocs_privacy.template_cache import template_cache


def make_environment(
    center: LocalizedCenter, site: Site, draft: Draft, standing: Standing
) -> Environment:
    """The templates, a site's own before those that are shipped."""
    folders = [folder for folder in (site.own_templates, shipped("site_template")) if folder]
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
        bytecode_cache=template_cache(),
    )
    localization = center.localization
    environment.filters.update(
        text=lambda text: _words(text, localization),
        paragraphs=lambda text: paragraphs(text, localization.language),
        prose=lambda text, level=3: draft.with_links(_prose(text, level, localization)),
        date=localization.date,
        period=localization.period,
        country=localization.country,
        postal_lines=lambda address: postal_lines(address, localization),
        listed=localization.listed,
        opening=inside_marks(with_capital),
        dialled=dialled,
        addressed=lambda email: quote(str(email), safe="@"),
        named=lambda release: _named(release, localization),
        running=lambda titles: list(map(inside_marks(without_capital), titles)),
    )
    environment.globals.update(_globals(center, site, draft))
    environment.globals.update(standing=standing, history=standing.history)
    environment.globals.update(request_globals(center, site, draft, standing))
    return environment


def _words(text: Text | None, localization: Localization) -> str:
    """The words of a text, marked where they are in another language."""
    words = localization.text(text)
    known = text.language_for(localization.language) if text else localization.language
    return words if known == localization.language else in_other_language(words, known)


def _prose(text: Text | None, level: int, localization: Localization) -> Markup:
    prose = localization.prose(text, level)
    known = text.language_for(localization.language) if text else localization.language
    if known == localization.language:
        return prose
    return Markup('<div lang="{}">{}</div>').format(known, prose)


def _named(release: Release, localization: Localization) -> str:
    """What a version is called after: its date, and which of that day it is."""
    date = localization.date(release.effective)
    number = release.id.removeprefix(release.effective.isoformat()).lstrip("-")
    return f"{date} ({number})" if number else date


def _globals(center: LocalizedCenter, site: Site, draft: Draft) -> Mapping[str, Any]:
    borrowed = center.localization.catalog.borrowed
    return {
        "draft": draft,
        "heading": draft.heading,
        "link": draft.link,
        "link_to_file": draft.link_to_file,
        "say": saying(center.localization.message, borrowed),
        "plural": saying(center.localization.plural, borrowed),
        "localized": center,
        "center": center.center,
        "organisation": center.center.organisation,
        "language": center.language,
        "site_languages": site.languages or (center.language,),
        "has_feeds": site.has_feeds,
        "ways_in": tuple(kind.name for kind in center_pages(center.center) if kind.is_way_in),
        "language_name": center.localization.language_name,
        "name_of_language": center.localization.name_of_language,
        "rights": tuple(Right),
        "Right": Right,
        "Verdict": Verdict,
        "SectionPage": SectionPage,
        "processor_categories": tuple(ProcessorCategory),
        "cookie_categories": tuple(CookieCategory),
        "mailto": mailto,
    }
