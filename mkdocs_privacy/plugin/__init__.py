"""What MkDocs calls: a privacy center from data, in every language of the site."""

from mkdocs_privacy.garbage import look_seldom

look_seldom()  # already among all that is imported now: a tenth of that time

from mkdocs_privacy.plugin.hooks import PrivacyCenterPlugin  # noqa: E402

__all__ = ["PrivacyCenterPlugin"]
