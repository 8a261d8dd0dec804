"""A localized center and the templates of `site_template/` become pages, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from mkdocs_privacy.localization import Localization, LocalizedCenter
from mkdocs_privacy.model import (
    Contact,
    CookieCategory,
    ProcessorCategory,
    Right,
    SectionPage,
    Verdict,
)
from mkdocs_privacy.shipped import shipped
from mkdocs_privacy.template_cache import template_cache


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page that every privacy center has: its source path without language or ending."""

    source: str
    template: str
    right: Right | None = None

    @property
    def name(self) -> str:
        """How templates and catalogs call it: `home`, `data`, `rights`, `right.access` …"""
        if self.right:
            return f"right.{self.right}"
        return "home" if self.source == "index" else self.source.removesuffix("/index")

    def url(self, directory_urls: bool) -> str:
        """Its address below the center's own root."""
        if not directory_urls:
            return f"{self.source}.html"
        return "" if self.source == "index" else f"{self.source.removesuffix('/index')}/"


PAGE_KINDS = (
    PageKind("index", "pages/home.html"),
    PageKind("data", "pages/data.html"),
    PageKind("processors", "pages/processors.html"),
    PageKind("cookies", "pages/cookies.html"),
    PageKind("rights/index", "pages/rights.html"),
    *(PageKind(f"rights/{right}", "pages/right.html", right) for right in Right),
    PageKind("contact", "pages/contact.html"),
    PageKind("policy", "pages/policy.html"),
)
"""Every page, in reader's order."""

_BY_NAME = {kind.name: kind for kind in PAGE_KINDS}


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


def page_title(kind: PageKind, localization: Localization) -> str:
    """The title of a page as plain text."""
    return localization.message(f"{kind.name}.title").unescape()


def render_pages(center: LocalizedCenter, site: Site) -> Iterator[Page]:
    """Render every page, in reader's order."""
    environment = _environment(center, site)
    for kind in PAGE_KINDS:
        yield _render(kind, center, site, environment)


def _render(kind: PageKind, center: LocalizedCenter, site: Site, environment: Environment) -> Page:
    headings: list[Heading] = []

    def heading(level: int, id: str, title: str) -> Markup:
        """A heading that the table of contents lists."""
        headings.append(Heading(level, id, str(escape(title))))
        return Markup('<h{level} id="{id}">{title}</h{level}>').format(
            level=level, id=id, title=title
        )

    def link(name: str, anchor: str = "") -> str:
        """The address of a page, or of a place on it, as seen from this page.

        The whole policy holds those places itself, so there the address is a place on the page.
        """
        target = _BY_NAME[name]
        if kind.name == "policy" and name != "home":
            return f"#{anchor or name.replace('.', '-')}"
        up = "../" * kind.url(site.directory_urls).count("/")
        fragment = f"#{anchor}" if anchor else ""
        return f"{up}{target.url(site.directory_urls)}{fragment}" or "./"

    organisation = center.center.organisation.name
    body = environment.get_template(kind.template).render(
        page=kind, right=kind.right, heading=heading, link=link
    )
    return Page(
        kind,
        page_title(kind, center.localization),
        center.localization.message(
            f"{kind.name}.description", organisation=organisation
        ).unescape(),
        Markup(body),  # rendered with autoescape
        tuple(headings),
    )


def _environment(center: LocalizedCenter, site: Site) -> Environment:
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
        prose=localization.prose,
        date=localization.date,
        period=localization.period,
        country=localization.country,
        listed=localization.listed,
        opening=_with_capital,
        running=lambda titles: [_without_capital(title) for title in titles],
    )
    environment.globals.update(_globals(center, site))
    return environment


def _globals(center: LocalizedCenter, site: Site) -> Mapping[str, Any]:
    return {
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


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _without_capital(title: str) -> str:
    """A title inside a sentence: “E-mail address” loses its capital, “IP address” does not."""
    first = title.partition(" ")[0]
    return title[:1].lower() + title[1:] if first[1:].islower() else title


def mailto(contact: Contact, subject: str, body: str) -> str:
    """A `mailto:` address with subject and body filled in (RFC 6068: lines end in CRLF)."""
    lines = Markup(body).unescape().replace("\n", "\r\n")
    return (
        f"mailto:{quote(str(contact.email), safe='@')}"
        f"?subject={quote(Markup(subject).unescape())}&body={quote(lines)}"
    )
