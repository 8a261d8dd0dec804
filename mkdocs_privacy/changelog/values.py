"""Values of the data in words, as the pages print them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from markupsafe import Markup

from mkdocs_privacy.localization import Localization, how_long, postal_lines, without_capital
from mkdocs_privacy.model import (
    UNTIMED,
    Address,
    AppPermission,
    ArtificialIntelligence,
    AssistedDecisions,
    AutomatedDecisions,
    ComplaintPolicy,
    ConsentChoice,
    Contact,
    Contract,
    CriminalBasis,
    Markdown,
    PrivacyCenter,
    Record,
    Registration,
    Retention,
    RightDetails,
    Service,
    SpecialCondition,
    StatedBasis,
    StatedSource,
    Text,
    TrackerItem,
    Transfer,
)
from mkdocs_privacy.releases import FAMILIES, Declared, FieldRule, Value, declared_by

_LONGEST = 160
"""Characters of a text that still reads well inside a sentence."""


def name_of(entry: Record, localization: Localization) -> str:
    """What an entry is called: its title or name."""
    named: Any = entry
    name: Text | str = named.title if hasattr(entry, "title") else named.name
    return localization.text(name) if isinstance(name, Text) else name


def is_long(value: Value) -> bool:
    """Whether a value is a text that would not fit into a sentence."""
    return isinstance(value, Markdown) or (isinstance(value, str) and len(value) > _LONGEST)


def is_of_the_house(rule: FieldRule, value: Value) -> bool:
    """Whether a value is printed in fixed words, which may be as long as they must be: what one
    language tells, every other does."""
    return bool(rule.family) or value in ((), {}, "none") or isinstance(value, Transfer)


def printed_value(
    rule: FieldRule, value: Value, center: PrivacyCenter, localization: Localization
) -> Markup | str:
    """A value of a field as the pages print it; names are looked up in `center`."""
    key = rule.declared.refers_to
    entries: Mapping[str, Record] = (getattr(center, key) or {}) if key else {}
    if isinstance(value, str) and value in entries:
        return name_of(entries[value], localization)
    if value is None:
        return _inside(rule.unstated, localization) if rule.unstated else ""
    if rule.nothing and value in ((), {}, "none"):
        return _inside(rule.nothing, localization)
    if rule.family:
        return _inside(f"{rule.family}.{value}", localization)
    return _as_declared(rule.declared, value, localization)


def _as_declared(declared: Declared, value: Value, localization: Localization) -> Markup | str:
    if declared.is_period:
        return _period(str(value), localization)
    if declared.is_country:
        return localization.country(str(value))
    return plain_words(value, localization)


def plain_words(value: Value, localization: Localization) -> Markup | str:
    """A value in words, of a field that needs no looking up."""
    if isinstance(value, bool):
        return localization.message("answer.yes" if value else "answer.no")
    if isinstance(value, StrEnum):
        return _inside(f"{FAMILIES[type(value)]}.{value}", localization)
    if isinstance(value, date):
        return localization.date(value)
    if isinstance(value, Text):
        return localization.text(value)
    if isinstance(value, Record):
        printed_value = _RECORDS.get(type(value), _record)
        return printed_value(value, localization)
    return str(value)


def _inside(id: str, localization: Localization) -> Markup:
    """A message of the pages inside a sentence: a whole sentence between quotation marks, as it
    stands there; anything else without its capital."""
    said = localization.message(id)
    if said.endswith("."):
        return localization.message("change.quoted", words=said)
    return Markup(without_capital(str(said)))  # was escaped by `message`


def _period(value: str, localization: Localization) -> Markup | str:
    if value in UNTIMED:
        return localization.message(f"duration.{value}")
    return localization.period(value)


def _address(address: Address, localization: Localization) -> str:
    return ", ".join(postal_lines(address, localization))


def _contact(contact: Contact, localization: Localization) -> str:
    address = _address(contact.address, localization) if contact.address else None
    parts = (localization.text(contact.name), contact.email, contact.phone, contact.form, address)
    return ", ".join(filter(None, parts))


def _retention(retention: Retention, localization: Localization) -> Markup:
    words = how_long(retention, localization)
    if not retention.what:
        return words
    what, colon = localization.text(retention.what), localization.message("punctuation.colon")
    return Markup("{}{} {}").format(what, colon, words)


def _transfer(transfer: Transfer, localization: Localization) -> Markup:
    countries = localization.listed(map(localization.country, transfer.countries))
    mechanism = plain_words(transfer.mechanism, localization)
    return Markup("{}{}").format(countries, localization.message("list.detail", detail=mechanism))


def _service(service: Service, localization: Localization) -> Markup:
    category = plain_words(service.category, localization)
    if service.role is None:
        return Markup.escape(category)
    role = plain_words(service.role, localization)
    return Markup("{}{}").format(category, localization.message("list.detail", detail=role))


def _contract(contract: Contract, localization: Localization) -> Markup | str:
    if contract.concluded:
        return localization.date(contract.concluded)
    return contract.url or localization.message("answer.yes")


def _details(details: RightDetails, localization: Localization) -> str:
    period = localization.period(details.deadline) if details.deadline else ""
    return period or localization.text(details.how) or localization.text(details.note)


def _record(record: Record, localization: Localization) -> Markup | str:
    """A record in words: its name, or else all that it states."""
    names = type(record).model_fields
    if "title" in names or "name" in names:
        return name_of(record, localization)
    stated = ((declared_by(type(record), name), getattr(record, name)) for name in names)
    return Markup(", ").join(
        _as_declared(declared, value, localization)
        for declared, values in stated
        for value in (values if isinstance(values, tuple) else (values,))
        if value is not None
    )


_RECORDS: Mapping[type[Record], Callable[[Any, Localization], Markup | str]] = {
    Address: _address,
    ArtificialIntelligence: lambda used, localization: localization.text(used.description),
    AssistedDecisions: lambda decisions, localization: localization.text(decisions.advice),
    AutomatedDecisions: lambda decisions, localization: localization.text(decisions.logic),
    ConsentChoice: lambda choice, localization: localization.text(choice.how),
    ComplaintPolicy: lambda policy, localization: localization.period(policy.due),
    Contract: _contract,
    CriminalBasis: lambda basis, localization: plain_words(basis.authority, localization),
    Registration: lambda entry, localization: ", ".join(
        filter(
            None, (f"{localization.text(entry.register_name)} {entry.number}".strip(), entry.vat)
        )
    ),
    Retention: _retention,
    RightDetails: _details,
    AppPermission: lambda asked, localization: plain_words(asked.permission, localization),
    Service: _service,
    SpecialCondition: lambda condition, localization: plain_words(condition.basis, localization),
    StatedSource: lambda stated, localization: plain_words(stated.source, localization),
    StatedBasis: lambda stated, localization: plain_words(stated.basis, localization),
    Transfer: _transfer,
    **dict.fromkeys((Contact, *Contact.__subclasses__()), _contact),
    TrackerItem: lambda item, localization: localization.text(item.purpose),
}
"""Records that are neither called by a name nor told by all that they state."""
