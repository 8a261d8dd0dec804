"""What an app asks a device for (ePrivacy Directive, article 5(3); GDPR article 13)."""

from __future__ import annotations

from enum import StrEnum

from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.text import Text


class Permission(StrEnum):
    """Something on a device that an app may use once its owner allows it."""

    CAMERA = "camera"
    MICROPHONE = "microphone"
    PHOTOS = "photos"
    CONTACTS = "contacts"
    CALENDAR = "calendar"
    LOCATION = "location"
    NOTIFICATIONS = "notifications"
    BLUETOOTH = "bluetooth"
    MOTION = "motion"


class AppPermission(Record):
    """A permission that an app asks for in an activity, and what for."""

    permission: Permission
    """What the app asks to use."""
    purpose: Text
    """What for."""
    if_refused: Text | None = None
    """What does not work without it."""
