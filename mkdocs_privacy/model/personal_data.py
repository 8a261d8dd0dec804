"""Categories of personal data (GDPR articles 9, 10, 14(1)(d) and 14(2)(f))."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from mkdocs_privacy.model.organisation import InternalNotes
from mkdocs_privacy.model.record import Record, ShortForm
from mkdocs_privacy.model.scalars import PersonalDataId
from mkdocs_privacy.model.text import Text


class SpecialCategory(StrEnum):
    """The special categories of GDPR article 9(1)."""

    RACIAL_ORIGIN = "racial_origin"
    POLITICAL_OPINIONS = "political_opinions"
    BELIEFS = "beliefs"
    TRADE_UNION = "trade_union"
    GENETIC = "genetic"
    BIOMETRIC = "biometric"
    HEALTH = "health"
    SEX_LIFE = "sex_life"


class DataSource(StrEnum):
    """Where personal data comes from (GDPR articles 13 and 14)."""

    PERSON = "person"
    """The person gives it."""
    AUTOMATIC = "automatic"
    """It arises by itself when the person uses something."""
    THIRD_PARTY = "third_party"
    """Somebody else gives it."""
    PUBLIC = "public"
    """It stands in a source open to the public."""
    OURSELVES = "ourselves"
    """We assign or make it: a customer number, a note."""
    CAMERA = "camera"
    """Our cameras record it."""
    OBSERVATION = "observation"
    """We see or measure it ourselves, without the person doing anything."""
    PARENT = "parent"
    """A parent or guardian gives it about a child."""
    REPRESENTATIVE = "representative"
    """Somebody who acts for the person gives it: an administrator, a lawyer, a relative."""
    REPORT = "report"
    """Somebody names the person in a report, as accused or as witness (article 14(2)(f))."""

    @property
    def is_asked(self) -> bool:
        """Whether somebody is asked to give it, be it for another person (article 13(2)(e))."""
        return self in (DataSource.PERSON, DataSource.PARENT, DataSource.REPRESENTATIVE)


class StatedSource(ShortForm):
    """One of the sources of an activity: its kind alone, or also which data comes from it.

    One that names no data gives all of it. Where each names its data, the rest comes from where
    its category says.
    """

    short_form: ClassVar[str] = "source"

    source: DataSource
    """Where the data comes from."""
    personal_data: tuple[PersonalDataId, ...] = ()
    """The data of the activity that comes from it."""
    origin: Text | None = None
    """Which third party or public source it is."""
    publicly_accessible: bool | None = None
    """Whether that source is open to the public."""


class PersonalData(Record):
    """A category of personal data."""

    title: Text
    """What it is called."""
    examples: Text | None = None
    """What falls under it, in a few words."""
    special: SpecialCategory | None = None
    """The special category it belongs to (GDPR article 9)."""
    criminal: bool = False
    """Whether it is about convictions and offences (GDPR article 10)."""
    source: DataSource = DataSource.PERSON
    """Where it comes from."""
    origin: Text | None = None
    """Which third party or public source it comes from."""
    publicly_accessible: bool | None = None
    """Whether that source is open to the public."""
    internal: InternalNotes | None = None
    """Notes that never leave the register."""

    def stated_source(self, personal_data: Iterable[str]) -> StatedSource:
        """Where these data come from, of which this is one, as an activity would say it."""
        return StatedSource.model_construct(
            source=self.source,
            origin=self.origin,
            publicly_accessible=self.publicly_accessible,
            personal_data=tuple(personal_data),
        )
