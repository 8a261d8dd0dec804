"""When data is disclosed in certain circumstances only (GDPR articles 6(1)(c)-(f) and 13(1)(e))."""

from __future__ import annotations

from mkdocs_privacy.model.legal_basis import LegalBasis
from mkdocs_privacy.model.organisation import InternalNotes
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import PersonalDataId
from mkdocs_privacy.model.text import Text


class Disclosure(Record):
    """A circumstance in which data goes to others: a court order, a merger, abuse."""

    title: Text
    """The circumstance, in a few words: a court order, the sale of our company …"""
    description: Text | None = None
    """When this happens, and what is done then, in a sentence or two."""
    recipients: tuple[Text, ...] = ()
    """Who receives the data then: the courts, the buyer … (GDPR article 13(1)(e))."""
    personal_data: tuple[PersonalDataId, ...] = ()
    """Which data, where that can be said (GDPR article 14(1)(d))."""
    legal_basis: LegalBasis | None = None
    """The legal basis of the disclosure (GDPR article 6(1))."""
    law: Text | None = None
    """The law that requires it (GDPR article 6(3))."""
    internal: InternalNotes | None = None
    """Notes that never leave the register."""
