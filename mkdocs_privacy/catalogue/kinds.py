"""The kinds of entries that a site can take, each with a file of its own in a catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.model import (
    Activity,
    Audience,
    CookieService,
    FurtherRight,
    PersonalData,
    Processor,
    Record,
    SupervisoryAuthority,
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
        return {key: value for key, value in entry.items() if key not in left_out}


_SINGULARS = {"activities": "activity", "authorities": "authority"}

BESIDE_ALL = ("withdrawn", "correction")
"""What an entry of any kind may tell those who took it: not to use it, or what was wrong."""

KINDS: tuple[Kind, ...] = (
    Kind("activities", Activity, ("activities",), ("alternatives", "recipient_categories")),
    Kind("audiences", Audience, ("audiences",)),
    Kind("personal_data", PersonalData, ("personal_data",)),
    Kind("processors", Processor, ("processors",), ("reached_through",)),
    Kind("cookies", CookieService, ("cookies",), ("recipient",)),
    Kind("further_rights", FurtherRight, ("rights", "further")),
    Kind(
        "authorities",
        SupervisoryAuthority,
        ("organisation", "supervisory_authority"),
        ("facts",),
    ),
)
"""Every kind, in the order in which a site is written. A file of another kind has a row here."""
