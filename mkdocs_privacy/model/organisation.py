"""Who is responsible, and how to reach them (GDPR articles 13(1)(a)-(b), 26 and 27)."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from mkdocs_privacy.findings.rules.entries import UNREACHABLE
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import (
    ActivityId,
    CountryCode,
    Email,
    NonEmpty,
    PersonalDataId,
    Phone,
    Slug,
    Url,
    UrlText,
)
from mkdocs_privacy.model.text import Text
from mkdocs_privacy.model.transfer import Transfer
from mkdocs_privacy.model.violation import violation


class Address(Record):
    """A postal address."""

    street: Text | None = None
    """Street and number, or a post-office box; several only where a street has several names."""
    postal_code: NonEmpty | None = None
    """Postal code; write it between quotes if it begins with a zero."""
    city: Text
    """Town or city; several only where it has a name in each language: Gent, Gand, Ghent."""
    region: Text | None = None
    """State or province, where the country uses one."""
    country: CountryCode
    """Country, ISO 3166-1 alpha-2 (BE, NL, FR …)."""


class Contact(Record):
    """Ways to reach somebody; at least one."""

    name: Text | None = None
    """Who answers: a team or a function; a person's name only if they agree."""
    email: Email | None = None
    """E-mail address."""
    phone: Phone | None = None
    """Telephone number, in international form (+32 …)."""
    form: Url | None = None
    """Address of a contact form."""
    address: Address | None = None
    """Postal address, where it differs from the organisation's."""

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if not (self.email or self.phone or self.form or self.address):
            raise violation(
                UNREACHABLE, "give at least one of `email`, `phone`, `form` or `address`"
            )
        return self


class Registration(Record):
    """An entry in a company register."""

    register_name: Text | None = Field(None, alias="register")
    """Name of the register. Leave it out where your country has one for all businesses: the pages
    then call the number as that country does."""
    number: NonEmpty
    """The number as the register writes it."""
    vat: NonEmpty | None = None
    """VAT number, with its country prefix."""


class Representative(Record):
    """The representative in the Union of an organisation outside it (GDPR article 27).

    The United Kingdom and Switzerland require one too (UK GDPR article 27, Federal Act on Data
    Protection article 14). The country of the address decides which kind of representative it is.
    """

    name: Text
    """Name of the representative."""
    address: Address
    """Its postal address, in the Union or in the country that requires a representative."""
    contact: Contact
    """How to reach the representative."""


class JointController(Record):
    """Another organisation that decides with us on purposes and means (GDPR article 26)."""

    name: Text
    """Name of the organisation."""
    address: Address | None = None
    """Its postal address."""
    contact: Contact | None = None
    """How to reach it."""
    arrangement: Text
    """The essence of the arrangement: who does what for the people concerned."""
    activities: tuple[ActivityId, ...] = ()
    """The activities that are shared; empty for all of them."""
    personal_data: tuple[PersonalDataId, ...] = ()
    """Which data it receives. Without this, the pages say that it is not stated (GDPR article
    13(1)(e))."""


class DataProtectionOfficer(Contact):
    """The data protection officer; a name is not required (GDPR articles 13(1)(b) and 37(7))."""


class SupervisoryAuthority(Record):
    """The authority that supervises the organisation (GDPR articles 13(2)(d) and 77)."""

    use: NonEmpty | None = None
    """Id in the shipped catalogue: a country code, or `DE-BY` for a German Land."""
    name: Text
    """Its official name."""
    website: UrlText
    """Its website, per language where it has several."""
    complaint: UrlText | None = None
    """Address of the page on which to complain, per language where there are several."""
    address: Text | None = None
    """Its postal address, on one line."""
    phone: Phone | None = None
    """Its telephone number."""
    email: Email | None = None
    """Its e-mail address."""


class InternalNotes(Record):
    """Notes for the register of article 30; they never reach the site."""

    reviewed: NonEmpty | None = None
    """When this was last looked at."""
    reviewed_by: NonEmpty | None = None
    """Who looked at it."""
    note: NonEmpty | None = None
    """Anything else worth remembering."""


class Organisation(Record):
    """The organisation that publishes the privacy center."""

    name: NonEmpty
    """The name that visitors know."""
    legal_name: Text | None = None
    """The name in the company register; several only where it has one in each language."""
    description: Text | None = None
    """What the organisation does, in one sentence."""
    registration: Registration | None = None
    """Its entry in the company register."""
    address: Address
    """Its postal address; the country decides which authority supervises it."""
    website: Url
    """The website that this privacy center belongs to."""
    contact: Contact
    """How to reach the organisation."""
    privacy_contact: Contact | None = None
    """Who answers questions about privacy, where that is not the general contact."""
    data_protection_officer: (
        Annotated[
            Annotated[Literal["none"], Tag("none")]
            | Annotated[DataProtectionOfficer, Tag("officer")],
            Discriminator(lambda written: "none" if written == "none" else "officer"),
        ]
        | None
    ) = None
    """The data protection officer, or `none`."""
    officer_takes_requests: bool = False
    """Whether requests go to the officer, to whom people may turn anyway (GDPR article 38(4)),
    instead of to the privacy contact."""
    serves_countries: tuple[CountryCode, ...] = ()
    """The countries, besides its own, whose people it addresses (GDPR article 3(2)); the pages name
    their authorities too."""
    transfers: tuple[Transfer, ...] = ()
    """The safeguards for what it receives outside the European Economic Area, where it is
    established there (GDPR article 13(1)(f)). Not needed where an adequacy decision without
    conditions applies: the catalogue knows it."""
    representative: Representative | None = None
    """The representative in the Union, for an organisation outside it."""
    other_representatives: dict[Slug, Representative] = Field(default_factory=dict)
    """Representatives in further countries that require one, such as the United Kingdom, by id."""
    joint_controllers: dict[Slug, JointController] = Field(default_factory=dict)
    """Organisations that decide with this one, by id."""
    supervisory_authority: SupervisoryAuthority | None = None
    """The supervisory authority; by default that of the organisation's country."""
    complaints: Text | None = None
    """How the organisation itself deals with a complaint."""
    internal: InternalNotes | None = None
    """Notes that never leave the register."""

    @property
    def countries(self) -> tuple[str, ...]:
        """Its own country, and those whose people it addresses."""
        return tuple(dict.fromkeys((self.address.country, *self.serves_countries)))

    @property
    def request_contact(self) -> Contact:
        """Where requests go: to the officer who takes them, the privacy contact, or anybody."""
        officer = self.data_protection_officer
        if self.officer_takes_requests and isinstance(officer, DataProtectionOfficer):
            return officer
        return self.privacy_contact or self.contact
