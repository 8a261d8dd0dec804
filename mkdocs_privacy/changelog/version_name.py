"""What a version is called in a sentence."""

from __future__ import annotations

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.releases import Release


def version_name(release: Release, localization: Localization) -> str:
    """What a version is called after: its date, and which of that day it is."""
    day = localization.date(release.effective)
    number = release.id.removeprefix(release.effective.isoformat()).lstrip("-")
    return f"{day} ({number})" if number else day
