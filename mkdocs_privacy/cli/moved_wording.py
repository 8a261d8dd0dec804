"""Data of a release that this package, or the site's own templates, would now word otherwise."""

from __future__ import annotations

from jinja2 import TemplateError

from mkdocs_privacy.cli.broken_template import explain_template
from mkdocs_privacy.cli.working_site import WorkingSite
from mkdocs_privacy.findings import Finding, Severity
from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.pages import policy_document
from mkdocs_privacy.releases import Release, words_to_show


def find_moved_wording(release: Release, site: WorkingSite) -> Finding | None:
    """Where the data of a release would now be put into other words, or into none at all."""
    if release.center is None:
        return None
    try:
        now = {
            language: words_to_show(
                policy_document(
                    LocalizedCenter(release.center, site.localization(language)), site.pages
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
        f"the words around the data have changed since the release {release.id}, in "
        f"{', '.join(moved)}: the policy page keeps the words of that release, the next one takes "
        "the new words"
    )
    return Finding("wording-moved", message, Severity.INFO)
