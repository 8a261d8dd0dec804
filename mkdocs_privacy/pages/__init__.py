"""A localized center and the templates of `site_template/` become pages, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import (
    CookieCategory,
    ProcessorCategory,
    Right,
    SectionPage,
    Verdict,
)
from mkdocs_privacy.pages.filters import dialled, mailto, with_capital, without_capital
from mkdocs_privacy.pages.kinds import PAGE_KINDS, PageKind
from mkdocs_privacy.shipped import shipped
from mkdocs_privacy.template_cache import template_cache

_BY_NAME = {kind.name: kind for kind in PAGE_KINDS}
_BY_SOURCE = {f"{kind.source}.md": kind for kind in PAGE_KINDS}
_LINK_TO_SOURCE = re.compile(r'href="(?P<source>[\w/-]+\.md)(?:#(?P<anchor>[^"]*))?"')


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents; its title is HTML."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language: title and description as plain text, its body as HTML."""

    kind: PageKind
    title: str
    description: str
    body: Markup
    headings: tuple[Heading, ...]

    @property
    def is_searched(self) -> bool:
        """Whether a search looks here; the whole policy only repeats what other pages say."""
        return self.kind.name != "policy"


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


def render_pages(center: LocalizedCenter, site: Site) -> Iterator[Page]:
    """Render every page, in reader's order."""
    draft = _Draft(site.directory_urls)
    environment = _environment(center, site, draft)
    for kind in PAGE_KINDS:
        draft.begin(kind)
        body = environment.get_template(kind.template).render(right=kind.right)
        yield Page(
            kind,
            center.localization.message(f"{kind.name}.title").unescape(),
            center.localization.message(
                f"{kind.name}.description", organisation=center.center.organisation.name
            ).unescape(),
            Markup(body),  # rendered with autoescape
            tuple(draft.headings),
        )


class _Draft:
    """The page being rendered, as its templates see it.

    One draft serves all pages of a language, so that templates import their parts once, not for
    each page; it saves a tenth of the time.
    """

    def __init__(self, directory_urls: bool) -> None:
        self.directory_urls = directory_urls
        self.begin(PAGE_KINDS[0])

    def begin(self, kind: PageKind) -> None:
        """Turn to a new page."""
        self.kind = kind
        self.headings: list[Heading] = []

    def heading(self, level: int, id: str, title: str) -> Markup:
        """A heading that the table of contents lists."""
        self.headings.append(Heading(level, id, str(escape(title))))
        return Markup('<h{level} id="{id}">{title}</h{level}>').format(
            level=level, id=id, title=title
        )

    def link(self, name: str, anchor: str = "") -> str:
        """The address of a page, or of a place on it, as seen from this page.

        The whole policy holds those places itself, so there the address is a place on the page.
        """
        if self.kind.name == "policy" and name != "home":
            return f"#{anchor or name.replace('.', '-')}"
        up = "../" * self.kind.url(self.directory_urls).count("/")
        fragment = f"#{anchor}" if anchor else ""
        return f"{up}{_BY_NAME[name].url(self.directory_urls)}{fragment}" or "./"

    def with_links(self, prose: Markup) -> Markup:
        """Prose in which `data.md#activity-orders` leads to that page, from wherever it stands."""

        def replace(found: re.Match[str]) -> str:
            target = _BY_SOURCE.get(found["source"])
            if target is None:
                return found[0]
            return f'href="{self.link(target.name, found["anchor"] or "")}"'

        return Markup(_LINK_TO_SOURCE.sub(replace, prose))


def _environment(center: LocalizedCenter, site: Site, draft: _Draft) -> Environment:
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
        text=localization.text,
        prose=lambda text, level=3: draft.with_links(localization.prose(text, level)),
        date=localization.date,
        period=localization.period,
        country=localization.country,
        listed=localization.listed,
        opening=with_capital,
        dialled=dialled,
        addressed=lambda email: quote(str(email), safe="@"),
        running=lambda titles: [without_capital(title) for title in titles],
    )
    environment.globals.update(_globals(center, site, draft))
    return environment


def _globals(center: LocalizedCenter, site: Site, draft: _Draft) -> Mapping[str, Any]:
    return {
        "draft": draft,
        "heading": draft.heading,
        "link": draft.link,
        "say": center.localization.message,
        "plural": center.localization.plural,
        "localized": center,
        "center": center.center,
        "organisation": center.center.organisation,
        "language": center.language,
        "site_languages": site.languages or (center.language,),
        "language_name": center.localization.language_name,
        "requests": site.requests,
        "rights": tuple(Right),
        "Right": Right,
        "Verdict": Verdict,
        "SectionPage": SectionPage,
        "processor_categories": tuple(ProcessorCategory),
        "cookie_categories": tuple(CookieCategory),
        "mailto": mailto,
    }


__all__ = [
    "PAGE_KINDS",
    "Heading",
    "Page",
    "PageKind",
    "RequestOptions",
    "Site",
    "render_pages",
]
