"""A policy as a document of its own: what a release freezes, and what anybody can keep."""

from __future__ import annotations

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.pages.environment import page_environment
from mkdocs_privacy.pages.kinds import center_pages
from mkdocs_privacy.pages.languages import say_languages
from mkdocs_privacy.pages.page_in_progress import WHOLE_POLICY, PageInProgress, without_dead_links
from mkdocs_privacy.pages.site import Site
from mkdocs_privacy.pages.standing import Standing
from mkdocs_privacy.templates import template_environment


def policy_document(center: LocalizedCenter, site: Site) -> str:
    """The whole policy in one language as an HTML document that stands alone."""
    page = PageInProgress(
        center_pages(center.center),
        site.directory_urls,
        site.addresses,
        site.files.get(center.language),
    )
    environment = page_environment(center, site, page, Standing())
    words = whole_policy(environment, page)
    title = center.localization.message(
        "policy.heading", organisation=center.center.organisation.name
    )
    return imported_document(title.unescape(), center.language, words)


def whole_policy(environment: Environment, page: PageInProgress) -> Markup:
    """The words of the whole policy as the data says them; every link in them stays among them."""
    page.begin(WHOLE_POLICY)
    rendered = Markup(environment.get_template(WHOLE_POLICY.template).render())
    return without_dead_links(say_languages(rendered))


def imported_document(title: str, language: str, words: Markup) -> str:
    """An HTML document around the words of a policy; its title is plain text."""
    template = template_environment().get_template("releases/document.html")
    return template.render(title=title, language=language, words=words) + "\n"
