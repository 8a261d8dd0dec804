"""Values of the data in words, as the pages print them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from markupsafe import Markup

from mkdocs_privacy.localization import Localization, postal_lines, without_capital
from mkdocs_privacy.model import (
    Activity,
    Audience,
    Consent,
    CookieCategory,
    CookieService,
    DataSource,
    LegalBasis,
    Markdown,
    Mechanism,
    OurRole,
    PersonalData,
    PrivacyCenter,
    Processor,
    ProcessorCategory,
    Record,
    Role,
    Section,
    Text,
)
from mkdocs_privacy.model.activity import (
    Afterwards,
    AutomatedDecisions,
    Requirement,
    Retention,
    SpecialBasis,
)
from mkdocs_privacy.model.complaints import ComplaintPolicy
from mkdocs_privacy.model.cookies import ConsentChoice, Party, TrackerItem, TrackerType
from mkdocs_privacy.model.organisation import (
    Address,
    Contact,
    JointController,
    Registration,
    Representative,
    SupervisoryAuthority,
)
from mkdocs_privacy.model.personal_data import SpecialCategory
from mkdocs_privacy.model.processor import Contract, Service, Transfer
from mkdocs_privacy.model.rights import RightDetails
from mkdocs_privacy.model.section import Measure
from mkdocs_privacy.releases import Rule, Shape

_LONGEST = 160
"""Characters of a text that still reads well inside a sentence."""

_ENUMERATIONS: Mapping[type[StrEnum], str] = {
    Afterwards: "retention",
    Consent: "consent",
    CookieCategory: "cookie_category",
    DataSource: "source",
    LegalBasis: "basis",
    Mechanism: "mechanism",
    OurRole: "our_role",
    Party: "party",
    ProcessorCategory: "category",
    Requirement: "requirement",
    Role: "role",
    SpecialBasis: "special_basis",
    SpecialCategory: "special",
    TrackerType: "tracker",
}
"""The family of messages that names the members of an enumeration."""

_REFERENCES = {
    "activity.audiences": "audiences",
    "activity.personal_data": "personal_data",
    "activity.processors": "processors",
    "processor.personal_data": "personal_data",
    "organisation.joint_controllers.activities": "activities",
    "cookie.processor": "processors",
    "cookie.activity": "activities",
    "consent.service": "cookies",
}
"""Fields that hold ids, and the key under which those ids stand."""

_NONE = {
    "organisation.data_protection_officer": "contact.dpo_none",
    "activity.automated_decisions": "automated.none",
}


def name_of(entry: Record, localization: Localization) -> str:
    """What an entry is called: its title or name."""
    named: Any = entry
    name: Text | str = named.title if hasattr(entry, "title") else named.name
    return localization.text(name) if isinstance(name, Text) else name


def is_long(value: Any) -> bool:
    """Whether a value is a text that would not fit into a sentence."""
    return isinstance(value, Markdown) or (isinstance(value, str) and len(value) > _LONGEST)


def in_words(
    rule: Rule, value: Any, center: PrivacyCenter, localization: Localization
) -> Markup | str:
    """A value of a field as the pages print it; names are looked up in `center`."""
    key = _REFERENCES.get(rule.field)
    entries: Mapping[str, Record] = (getattr(center, key) or {}) if key else {}
    if isinstance(value, str) and value in entries:
        return name_of(entries[value], localization)
    if rule.field == "cookies":
        return _inside("cookies.none" if value is None else "cookies.nothing", localization)
    if value == ():
        return _inside("recipients.none", localization)
    if value == "none" and rule.field in _NONE:
        return _inside(_NONE[rule.field], localization)
    if rule.field == "processor.transfers.derogation":
        return _inside(f"derogation.{value}", localization)
    if rule.shape in (Shape.PERIOD, Shape.TERM):
        return _period(value, localization)
    if rule.shape in (Shape.COUNTRY, Shape.COUNTRIES):
        return localization.country(value)
    return plain_words(value, localization)


def plain_words(value: Any, localization: Localization) -> Markup | str:
    """A value in words, of a field that needs no looking up."""
    if isinstance(value, bool):
        return localization.message("answer.yes" if value else "answer.no")
    if isinstance(value, StrEnum):
        return _inside(f"{_ENUMERATIONS[type(value)]}.{value}", localization)
    if isinstance(value, date):
        return localization.date(value)
    if isinstance(value, Text):
        return localization.text(value)
    if isinstance(value, Record):
        return _RECORDS[type(value)](value, localization)
    return str(value)


def _inside(id: str, localization: Localization) -> Markup:
    """A message of the pages inside a sentence: without its capital and its full stop."""
    said = str(localization.message(id)).removesuffix(".")
    return Markup(without_capital(said))  # was escaped by `message`


def _period(value: str, localization: Localization) -> Markup | str:
    if value in ("session", "persistent"):
        return localization.message(f"duration.{value}")
    return localization.period(value)


def _address(address: Address, localization: Localization) -> str:
    return ", ".join(postal_lines(address, localization))


def _contact(contact: Contact, localization: Localization) -> str:
    address = _address(contact.address, localization) if contact.address else None
    parts = (localization.text(contact.name), contact.email, contact.phone, contact.form, address)
    return ", ".join(filter(None, parts))


def _retention(retention: Retention, localization: Localization) -> str:
    if not retention.period:
        return localization.text(retention.criteria)
    return f"{localization.period(retention.period)} {localization.text(retention.start)}".strip()


def _transfer(transfer: Transfer, localization: Localization) -> Markup:
    countries = localization.listed(map(localization.country, transfer.countries))
    mechanism = plain_words(transfer.mechanism, localization)
    return Markup("{}{}").format(countries, localization.message("list.detail", detail=mechanism))


def _service(service: Service, localization: Localization) -> Markup:
    role = plain_words(service.role, localization)
    category = plain_words(service.category, localization)
    return Markup("{}{}").format(category, localization.message("list.detail", detail=role))


def _contract(contract: Contract, localization: Localization) -> Markup | str:
    if contract.concluded:
        return localization.date(contract.concluded)
    return contract.url or localization.message("answer.yes")


def _details(details: RightDetails, localization: Localization) -> str:
    period = localization.period(details.deadline) if details.deadline else ""
    return period or localization.text(details.how) or localization.text(details.note)


_RECORDS: Mapping[type[Record], Callable[[Any, Localization], Markup | str]] = {
    Address: _address,
    AutomatedDecisions: lambda decisions, localization: localization.text(decisions.logic),
    ConsentChoice: lambda choice, localization: localization.text(choice.how),
    ComplaintPolicy: lambda policy, localization: localization.period(policy.due),
    Contract: _contract,
    Registration: lambda entry, _: ", ".join(
        filter(None, (f"{entry.register_name} {entry.number}", entry.vat))
    ),
    Retention: _retention,
    RightDetails: _details,
    Service: _service,
    Transfer: _transfer,
    **dict.fromkeys((Contact, *Contact.__subclasses__()), _contact),
    **dict.fromkeys(
        (
            *(Activity, Audience, CookieService, JointController, Measure, PersonalData),
            *(Processor, Representative, Section, SupervisoryAuthority),
        ),
        name_of,
    ),
    TrackerItem: lambda item, localization: localization.text(item.purpose),
}
