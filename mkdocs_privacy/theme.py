"""Material for MkDocs as the pages need it: templates that go over its own, and small mends.

Whole blocks and partials are overridden in `site_template/theme/`. What stands outside any block is
mended while Jinja reads it (docs/decisions/): a copy of `base.html` names the hashed assets of one
release and breaks with the next, a mend that no longer fits does nothing, and a test says so.
"""

from __future__ import annotations

from typing import NamedTuple

from jinja2 import Environment
from jinja2.ext import Extension
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_privacy.shipped import shipped
from mkdocs_privacy.template_cache import template_cache


class Mend(NamedTuple):
    """A few characters to change in a template that is too large, or too central, to copy."""

    template: str
    why: str
    before: str
    after: str


MENDS = (
    Mend("base.html", "a checkbox has no autocomplete", ' autocomplete="off">', ">"),
    Mend(
        "base.html",
        "a quote ended the description",
        "{{ page.meta.description }}",
        "{{ page.meta.description | e }}",
    ),
    Mend(
        "base.html",
        "a quote ended the description",
        "{{ config.site_description }}",
        "{{ config.site_description | e }}",
    ),
    Mend(
        "base.html",
        "made Material's script ask for a sitemap.xml that is not there",
        """<link rel="alternate" href="{{ alt.link | url }}" """
        """hreflang="{{ alt.lang | d(lang.t('language')) }}">""",
        '{% include "privacy-center/alternate-link.html" %}',
    ),
    Mend(
        "partials/header.html",
        "no keyboard reached the navigation on a small screen",
        '<label class="md-header__button md-icon" for="__drawer">',
        '{% include "privacy-center/drawer-button.html" %}\n'
        '<label class="md-header__button md-icon" for="__drawer">',
    ),
    Mend(
        "partials/nav-item.html",
        "the toggle of a section with an index page was an icon without a name",
        '<label class="md-nav__link {{ class }}" for="{{ path }}" id="{{ path }}_label" '
        'tabindex="{{ tabindex }}">',
        '<label class="md-nav__link {{ class }}" for="{{ path }}" id="{{ path }}_label" '
        'tabindex="{{ tabindex }}">'
        '<span class="privacy-center-unseen">{{ nav_item.title }}</span>',
    ),
    Mend(
        "partials/nav-item.html",
        "an empty tabindex is no number",
        ' tabindex="{{ tabindex }}"',
        '{% if tabindex %} tabindex="{{ tabindex }}"{% endif %}',
    ),
    Mend(
        "partials/nav-item.html",
        "only a colour said which page this is",
        'class="md-nav__link md-nav__link--active">',
        'class="md-nav__link md-nav__link--active" aria-current="page">',
    ),
    Mend(
        "partials/nav-item.html",
        "the same for the index page of a section",
        '<a href="{{ index.url | url }}" class="md-nav__link {{ class }}">',
        '<a href="{{ index.url | url }}" class="md-nav__link {{ class }}"'
        '{% if index == page %} aria-current="page"{% endif %}>',
    ),
    Mend(
        "partials/path.html",
        "two landmarks had one name",
        "lang.t('nav')",
        "lang.t('path')",
    ),
    Mend(
        "partials/toc.html",
        "beside the text, and on a page outside the navigation, the toggle __toc is not there",
        ' for="__toc"',
        '{% if nav_item is defined %} for="__toc"{% endif %}',
    ),
    Mend(
        "partials/toc-item.html",
        "every heading with headings below it became a landmark; two had one name",
        """<nav class="md-nav" aria-label="{{ toc_item.title | striptags | e }}">""",
        '<div class="md-nav">',
    ),
    Mend("partials/toc-item.html", "the end of the same", "</nav>", "</div>"),
    Mend(
        "partials/search.html",
        "a dialog without a name; it holds role=search, which is what it is",
        ' role="dialog"',
        "",
    ),
    Mend(
        "partials/search.html",
        "not an attribute of HTML until lately",
        ' autocorrect="off"',
        "",
    ),
    Mend(
        "partials/search.html",
        "a script in an address; Material's own script writes the address anyway",
        'href="javascript:void(0)"',
        'href="?q="',
    ),
    Mend(
        "partials/progress.html",
        "a progress bar without a name, that says nothing to who cannot see it",
        ' role="progressbar"',
        ' aria-hidden="true"',
    ),
    Mend(
        "sitemap.xml",
        "a page that search engines shall leave alone is not to be offered to them",
        "{% if not file.page.is_link and (",
        "{% if not file.page.is_link and file.page.meta.robots != 'noindex' and (",
    ),
    Mend(
        "sitemap.xml",
        "the same in that of mkdocs-static-i18n",
        "{%- if file.page.is_link %}",
        "{%- if file.page.is_link or file.page.meta.robots == 'noindex' %}",
    ),
    Mend(
        "partials/source.html",
        "made Material's script ask api.github.com for the number of stars",
        ' data-md-component="source"',
        "",
    ),
)


class MendedMaterial(Extension):
    """Changes Material's templates while Jinja reads them."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """The template with its mends; Jinja passes the file name by position."""
        for mend in MENDS:
            if mend.template == name:
                source = source.replace(mend.before, mend.after)
        return source


def bring_theme(config: MkDocsConfig, *, has_policy: bool = False) -> None:
    """Put our templates between the site's own overrides and Material; harmless when repeated.

    `has_policy` says that pages have a Content-Security-Policy, each its own.
    """
    theme, ours = config.theme, str(shipped("site_template") / "theme")
    if theme.name != "material":
        return
    if ours not in theme.dirs:
        theme.dirs.insert(1 if theme.custom_dir else 0, ours)
    if has_policy or "i18n" in config.plugins:
        # instant navigation keeps the first page's policy, and its header: the language switcher
        features = theme.get("features", [])
        theme["features"] = [name for name in features if not name.startswith("navigation.instant")]


def mend_theme(environment: Environment, config: MkDocsConfig) -> None:
    """Mend the rest of Material as it is read."""
    if config.theme.name == "material":
        environment.add_extension(MendedMaterial)
        environment.bytecode_cache = environment.bytecode_cache or template_cache(repr(MENDS))
