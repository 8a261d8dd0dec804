"""MkDocs hooks that bring our theme to a site without the pages of a privacy center."""

from functools import partial

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from mkdocs_privacy.dressing import dress
from mkdocs_privacy.plugin.theming import dress_template
from mkdocs_privacy.site import CenterOptions
from mkdocs_privacy.theme import bring_theme, mend_theme


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    bring_theme(config, site_url_in=lambda language: config.site_url)
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    mend_theme(env, config)
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return dress(output, None, partial(normalize_url, page=page))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    return dress_template(output_content, template_name, config, CenterOptions())
