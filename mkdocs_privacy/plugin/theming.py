"""Which pages of a build are mended, and what finished pages get of ours."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import normalize_url

from mkdocs_privacy.dressing import (
    arrival_script,
    dress,
    has_pictures,
    page_script,
    without_indentation,
    without_instant_navigation,
)
from mkdocs_privacy.mkdocs_files import DeclaredPage, built_language
from mkdocs_privacy.pages import Outline
from mkdocs_privacy.part_of_page import around
from mkdocs_privacy.site import CenterOptions, OpenedSite
from mkdocs_privacy.theme import DISTRIBUTIONS, MENDED

_TEXT = "\0"
"""What stands for the text of a page while its frame is changed: that may be a hundred times as
long, and each change makes another copy."""


def is_site_wide(options: CenterOptions) -> bool:
    """Whether pages that are not ours are mended too."""
    return not options.path if options.mends_site_wide is None else options.mends_site_wide


def dress_body(body: str, ours: Outline, page: MkDocsPage, config: MkDocsConfig) -> str:
    """The text of a page of ours with the scripts that belong to it."""
    if config.theme.name not in DISTRIBUTIONS:
        return body
    address = partial(normalize_url, page=page)
    arrival = arrival_script(address) if _has_instant_navigation(config) else ""
    return f"{body}{page_script(ours.kind.subject, address)}{arrival}"


def choose_template(page: MkDocsPage, config: MkDocsConfig, options: CenterOptions) -> None:
    """Have a page of ours made from mended templates, where others are not."""
    if config.theme.name in DISTRIBUTIONS and not is_site_wide(options):
        page.meta["template"] = f"{MENDED}{page.meta.get('template', 'main.html')}"


def note_language(declared: DeclaredPage, page: MkDocsPage, site: OpenedSite) -> None:
    """Note the language of the words of each page of ours, for the theme and the sitemap.

    Where its words have a page of their own, a page is a copy, which leaves search to that one.
    """
    languages = site.settings.languages
    words = languages.read_in(declared.language)
    page.meta["privacy_center_languages"] = {
        language: languages.read_in(language) for language in languages.of_site
    }
    if words != declared.language and words in languages.of_site:
        page.meta["privacy_center_copy"] = True
        if addresses := site.addresses.get(words):
            page.canonical_url = addresses.page(declared.kind.name)


def say_language(body: str, declared: DeclaredPage, site: OpenedSite) -> str:
    """The text of a page of ours with its language where the frame around it has another."""
    words = site.settings.languages.read_in(declared.language)
    if words == declared.language:
        return body
    direction = site.localization(words).locale.text_direction
    return f'<div lang="{words}" dir="{direction}">\n{body}\n</div>'


def dress_page(
    html: str, ours: Outline | None, page: MkDocsPage, config: MkDocsConfig, options: CenterOptions
) -> str:
    """A finished page, with what is ours if it is, or if all pages are mended."""
    if config.theme.name not in DISTRIBUTIONS or not (ours or is_site_wide(options)):
        return html
    body = page.content or "" if ours else ""
    # where a plugin or a template made something else of the text, all is frame
    frame = _TEXT.join(around(body, html) or (html,)) if body else html
    if ours and _has_instant_navigation(config):
        frame = without_instant_navigation(frame)
    if body:
        frame = without_indentation(frame, _TEXT)
    subject = ours.kind.subject if ours else None
    address, has_picture = partial(normalize_url, page=page), has_pictures(html)
    frame = dress(frame, subject, address, built_language(config), has_picture=has_picture)
    return frame.replace(_TEXT, body, 1) if body else frame


def dress_template(html: str, name: str, config: MkDocsConfig, options: CenterOptions) -> str:
    """The error page, with what is ours where all pages are mended."""
    is_page = name.endswith(".html") and html.strip()
    if config.theme.name not in DISTRIBUTIONS or not is_site_wide(options) or not is_page:
        return html
    base = urlsplit(config.site_url or "/").path.rstrip("/")
    return dress(html, None, lambda path: f"{base}/{path}", built_language(config))


def remember_languages(config: MkDocsConfig) -> Callable[[], None]:
    """What puts the language of the theme and its switcher back to what they are now.

    static-i18n sets the switcher to each page, and it stays so on the error page, which is made
    after all. MaterialX has its own only on our pages, unless the whole site is mended.
    """
    extra: Any = config.extra
    mappings = (vars(extra), extra, config.theme)  # an attribute goes before the key of that name
    names = ("alternate", "alternate", "language")
    before = [mapping.get(name) for mapping, name in zip(mappings, names, strict=True)]

    def put_back() -> None:
        for mapping, name, value in zip(mappings, names, before, strict=True):
            if value is not None:
                mapping[name] = value
            elif name in mapping:
                del mapping[name]

    return put_back


def _has_instant_navigation(config: MkDocsConfig) -> bool:
    return "navigation.instant" in config.theme.get("features", [])
