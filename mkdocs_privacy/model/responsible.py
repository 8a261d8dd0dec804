"""Who is responsible where the organisation is a processor (GDPR articles 4(7) and 28)."""

from __future__ import annotations

from typing import ClassVar

from mkdocs_privacy.model.organisation import Contact, DataProtectionOfficer
from mkdocs_privacy.model.record import ShortForm
from mkdocs_privacy.model.scalars import Url
from mkdocs_privacy.model.text import Text


class Responsible(ShortForm):
    """The controller on whose behalf we act: its name alone, or also how to reach it."""

    short_form: ClassVar[str] = "name"

    name: Text
    """Who is responsible: a name, or words by which people know who it is (the shop where you
    ordered …)."""
    website: Url | None = None
    """Its website."""
    contact: Contact | None = None
    """How to reach it (GDPR article 13(1)(a))."""
    data_protection_officer: DataProtectionOfficer | None = None
    """Its data protection officer (GDPR article 13(1)(b))."""

    @property
    def can_be_reached(self) -> bool:
        """Whether anything but its name is stated."""
        return bool(self.website or self.contact or self.data_protection_officer)
