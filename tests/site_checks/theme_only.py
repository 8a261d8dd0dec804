"""MkDocs hooks that bring our theme to a site without the pages of a privacy center."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from mkdocs_privacy.theme import bring_theme, mend_theme


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    bring_theme(config)
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    mend_theme(env, config)
    return env
