"""Free text: what an organisation wants to say that no other field holds."""

from __future__ import annotations

from enum import StrEnum

from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import UrlText
from mkdocs_privacy.model.text import Markdown, Text


class SectionPage(StrEnum):
    """The page on which a section stands; all sections stand in the whole policy too."""

    HOME = "home"
    DATA = "data"
    PROCESSORS = "processors"
    COOKIES = "cookies"
    RIGHTS = "rights"
    CHANGES = "changes"
    CONTACT = "contact"
    POLICY = "policy"


class Section(Record):
    """A piece of free text with a title."""

    title: Text
    """Its heading."""
    page: SectionPage = SectionPage.DATA
    """The page it stands on; `policy` for the whole policy alone."""
    order: int = 0
    """Its place among the sections of that page: lower comes first, then by id."""
    body: Markdown
    """The text."""


class MeasureKind(StrEnum):
    """The two kinds of measures that GDPR article 32(1) names."""

    TECHNICAL = "technical"
    """In machines and programs: encryption, backups."""
    ORGANISATIONAL = "organisational"
    """Among people: training, confidentiality, who has access."""


class Measure(Record):
    """A way in which data is protected (GDPR articles 30(1)(g) and 32)."""

    title: Text
    """What it is, in a few words."""
    description: Text | None = None
    """What that means."""
    kind: MeasureKind | None = None
    """`technical` or `organisational`, which are then listed separately."""


class Notice(Record):
    """What stands at the head of the privacy center."""

    introduction: Markdown | None = None
    """The first words that a visitor reads."""
    promises: tuple[Text, ...] = ()
    """What the organisation promises, in short sentences."""
    accessibility_statement: UrlText | None = None
    """The accessibility statement of the site (Directive (EU) 2019/882, article 13), per language
    where there are several: a link on the first page leads to it."""
    withdrawal_function: UrlText | None = None
    """Where consumers withdraw from a contract online (Directive 2011/83/EU, article 11a, since 19
    June 2026), not where they withdraw consent. A link on the first page leads there."""
