"""What is stored or read on a visitor's device (ePrivacy Directive, article 5(3))."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from mkdocs_privacy.findings.rules.entries import REASON_MISSING, STORES_SOMETHING
from mkdocs_privacy.model.organisation import InternalNotes
from mkdocs_privacy.model.processor import Facts
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import (
    ActivityId,
    CookieServiceId,
    CountryCode,
    Lifetime,
    Link,
    NonEmpty,
    ProcessorId,
    Url,
)
from mkdocs_privacy.model.text import Markdown, Text
from mkdocs_privacy.model.violation import violation


class CookieCategory(StrEnum):
    """Why something is stored; the cookie table is grouped by it, in this order."""

    NECESSARY = "necessary"
    PREFERENCES = "preferences"
    STATISTICS = "statistics"
    MARKETING = "marketing"


class TrackerType(StrEnum):
    """How something is stored, read or sent."""

    COOKIE = "cookie"
    LOCAL_STORAGE = "local_storage"
    SESSION_STORAGE = "session_storage"
    INDEXED_DB = "indexed_db"
    PIXEL = "pixel"
    EMAIL_PIXEL = "email_pixel"
    URL_PARAMETER = "url_parameter"
    FINGERPRINT = "fingerprint"


class EmailPixel(StrEnum):
    """What a pixel in an e-mail is for (EDPB Guidelines 2/2023)."""

    INDIVIDUAL = "individual"
    """It tells who opened the e-mail."""
    AGGREGATE = "aggregate"
    """It tells only how many did."""
    SECURITY = "security"
    """It protects the account or the sender, and measures nothing else."""


class Party(StrEnum):
    """Whose it is: the site's own, or another domain's."""

    FIRST = "first"
    THIRD = "third"


class Consent(StrEnum):
    """Whether it waits for consent."""

    REQUIRED = "required"
    NOT_REQUIRED = "not_required"


class TrackerItem(Record):
    """One thing that a service stores or reads; its key is its name, `*` for any ending."""

    type: TrackerType = TrackerType.COOKIE
    """What kind of thing it is."""
    party: Party = Party.FIRST
    """`first` on our own domain, `third` on another."""
    domain: NonEmpty | None = None
    """The domain, where it is another's."""
    duration: Lifetime | None = None
    """How long it stays: a period (P13M, PT30M), `session`, or `persistent` until deleted."""
    purpose: Text
    """What it is for."""
    category: CookieCategory | None = None
    """Its category, where it differs from the service's."""
    email_pixel: EmailPixel | None = None
    """What a pixel in an e-mail is for."""


class ConsentChoice(Record):
    """How visitors give their consent, and change it (GDPR article 7(3))."""

    service: CookieServiceId | None = None
    """The cookie service that remembers the choice. Of CookieConsent, Klaro, tarteaucitron.js and
    Material, taken with `use`, the page about cookies shows the choice that it can read."""
    how: Text
    """How the choice is made and changed."""
    link: Link | None = None
    """Where the choice can be changed: an address, or `#…` for what a consent tool listens to.
    Without it, one of those tools is opened where it runs on the page about cookies itself."""


class CookieService(Record):
    """A service that stores or reads on a device, or that counts visits without doing so."""

    use: NonEmpty | None = None
    """Id in the shipped catalogue; what you write yourself goes before what it says."""
    name: NonEmpty
    """The name of the service."""
    category: CookieCategory
    """Why it is there."""
    purpose: Text
    """What it does for us."""
    provider: NonEmpty | None = None
    """Who offers it; leave it out where it is the site itself."""
    country: CountryCode | None = None
    """Where that provider is established."""
    processor: ProcessorId | None = None
    """The provider's entry in the register, if it receives personal data. With `use`, the catalogue
    brings the entry of the one who does, if you have none; `none` keeps it away."""
    activity: ActivityId | None = None
    """The activity that it is a part of."""
    consent: Consent | None = None
    """`required`, or `not_required`; what is necessary needs none."""
    consent_reason: Text | None = None
    """Why no consent is asked."""
    stores_nothing: bool = False
    """Whether it works without storing or reading anything on the device."""
    items: dict[NonEmpty, TrackerItem] = Field(default_factory=dict)
    """What it stores or reads, by name."""
    description: Markdown | None = None
    """More about it: settings, what was switched off."""
    privacy_url: Url | None = None
    """The provider's privacy policy."""
    opt_out_url: Url | None = None
    """Where a visitor can object with the provider."""
    facts: Facts | None = None
    """Source and date of the facts; the catalogue fills it in, unless you write your own."""
    internal: InternalNotes | None = None
    """Notes that never leave the register."""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.stores_nothing and self.items:
            raise violation(
                STORES_SOMETHING,
                "`stores_nothing: true` contradicts `items`, which lists what is stored: keep "
                "one of the two",
            )
        if (
            self.consent is Consent.NOT_REQUIRED
            and self.category is not CookieCategory.NECESSARY
            and not self.consent_reason
        ):
            raise violation(
                REASON_MISSING,
                "this is not strictly necessary and asks for no consent: give the reason in "
                "`consent_reason`",
            )
        return self

    @property
    def asks_consent(self) -> Consent | None:
        """Whether it waits for consent; what is necessary does not, what is unsaid stays unsaid."""
        categories = {
            self.category,
            *(item.category or self.category for item in self.items.values()),
        }
        if self.consent is None and categories == {CookieCategory.NECESSARY}:
            return Consent.NOT_REQUIRED
        return self.consent
