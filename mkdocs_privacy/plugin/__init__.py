"""What MkDocs calls: a privacy center from data, in every language of the site."""

from mkdocs_privacy.plugin.hooks import PrivacyCenterPlugin

__all__ = ["PrivacyCenterPlugin"]
