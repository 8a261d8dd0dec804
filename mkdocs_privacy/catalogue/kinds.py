"""The kinds of entries that a site can take, each with a file of its own in a catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

BESIDE_ALL = ("withdrawn", "correction")
"""What an entry of any kind may tell those who took it: not to use it, or what was wrong."""


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
    is_one: bool = False
    """Whether a single entry stands at that key, not several by id or number."""
    further_path: KeyPath | None = None
    """Another key at which one stands."""

    @property
    def singular(self) -> str:
        """What one entry is called: `further right`."""
        name = self.name.replace("_", " ")
        return _SINGULARS.get(name, name.removesuffix("s"))

    @property
    def is_text(self) -> bool:
        """Whether an entry stands in place of a text."""
        return self.record in (Promise, PlacedText)

    @property
    def is_remembered(self) -> bool:
        """Whether data says of an entry which one it is, also when all of it is filled in."""
        return "use" in self.record.model_fields

    def fields(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """What an entry says of the fields of its record."""
        left_out = (*self.beside, *BESIDE_ALL)
        return {
            key: joined(value) if key == "body" else value
            for key, value in entry.items()
            if key not in left_out
        }

    def places_in(self, content: Any) -> Iterator[tuple[KeyPath, Any]]:
        """Where in data entries of this kind may stand, each with what stands there."""
        for path in (self.path, *([self.further_path] if self.further_path else ())):
            here = at(content, path)
            if self.is_one:
                yield from [(path, here)] if here is not None else ()
            elif isinstance(here, Mapping):
                yield from (((*path, id), entry) for id, entry in here.items())
            elif isinstance(here, list):
                yield from (((*path, number), entry) for number, entry in enumerate(here))

    def entry_path(self, path: KeyPath) -> KeyPath | None:
        """The path of the entry of this kind that a path leads to or into, if it does."""
        for above in (self.path, *([self.further_path] if self.further_path else ())):
            length = len(above) + (not self.is_one)
            if path[: len(above)] == above and len(path) >= length:
                return path[:length]
        return None


def at(content: Any, path: KeyPath) -> Any:
    """The value at a path of data, nothing where there is none."""
    for step in path:
        if isinstance(content, Mapping):
            content = content.get(step)
        elif isinstance(content, list) and isinstance(step, int) and step < len(content):
            content = content[step]
        else:
            return None
    return content


_SINGULARS = {
    "activities": "activity",
    "authorities": "authority",
    "rights": "text of a right",
    "requests": "way to deal with requests",
    "changes": "way to announce changes",
}
_OF_WORDS = ("facts", "claim")

KINDS: tuple[Kind, ...] = (
    Kind("activities", Activity, ("activities",), ("alternatives", "recipient_categories")),
    Kind("audiences", Audience, ("audiences",)),
    Kind("personal_data", PersonalData, ("personal_data",)),
    Kind(
        "processors",
        Processor,
        ("processors",),
        ("reached_through", "usually_receives", "advice"),
    ),
    Kind("cookies", CookieService, ("cookies",), ("recipient", "comes_along", "activities")),
    Kind("further_rights", FurtherRight, ("rights", "further")),
    Kind(
        "authorities",
        SupervisoryAuthority,
        ("organisation", "supervisory_authority"),
        ("facts",),
        is_one=True,
    ),
    Kind("measures", Measure, ("measures",), _OF_WORDS),
    Kind("promises", Promise, ("notice", "promises")),
    Kind("rights", RightDetails, ("rights", "each"), _OF_WORDS),
    Kind("requests", RightsPolicy, ("rights",), _OF_WORDS, is_one=True),
    Kind("consent", ConsentChoice, ("consent",), _OF_WORDS, is_one=True),
    Kind("changes", ChangePolicy, ("changes",), _OF_WORDS, is_one=True),
    Kind("sections", Section, ("sections",), _OF_WORDS),
    Kind(
        "texts",
        PlacedText,
        ("notice", "introduction"),
        is_one=True,
        further_path=("organisation", "complaints"),
    ),
)
"""Every kind, in the order in which a site is written; one whose path leads into that of another
goes before it. A file of another kind has a row here."""

ADDED_AS = {
    "processors": "processor",
    "cookies": "cookies",
    "activities": "activity",
    "audiences": "audience",
    "measures": "measure",
    "sections": "section",
    "further_rights": "right",
}
"""What `mkdocs-privacy add` calls the kinds of which it adds an entry."""
