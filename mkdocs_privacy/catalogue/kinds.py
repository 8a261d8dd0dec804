"""The kinds of entries that a site can take, each with a file of its own in a catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from mkdocs_privacy.catalogue.choosing import joined
from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import (
    Activity,
    Audience,
    ChangePolicy,
    Claim,
    ConsentChoice,
    CookieService,
    Facts,
    FurtherRight,
    Markdown,
    Measure,
    PersonalData,
    Processor,
    Record,
    RightDetails,
    RightsPolicy,
    Section,
    SupervisoryAuthority,
    Text,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What entries of one file are, and where they stand once a site has taken them."""

    name: str
    """The name of the file without its ending; also the field of `Catalogue`."""
    record: type[Record]
    """What an entry is in the data."""
    path: KeyPath
    """The key of the data below which sites take them."""
    beside: tuple[str, ...] = ()
    """What an entry may say that is no field of the record."""

    @property
    def singular(self) -> str:
        """What one entry is called: `further right`."""
        name = self.name.replace("_", " ")
        return _SINGULARS.get(name, name.removesuffix("s"))

    def fields(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """What an entry says of the fields of its record."""
        left_out = (*self.beside, *BESIDE_ALL)
        return {
            key: joined(value) if key == "body" else value
            for key, value in entry.items()
            if key not in left_out
        }


_SINGULARS = {"activities": "activity", "authorities": "authority"}

BESIDE_ALL = ("withdrawn", "correction")
"""What an entry of any kind may tell those who took it: not to use it, or what was wrong."""

KINDS: tuple[Kind, ...] = (
    Kind("activities", Activity, ("activities",), ("alternatives", "recipient_categories")),
    Kind("audiences", Audience, ("audiences",)),
    Kind("personal_data", PersonalData, ("personal_data",)),
    Kind("processors", Processor, ("processors",), ("reached_through",)),
    Kind("cookies", CookieService, ("cookies",), ("recipient", "comes_along", "activities")),
    Kind("further_rights", FurtherRight, ("rights", "further")),
    Kind(
        "authorities",
        SupervisoryAuthority,
        ("organisation", "supervisory_authority"),
        ("facts",),
    ),
)
"""Every kind, in the order in which a site is written. A file of another kind has a row here."""


class Promise(Record):
    """A promise as a catalogue has it: a site takes its text."""

    text: Text
    """What is promised."""
    claim: Claim | None = None
    """What that says of the data."""
    facts: Facts | None = None
    """Source and date."""


class PlacedText(Record):
    """A single text as a catalogue has it."""

    where: Literal["organisation.complaints", "notice.introduction"]
    """The field that it is for."""
    text: Markdown
    """What it says."""
    facts: Facts | None = None
    """Source and date."""


WORD_KINDS: tuple[Kind, ...] = (
    Kind("measures", Measure, ("measures",), ("facts",)),
    Kind("sections", Section, ("sections",), ("facts", "claim")),
    Kind("rights", RightDetails, ("rights", "each"), ("facts",)),
    Kind("requests", RightsPolicy, ("rights",), ("facts",)),
    Kind("consent", ConsentChoice, ("consent",), ("facts",)),
    Kind("changes", ChangePolicy, ("changes",), ("facts",)),
    Kind("promises", Promise, ("notice", "promises")),
    Kind("texts", PlacedText, ()),
)
"""The kinds of entries that are words alone; of these, the data keeps no `use`."""
