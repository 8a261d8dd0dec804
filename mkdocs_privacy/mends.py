"""What we mend in templates of Material for MkDocs that are too large, or too central, to copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Replacement(NamedTuple):
    """A few characters of a template, and what stands in their place afterwards."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing that is wrong in a template, and what must change for it: all of it, or none."""

    template: str
    why: str
    """What is wrong without it: a clause, which a warning says where it does not fit."""
    replacements: tuple[Replacement, ...]
    or_else: tuple[Replacement, ...] = ()
    """The same in another template of that name: a plugin's, or a fork's."""

    def fits(self, source: str) -> bool:
        """Whether a template has everything that is to change."""
        return bool(self._fitting(source))

    def make(self, source: str) -> str:
        """The template with everything changed, or as it was."""
        for replacement in self._fitting(source):
            source = source.replace(replacement.before, replacement.after)
        return source

    def _fitting(self, source: str) -> tuple[Replacement, ...]:
        for replacements in (self.replacements, self.or_else):
            if all(replacement.before in source for replacement in replacements):
                return replacements
        return ()


def _mend(template: str, why: str, before: str, after: str) -> Mend:
    return Mend(template, why, (Replacement(before, after),))


MENDS = (
    _mend(
        "base.html",
        "a checkbox has autocomplete, which HTML does not allow",
        ' autocomplete="off">',
        ">",
    ),
    Mend(
        "base.html",
        "a quote ends the description",
        (
            Replacement("{{ page.meta.description }}", "{{ page.meta.description | e }}"),
            Replacement("{{ config.site_description }}", "{{ config.site_description | e }}"),
        ),
    ),
    *(
        _mend(
            template,
            "a quote in the name of the site ends an attribute, and a `<` begins an element",
            "{{ config.site_name }}",
            "{{ config.site_name | e }}",
        )
        for template in ("base.html", "partials/header.html", "partials/nav.html")
    ),
    Mend(
        "base.html",
        "a quote in the name of an author ends an attribute",
        (
            Replacement("{{ page.meta.author }}", "{{ page.meta.author | e }}"),
            Replacement("{{ config.site_author }}", "{{ config.site_author | e }}"),
        ),
    ),
    _mend(
        "partials/palette.html",
        "a quote in the name of a palette ends an attribute",
        "{{ option.toggle.name }}",
        "{{ option.toggle.name | e }}",
    ),
    _mend(
        "base.html",
        "Material's script asks for a sitemap.xml that is not there",
        """<link rel="alternate" href="{{ alt.link | url }}" """
        """hreflang="{{ alt.lang | d(lang.t('language')) }}">""",
        '{% include "privacy-center/alternate-link.html" %}',
    ),
    Mend(
        "base.html",
        "the link that skips the navigation passes over the start of a page, or is not there",
        (
            Replacement("{% if page.toc | first is defined %}", "{% if true %}"),
            Replacement("{% set skip = page.toc | first %}", ""),
            Replacement("{{ skip.url | url }}", "#privacy-center-content"),
            Replacement(
                '<div class="md-content" data-md-component="content">',
                '<div class="md-content" id="privacy-center-content" data-md-component="content">',
            ),
        ),
    ),
    _mend(
        "partials/logo.html",
        "a logo is called logo, in English, inside a link that says whose it is",
        ' alt="logo"',
        ' alt=""',
    ),
    _mend(
        "partials/header.html",
        "no keyboard reaches the navigation on a small screen",
        '<label class="md-header__button md-icon" for="__drawer">',
        '{% include "privacy-center/drawer-button.html" %}\n'
        '<label class="md-header__button md-icon" for="__drawer">',
    ),
    _mend(
        "partials/nav-item.html",
        "the toggle of a section with an index page is an icon without a name",
        '<label class="md-nav__link {{ class }}" for="{{ path }}" id="{{ path }}_label" '
        'tabindex="{{ tabindex }}">',
        '<label class="md-nav__link {{ class }}" for="{{ path }}" id="{{ path }}_label" '
        'tabindex="{{ tabindex }}">'
        '<span class="privacy-center-unseen">{{ nav_item.title }}</span>',
    ),
    _mend(
        "partials/nav-item.html",
        "a tabindex is empty, which is no number",
        ' tabindex="{{ tabindex }}"',
        '{% if tabindex %} tabindex="{{ tabindex }}"{% endif %}',
    ),
    Mend(
        "partials/nav-item.html",
        "only a colour says which page this is",
        (
            Replacement(
                'class="md-nav__link md-nav__link--active">',
                'class="md-nav__link md-nav__link--active" aria-current="page">',
            ),
            Replacement(  # the index page of a section
                '<a href="{{ index.url | url }}" class="md-nav__link {{ class }}">',
                '<a href="{{ index.url | url }}" class="md-nav__link {{ class }}"'
                '{% if index == page %} aria-current="page"{% endif %}>',
            ),
        ),
    ),
    _mend(
        "partials/path.html",
        "two landmarks have one name",
        "lang.t('nav')",
        "lang.t('path')",
    ),
    _mend(
        "partials/toc.html",
        # beside the text, and on a page outside the navigation
        "a label is for the toggle __toc where there is none",
        ' for="__toc"',
        '{% if nav_item is defined %} for="__toc"{% endif %}',
    ),
    Mend(
        "partials/toc-item.html",
        "every heading with headings below it is a landmark, some with the same name",
        (
            Replacement(
                """<nav class="md-nav" aria-label="{{ toc_item.title | striptags | e }}">""",
                '<div class="md-nav">',
            ),
            Replacement("</nav>", "</div>"),
        ),
    ),
    _mend(
        "partials/search.html",
        "a dialog has no name",  # it holds role=search, which is what it is
        ' role="dialog"',
        "",
    ),
    _mend(
        "partials/search.html",
        "an input has autocorrect, which was not an attribute of HTML until lately",
        ' autocorrect="off"',
        "",
    ),
    _mend(
        "partials/search.html",
        "a link has a script as its address",  # Material's own script writes the address anyway
        'href="javascript:void(0)"',
        'href="?q="',
    ),
    _mend(
        "partials/progress.html",
        "a progress bar has no name, and says nothing to who cannot see it",
        ' role="progressbar"',
        ' aria-hidden="true"',
    ),
    Mend(
        "sitemap.xml",
        "search engines are offered pages that they shall leave alone",
        (
            Replacement(
                "{% if not file.page.is_link and (",
                "{% if file.page and not file.page.is_link and file.page.meta.robots != 'noindex' "
                "and not file.page.meta.privacy_center_copy and (",
            ),
        ),
        or_else=(  # that of mkdocs-static-i18n
            Replacement(
                "{%- if file.page.is_link %}",
                "{%- if not file.page or file.page.is_link or file.page.meta.robots == 'noindex' "
                "or file.page.meta.privacy_center_copy %}",
            ),
            Replacement(
                "in file.alternates.items() %}",
                "in file.alternates.items() if not file.page.meta.privacy_center or "
                "file.page.meta.privacy_center_languages[i18n_locale | replace('_', '-')] == "
                "i18n_locale | replace('_', '-') %}",
            ),
            Replacement(
                'hreflang="{{ i18n_locale }}"',
                """hreflang="{{ i18n_locale | replace('_', '-') }}\"""",
            ),
        ),
    ),
    _mend(
        "partials/source.html",
        "Material's script asks api.github.com for the number of stars",
        ' data-md-component="source"',
        "",
    ),
)
"""In the order in which they are made: a later one finds what an earlier one left."""
