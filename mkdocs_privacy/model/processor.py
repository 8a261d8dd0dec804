"""Anyone who receives personal data (GDPR articles 13(1)(e)-(f), 28 and 44-49)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator

from mkdocs_privacy.findings.rules.data import WRONG_TYPE
from mkdocs_privacy.model.organisation import Address, InternalNotes
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import CountryCode, IsoDate, NonEmpty, PersonalDataId, Url
from mkdocs_privacy.model.text import Markdown, Text
from mkdocs_privacy.model.transfer import Transfers
from mkdocs_privacy.model.violation import violation


class Role(StrEnum):
    """What a recipient legally is."""

    PROCESSOR = "processor"
    """It uses the data on our instructions only (GDPR article 28)."""
    SUB_PROCESSOR = "sub_processor"
    """It works for us where we ourselves are a processor (GDPR article 28(4))."""
    INDEPENDENT_CONTROLLER = "independent_controller"
    """It decides itself why and how it uses the data: a bank, a carrier."""
    JOINT_CONTROLLER = "joint_controller"
    """It decides together with us (GDPR article 26)."""
    AUTHORITY = "authority"
    """A public authority."""


class ProcessorCategory(StrEnum):
    """What a recipient is there for; the register is grouped by it, in this order."""

    SHOP_PLATFORM = "shop_platform"
    HOSTING = "hosting"
    STORAGE = "storage"
    EMAIL = "email"
    NEWSLETTER = "newsletter"
    PAYMENT = "payment"
    DELIVERY = "delivery"
    ACCOUNTING = "accounting"
    CUSTOMER_SERVICE = "customer_service"
    CUSTOMER_RELATIONS = "customer_relations"
    STATISTICS = "statistics"
    ADVERTISING = "advertising"
    SOCIAL_MEDIA = "social_media"
    MARKETPLACE = "marketplace"
    COMMUNICATION = "communication"
    SECURITY = "security"
    SOFTWARE_MONITORING = "software_monitoring"
    PERSONNEL = "personnel"
    PENSION = "pension"
    OCCUPATIONAL_HEALTH = "occupational_health"
    RECRUITMENT = "recruitment"
    JOB_BOARDS = "job_boards"
    EMPLOYERS = "employers"
    FORMS = "forms"
    SCHEDULING = "scheduling"
    ROOM_BOOKING = "room_booking"
    TABLE_BOOKING = "table_booking"
    GUEST_REGISTRATION = "guest_registration"
    ELECTRONIC_SIGNATURE = "electronic_signature"
    AUTHENTICATION = "authentication"
    REVIEWS = "reviews"
    MAPS = "maps"
    AUDIO_AND_VIDEO = "audio_and_video"
    FONTS = "fonts"
    CONTENT_DELIVERY = "content_delivery"
    TAG_MANAGEMENT = "tag_management"
    CONSENT_MANAGEMENT = "consent_management"
    ARTIFICIAL_INTELLIGENCE = "artificial_intelligence"
    MEMBERSHIP = "membership"
    HEALTH_CARE = "health_care"
    HEALTH_INSURANCE = "health_insurance"
    INSURANCE = "insurance"
    SOCIAL_SECURITY = "social_security"
    PROFESSIONAL_ADVICE = "professional_advice"
    AUTHORITIES = "authorities"
    OTHER = "other"


def _data_or_all(written: Any) -> Any:
    if isinstance(written, str):
        raise violation(WRONG_TYPE, "`all`, or else a list of ids is expected here: `[one, two]`")
    return written


ReceivedData: TypeAlias = Annotated[tuple[PersonalDataId, ...], BeforeValidator(_data_or_all)]
"""Ids; `all` is written out before the model sees it."""


class Contract(Record):
    """The contract with a processor (GDPR article 28(3))."""

    concluded: IsoDate | None = None
    """When it was concluded."""
    url: Url | None = None
    """Where its text can be read."""


class ProcessorNotes(InternalNotes):
    """Notes on a processor for the register of article 30; they never reach the site."""

    contract_reference: NonEmpty | None = None
    """Where the signed contract is kept."""
    transfer_assessment: NonEmpty | None = None
    """The transfer impact assessment: where it is, and its date."""
    contact: NonEmpty | None = None
    """Whom to call there."""


class Facts(Record):
    """Where the facts of an entry come from; write your own once you have compared them."""

    source: NonEmpty
    """What was read."""
    as_of: IsoDate
    """When."""
    valid_until: IsoDate | None = None
    """The last day on which it holds, where it has one; after that, `expired-facts` says so."""
    verified: bool = False
    """Whether it was read in the service's own words; `false` gives `unverified-facts`."""
    unverified: tuple[NonEmpty, ...] = ()
    """The fields of the entry that were not read there, where `verified` holds for the others."""


class Service(Record):
    """One thing that a recipient does for us."""

    category: ProcessorCategory
    """The group of the register it stands in."""
    role: Role | None = None
    """What the recipient legally is in this."""
    service: Text | None = None
    """What it does for us."""


class Processor(Record):
    """A recipient of personal data: a processor, another controller or an authority."""

    use: NonEmpty | None = None
    """Id in the shipped catalogue; what you write yourself goes before what it says."""
    name: Text
    """The name that visitors may know; several only where it has one in each language."""
    legal_name: Text | None = None
    """The company behind it; several only where it has a name in each language."""
    category: ProcessorCategory
    """The group of the register it stands in."""
    role: Role | None = None
    """What it legally is; without this, the pages say that its role is not stated."""
    service: Text | None = None
    """What it does for us, in a few words."""
    also: tuple[Service, ...] = ()
    """Further services of the same recipient, each with its category and role."""
    description: Markdown | None = None
    """More about it."""
    country: CountryCode | None = None
    """Where it is established."""
    address: Address | None = None
    """Its postal address."""
    parent_name: Text | None = None
    """The group it belongs to."""
    parent_country: CountryCode | None = None
    """Where that group is established."""
    processing_countries: tuple[CountryCode, ...] = ()
    """Where the data is processed."""
    transfers: Transfers = None
    """Transfers to third countries; `none` says that the data does not leave the European Economic
    Area (GDPR articles 13(1)(f) and 44)."""
    personal_data: ReceivedData = ()
    """Which data it receives: ids, or `all` that its activities use. An activity can say it of
    itself. By default, with `use`, what the shipped entry can need of the data that its activities
    use; otherwise the pages say that it is not stated (GDPR article 13(1)(e))."""
    own_purposes: Text | None = None
    """What it does with the data for purposes of its own."""
    onward: Text | None = None
    """To whom it passes the data on."""
    contract: Contract | None = None
    """The contract with it; `{}` says that there is one, and no more about it."""
    website: Url | None = None
    """Its website."""
    privacy_url: Url | None = None
    """Its own privacy policy."""
    subprocessors_url: Url | None = None
    """Its own list of processors."""
    certifications: tuple[NonEmpty, ...] = ()
    """Its certificates: ISO/IEC 27001 …"""
    measures: tuple[Text, ...] = ()
    """How it protects the data."""
    since: IsoDate | None = None
    """Since when it receives data."""
    facts: Facts | None = None
    """Source and date of the facts; the catalogue fills it in, unless you write your own."""
    internal: ProcessorNotes | None = None
    """Notes that never leave the register."""

    @property
    def places(self) -> tuple[str, ...]:
        """The countries in which it is established or works, each once."""
        return tuple(dict.fromkeys(filter(None, (self.country, *self.processing_countries))))

    @property
    def services(self) -> tuple[Service, ...]:
        """Everything it does for us, the main service first."""
        first = Service(category=self.category, role=self.role, service=self.service)
        return (first, *self.also)

    def categories_as(self, role: Role | None) -> tuple[ProcessorCategory, ...]:
        """The groups in which it can have a role, each once; all of them where it has it in none.

        Where nothing says which role it has, it can have any.
        """
        those = [one.category for one in self.services if one.role in (role, None)]
        return tuple(dict.fromkeys(those or [one.category for one in self.services]))
