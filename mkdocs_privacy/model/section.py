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


class Claim(StrEnum):
    """What a promise says of the data itself, so that `check` can compare the two."""

    NOT_SOLD = "not_sold"
    """Nobody buys personal data."""
    STAYS_IN_EEA = "stays_in_eea"
    """No recipient has personal data outside the European Economic Area."""
    NO_ADVERTISING = "no_advertising"
    """No recipient or cookie is there for advertising."""
    NO_PROFILING = "no_profiling"
    """Nothing is inferred about people."""
    NO_AUTOMATED_DECISIONS = "no_automated_decisions"
    """No decision is made by automated means alone."""
    NO_TRAINING = "no_training"
    """The data trains no artificial intelligence."""
    NO_CONSENT_COOKIES = "no_consent_cookies"
    """Nothing that needs consent is stored or read on devices."""
    STATISTICS_WITH_CONSENT = "statistics_with_consent"
    """Visitors are counted only with consent."""
    MARKETING_WITH_CONSENT = "marketing_with_consent"
    """Direct marketing rests on consent alone."""
    FIXED_RETENTION = "fixed_retention"
    """Every activity says how long its data is kept."""
    CHANGES_ANNOUNCED = "changes_announced"
    """`changes` has a `notice_period`."""
    SUB_PROCESSORS_ANNOUNCED = "sub_processors_announced"
    """`changes` has an `objection_period`."""
    NOT_FOR_CHILDREN = "not_for_children"
    """No activity is offered to children."""


class Notice(Record):
    """What stands at the head of the privacy center."""

    introduction: Markdown | None = None
    """What your pages tell, in short: at the head of the whole policy and of “At a glance”."""
    promises: tuple[Text, ...] = ()
    """What the organisation promises, in short sentences."""
    claims: tuple[Claim, ...] = ()
    """What these promises, or other texts, say of the data itself; what comes from the catalogue
    brings its own. Data that says otherwise is an error."""
    accessibility_statement: UrlText | None = None
    """The accessibility statement of the site (Directive (EU) 2019/882, article 13), per language
    where there are several: a link on the first page leads to it."""
    withdrawal_function: UrlText | None = None
    """Where consumers withdraw from a contract online (Directive 2011/83/EU, article 11a, since 19
    June 2026), not where they withdraw consent. A link on the first page leads there."""
