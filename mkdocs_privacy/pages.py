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


def page_title(kind: PageKind, localization: Localization) -> str:
    """The title of a page as plain text."""
    return localization.message(f"{kind.name}.title").unescape()


def render_pages(center: LocalizedCenter, site: Site) -> Iterator[Page]:
    """Render every page, in reader's order."""
    draft = _Draft(site.directory_urls)
    environment = _environment(center, site, draft)
    for kind in PAGE_KINDS:
        draft.begin(kind)
        body = environment.get_template(kind.template).render(right=kind.right)
        yield Page(
            kind,
            page_title(kind, center.localization),
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
        opening=_with_capital,
        dialled=_dialled,
        addressed=lambda email: quote(str(email), safe="@"),
        running=lambda titles: [_without_capital(title) for title in titles],
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


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _without_capital(title: str) -> str:
    """A title inside a sentence: “E-mail address” loses its capital, “IP address” does not."""
    first = title.partition(" ")[0]
    return title[:1].lower() + title[1:] if first[1:].islower() else title


def _dialled(phone: str) -> str:
    """A telephone number as a `tel:` address has it: without the (0) that nobody dials abroad."""
    return re.sub(r"[^\d+]", "", phone.replace("(0)", ""))


def mailto(contact: Contact, subject: str, body: str) -> str:
    """A `mailto:` address with subject and body filled in (RFC 6068: lines end in CRLF)."""
    lines = Markup(body).unescape().replace("\n", "\r\n")
    return (
        f"mailto:{quote(str(contact.email), safe='@')}"
        f"?subject={quote(Markup(subject).unescape())}&body={quote(lines)}"
    )
