"""What only shows where pages are made: own templates that break, words that have moved."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from mkdocs_privacy.changelog import tell_history
from mkdocs_privacy.findings import Finding, Place
from mkdocs_privacy.findings.rules.releases import WORDING_MOVED
from mkdocs_privacy.findings.rules.words import TEMPLATE
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.pages import policy_document, render_pages
from mkdocs_privacy.releases import Release, words_to_show
from mkdocs_privacy.site.opened import OpenedSite


def find_broken_templates(site: OpenedSite) -> Iterator[Finding]:
    """The template of the site's own that stops a build, if there is one; no error may be left."""
    if not site.frozen_pages.own_templates or not site.frozen_pages.own_templates.is_dir():
        return
    try:
        for language, localization in site.localizations().items():
            center = LocalizedCenter(site.center, localization, site.loaded.catalogue)
            history = site.standing.history
            entries = tell_history(history, localization, site.center)
            list(render_pages(center, site.pages(language), site.standing, entries))
    except TemplateError as error:
        yield explain_template(error, site)


def find_moved_wording(release: Release, site: OpenedSite) -> Finding | None:
    """Where the data of a release would now be put into other words, or into none at all."""
    if release.center is None:
        return None
    try:
        now = {
            language: words_to_show(
                policy_document(
                    LocalizedCenter(
                        release.center, site.localization(language), site.loaded.catalogue
                    ),
                    site.frozen_pages,
                )
            )
            for language in site.languages
            if language in release.words
        }
    except TemplateError as error:
        return explain_template(error, site)
    moved = [language for language, words in now.items() if words != release.words[language]]
    if not moved:
        return None
    message = (
        f"the wording of the plugin or of your own templates ({', '.join(moved)}) has changed "
        f"since release {release.id}. The policy page keeps the released wording; your next "
        "release will use the new one. You need not do anything"
    )
    return Finding(WORDING_MOVED, message)


def explain_template(error: TemplateError, site: OpenedSite) -> Finding:
    """What is wrong with a template, at the line where it came out."""
    problem = error.message or "it is wrong"
    if isinstance(error, TemplateNotFound):
        problem = f"there is no template ‘{problem}’: check its name"
    message = f"this template cannot be used: {problem}"
    return Finding(TEMPLATE, message, place=_place(error, site))


def _place(error: TemplateError, site: OpenedSite) -> Place | None:
    if isinstance(error, TemplateSyntaxError):
        return Place(site.shown(Path(error.filename)), error.lineno) if error.filename else None
    # Jinja makes the lines of templates part of the traceback
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame for frame in frames if not frame.filename.endswith(".py")]
    return Place(site.shown(Path(lines[-1].filename)), lines[-1].lineno or 1) if lines else None
