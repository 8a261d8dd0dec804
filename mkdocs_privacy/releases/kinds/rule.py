"""What a change of one field means, and in which ways a field can change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_privacy.releases.change import ChangeKind, Topic


class Verb(StrEnum):
    """How something changed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    TRANSLATED = "translated"
    """The words changed in some languages only."""
    LENGTHENED = "lengthened"
    SHORTENED = "shortened"
    THIRD_COUNTRY = "third_country"
    """Added, and outside the European Economic Area."""
    WITHOUT_CONSENT = "without_consent"
    """Added, and stated to need no consent."""


class Shape(StrEnum):
    """What kind of value a field holds, and so how it can change."""

    ENTRY = "entry"
    """A record told as a whole when it comes or goes, and field by field while it stays."""
    CHOICE = "choice"
    """The same, of a record in whose place `none` may stand."""
    TRACKER = "tracker"
    """An entry that is stored on a device."""
    SEVERAL = "several"
    """Entries without ids, told apart by what they say."""
    TRANSFERS = "transfers"
    """Entries that each name third countries and a safeguard."""
    PART = "part"
    """A record that is always there, told field by field."""
    FIXED = "fixed"
    """A value that is always there."""
    TITLE = "title"
    """A text that is always there."""
    TERM = "term"
    """A period that is always there."""
    VALUE = "value"
    TEXT = "text"
    TEXTS = "texts"
    LIST = "list"
    PERIOD = "period"
    COUNTRY = "country"
    COUNTRIES = "countries"


_VERBS = {
    Shape.ENTRY: (Verb.ADDED, Verb.REMOVED),
    Shape.CHOICE: (Verb.ADDED, Verb.REMOVED, Verb.CHANGED),
    Shape.TRACKER: (Verb.ADDED, Verb.WITHOUT_CONSENT, Verb.REMOVED),
    Shape.SEVERAL: (Verb.ADDED, Verb.REMOVED),
    Shape.TRANSFERS: (Verb.ADDED, Verb.REMOVED, Verb.THIRD_COUNTRY),
    Shape.PART: (),
    Shape.FIXED: (Verb.CHANGED,),
    Shape.TITLE: (Verb.CHANGED, Verb.TRANSLATED),
    Shape.TERM: (Verb.CHANGED, Verb.LENGTHENED, Verb.SHORTENED),
    Shape.VALUE: (Verb.ADDED, Verb.REMOVED, Verb.CHANGED),
    Shape.TEXT: (Verb.ADDED, Verb.REMOVED, Verb.CHANGED, Verb.TRANSLATED),
    Shape.TEXTS: (Verb.ADDED, Verb.REMOVED, Verb.CHANGED, Verb.TRANSLATED),
    Shape.LIST: (Verb.ADDED, Verb.REMOVED),
    Shape.PERIOD: (Verb.ADDED, Verb.REMOVED, Verb.CHANGED, Verb.LENGTHENED, Verb.SHORTENED),
    Shape.COUNTRY: (Verb.ADDED, Verb.REMOVED, Verb.CHANGED, Verb.THIRD_COUNTRY),
    Shape.COUNTRIES: (Verb.ADDED, Verb.REMOVED, Verb.THIRD_COUNTRY),
}
_LISTS = (Shape.LIST, Shape.TEXTS, Shape.COUNTRIES, Shape.SEVERAL, Shape.TRANSFERS)
ALL = " ".join(verb for verb in Verb if verb is not Verb.TRANSLATED)
"""Whatever changes is material, but for a translation that is mended."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a change of one field means."""

    field: str
    """The field, without ids: `activity.retention.period`."""
    topic: Topic
    shape: Shape
    material: str
    """The verbs, separated by spaces, that make the change material."""
    ground: str
    """The article or guideline that says so; without one the change is editorial."""

    @property
    def is_list(self) -> bool:
        """Whether the field holds several values, each of which can come and go."""
        return self.shape in _LISTS

    @property
    def kinds(self) -> tuple[ChangeKind, ...]:
        """A kind of change for each way in which the field can change."""
        return tuple(
            ChangeKind(
                f"{self.field}.{verb}", self.topic, verb in self.material.split(), self.ground
            )
            for verb in _VERBS[self.shape]
        )


def rules(topic: Topic, *rows: tuple[str, Shape, str, str]) -> Iterator[Rule]:
    """The rules of one topic, from rows of field, shape, material verbs and ground."""
    return (Rule(field, topic, shape, material, ground) for field, shape, material, ground in rows)
