"""How long something stays on a device, in words: the same in tables, pictures and banners."""

from __future__ import annotations

from mkdocs_privacy.localization.language import Localization
from mkdocs_privacy.model import UNTIMED, TrackerItem, TrackerType

_NOT_STORED = (
    TrackerType.PIXEL,
    TrackerType.EMAIL_PIXEL,
    TrackerType.URL_PARAMETER,
    TrackerType.FINGERPRINT,
)


def lifetime(item: TrackerItem, localization: Localization) -> str:
    """How long an item stays; that nothing is stored, or that nothing says how long."""
    if item.duration in UNTIMED:
        return localization.message(f"duration.{item.duration}")
    if item.duration:
        return localization.period(item.duration)
    is_stored = item.type not in _NOT_STORED
    return localization.message("unstated.duration" if is_stored else "duration.not_stored")
