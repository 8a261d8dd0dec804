"""The templates of `site_template/`, and everything that they can say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_privacy.changelog import by_level, version_name
from mkdocs_privacy.localization import (
    Localization,
    LocalizedCenter,
    as_sentence,
    isolated_where_printed,
    mail_uri,
    split_paragraphs,
    template_filters,
    typeset,
    with_capital,
    without_capital,
)
from mkdocs_privacy.model import (
    Contact,
    CookieCategory,
    ProcessorCategory,
    Right,
    SectionPage,
    Text,
    Verdict,
    base_language,
)
from mkdocs_privacy.pages.cookie_rows import breakable, cookie_rows
from mkdocs_privacy.pages.for_audience import ForAudience
from mkdocs_privacy.pages.in_common import InCommon
from mkdocs_privacy.pages.kinds import center_pages
from mkdocs_privacy.pages.label import PrivacyLabel
from mkdocs_privacy.pages.languages import MarkingLocalization, inside_marks
from mkdocs_privacy.pages.page_in_progress import PageInProgress
from mkdocs_privacy.pages.request_forms import request_globals
from mkdocs_privacy.pages.said_once import SaidOnce
from mkdocs_privacy.pages.site import Site
from mkdocs_privacy.pages.standing import Standing
from mkdocs_privacy.pages.times_named import times_named
from mkdocs_privacy.templates import template_environment


def page_environment(
    center: LocalizedCenter, site: Site, page: PageInProgress, standing: Standing
) -> Environment:
    """The templates of pages, a site's own before those that are shipped."""
    environment = template_environment(site.own_templates, isolated_where_printed)
    localization = MarkingLocalization(center.language, center.localization.catalog)
    environment.filters.update(template_filters(localization))
    environment.filters.update(
        paragraphs=lambda text: _paragraphs(text, localization.language),
        prose=lambda text, level=3: page.with_links(localization.prose(text, level)),
        opening=inside_marks(with_capital),
        sentence=inside_marks(as_sentence),
        named=lambda release: version_name(release, localization),
        running=lambda titles: list(map(inside_marks(without_capital), titles)),
        inside=inside_marks(without_capital),
        breakable=breakable,
    )
    environment.globals.update(_globals(center, localization, site, page))
    environment.globals.update(standing=standing, history=standing.history)
    environment.globals["once"] = SaidOnce(page)
    environment.globals["times_named"] = lambda: times_named(standing)
    environment.globals.update(request_globals(center, localization, site, page, standing))
    return environment


def _paragraphs(text: Text, language: str) -> Markup:
    """Plain text as HTML paragraphs: empty lines separate them, other line ends are spaces.

    They say so where their words are in another language than `language` (WCAG 3.1.2).
    """
    known = text.language_for(language)
    begin = Markup("<p>") if known == language else Markup('<p lang="{}">').format(known)
    parts = split_paragraphs(typeset(text.in_language(language), base_language(known)))
    return Markup("\n").join(begin + part + Markup("</p>") for part in parts)


def _mailto(contact: Contact, subject: str, body: str) -> str:
    """A `mailto:` address with subject and body filled in (RFC 6068: lines end in CRLF)."""
    lines = Markup(body).unescape().replace("\n", "\r\n")
    return (
        f"{mail_uri(str(contact.email))}"
        f"?subject={quote(Markup(subject).unescape())}&body={quote(lines)}"
    )


def _ways_in(center: LocalizedCenter) -> Iterator[str]:
    """The pages that people come for, by name; of a single right only where it may apply."""
    for kind in center_pages(center.center):
        if kind.is_way_in and (kind.right is None or _may_apply(kind.right, center)):
            yield kind.name


def _may_apply(right: Right, center: LocalizedCenter) -> bool:
    if right is Right.COMPLAINT:
        return _is_said_where_to_complain(center)
    verdicts = center.verdicts(right)
    return bool(verdicts[Verdict.APPLIES] or verdicts[Verdict.CONDITIONAL])


def _is_said_where_to_complain(center: LocalizedCenter) -> bool:
    """Whether the page about complaints names anybody: ourselves, an authority, somebody else.

    Everybody can complain of everybody, also of who is only a processor (GDPR article 77).
    """
    organisation = center.center.organisation
    return bool(
        center.center.takes_complaints
        or organisation.complaints
        or organisation.supervisory_authority
        or center.authorities_elsewhere
        or center.addresses_the_union
        or Right.COMPLAINT in center.center.rights.each
    )


def _globals(
    center: LocalizedCenter, localization: Localization, site: Site, page: PageInProgress
) -> Mapping[str, Any]:
    return {
        "page_in_progress": page,
        "heading": page.heading,
        "link": page.link,
        "link_to_file": page.link_to_file,
        "say": localization.message,
        "plural": localization.plural,
        "plural_forms": localization.plural_forms,
        "by_level": by_level,
        "cookie_rows": lambda: cookie_rows(center),
        "localized": center,
        "in_common": InCommon(center),
        "at_a_glance": PrivacyLabel(center),
        "pictures": site.pictures,
        "for_audience": lambda audience: ForAudience(center, audience),
        "center": center.center,
        "organisation": center.center.organisation,
        "language": center.language,
        "site_languages": site.languages or (center.language,),
        "has_feeds": site.has_feeds,
        "ways_in": tuple(_ways_in(center)),
        "name_of_language": center.localization.name_of_language,
        "rights": tuple(Right),
        "Right": Right,
        "Verdict": Verdict,
        "SectionPage": SectionPage,
        "processor_categories": tuple(ProcessorCategory),
        "cookie_categories": tuple(CookieCategory),
        "mailto": _mailto,
    }
