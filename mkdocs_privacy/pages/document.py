"""A policy as a document of its own: what a release freezes, and what anybody can keep."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.pages.draft import WHOLE_POLICY, Draft, without_dead_links
from mkdocs_privacy.pages.environment import make_environment
from mkdocs_privacy.pages.kinds import center_pages
from mkdocs_privacy.pages.languages import say_languages
from mkdocs_privacy.pages.site import Site
from mkdocs_privacy.pages.standing import Standing
from mkdocs_privacy.shipped import shipped


def policy_document(center: LocalizedCenter, site: Site) -> str:
    """The whole policy in one language as an HTML document that stands alone."""
    draft = Draft(center_pages(center.center), site.directory_urls)
    environment = make_environment(center, site, draft, Standing())
    words = whole_policy(environment, draft)
    title = center.localization.message(
        "policy.heading", organisation=center.center.organisation.name
    )
    return imported_document(title.unescape(), center.language, words)


def whole_policy(environment: Environment, draft: Draft) -> Markup:
    """The words of the whole policy as the data says them; every link in them stays among them."""
    draft.begin(WHOLE_POLICY)
    rendered = Markup(environment.get_template(WHOLE_POLICY.template).render())
    return without_dead_links(say_languages(rendered))


def imported_document(title: str, language: str, words: Markup) -> str:
    """An HTML document around the words of a policy; its title is plain text."""
    environment = Environment(
        loader=FileSystemLoader(shipped("site_template")),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    template = environment.get_template("releases/document.html")
    return template.render(title=title, language=language, words=words)
