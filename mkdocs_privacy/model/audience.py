"""Whom the processing concerns (GDPR: categories of data subjects)."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from mkdocs_privacy.findings.rules.entries import RESPONSIBLE_MISSING
from mkdocs_privacy.model.organisation import Contact, InternalNotes
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.responsible import Responsible
from mkdocs_privacy.model.scalars import NonEmpty
from mkdocs_privacy.model.text import Text
from mkdocs_privacy.model.violation import violation


class OurRole(StrEnum):
    """What the organisation legally is towards an audience."""

    CONTROLLER = "controller"
    """It decides why and how the data is used."""
    PROCESSOR = "processor"
    """It acts on the instructions of a customer, who is responsible."""


class RepresentedBy(StrEnum):
    """Who may act for somebody else. The law of each country decides what entitles them."""

    PARENT = "parent"
    """A parent or guardian of a child: the holder of parental responsibility (GDPR article 8)."""
    LEGAL_REPRESENTATIVE = "legal_representative"
    """Somebody appointed by law or by a court: an administrator, a curator."""
    AUTHORISED = "authorised"
    """Somebody whom the person authorised: a lawyer, a relative, an agent in California."""


class Audience(Record):
    """A group of people, as they would recognise themselves."""

    use: NonEmpty | None = None
    """Id in the shipped catalogue; what you write yourself goes before what it says."""
    title: Text
    """What the group is called: customers, subscribers, visitors …"""
    description: Text | None = None
    """When somebody belongs to this group, in one sentence."""
    our_role: OurRole = OurRole.CONTROLLER
    """`controller`, or `processor` where a customer of ours is responsible."""
    responsible: Responsible | None = None
    """Where we are a processor: who is responsible (the shop where you ordered …)."""
    how_to_reach: Text | None = None
    """Where we are a processor: how the responsible organisation is reached."""
    contact: Contact | None = None
    """Where requests of this audience go, if not to the privacy contact."""
    represented_by: tuple[RepresentedBy, ...] = ()
    """Who may make requests on behalf of people in this group. Forms and letters then ask for whom
    the request is made (GDPR article 12(2) and (6))."""
    proof: Text | None = None
    """What proof to give with a request on behalf of a person in this group. Never ask for more
    than is needed (GDPR article 12(6))."""
    internal: InternalNotes | None = None
    """Notes that never leave the register."""

    @property
    def is_ours(self) -> bool:
        """Whether the organisation itself is responsible, unless an activity says otherwise."""
        return self.our_role is OurRole.CONTROLLER

    @model_validator(mode="after")
    def _responsible_named(self) -> Self:
        if self.is_ours:
            return self
        if not self.responsible or not (self.how_to_reach or self.responsible.can_be_reached):
            raise violation(
                RESPONSIBLE_MISSING,
                "you are a processor for this audience: say who the controller is (`responsible`) "
                "and how to reach it (`how_to_reach`, or `website` or `contact` in it)",
            )
        return self
