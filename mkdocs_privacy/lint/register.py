"""RG: what the register of recipients says at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.named_in_words import joint_controllers_meant, named_by
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule, rule
from mkdocs_privacy.lint.wordings import JOINTLY, NAMES_OTHERS
from mkdocs_privacy.model import PrivacyCenter, Role, Text

_NOWHERE = lines(
    """
    processors:
      monitor: {name: Monitor, category: software_monitoring, role: processor}
    """,
    """
    processors:
      monitor: {name: Monitor, category: software_monitoring, role: processor, country: DE}
    """,
)
_AUTHORITY = sound(
    "it is an authority",
    "processors: {tax: {name: Tax office, category: authorities, role: authority}}",
)
_STAYS = sound(
    "its data does not leave the European Economic Area",
    """
    processors:
      monitor: {name: Monitor, category: software_monitoring, role: processor, transfers: none}
    """,
)
_NOBODY_NAMED = lines(
    """
    activities:
      payments:
        title: Payments
        audiences: [customers]
        purposes: [take your payment]
        personal_data: [name]
        legal_basis: contract
    """,
    """
    activities:
      payments:
        title: Payments
        audiences: [customers]
        purposes: [take your payment]
        personal_data: [name]
        legal_basis: contract
        processors: []
    """,
)
_NOBODY_AT_ALL = sound(
    "the center says that nobody receives data",
    """
    processors: {}
    activities:
      payments:
        title: Payments
        audiences: [customers]
        purposes: [take your payment]
        personal_data: [name]
        legal_basis: contract
    """,
)
_AT_A_TIME = sound(
    "`disclosures` say in which circumstances others receive it",
    """
    disclosures:
      court: {title: Court, description: A court may ask for your data.}
    activities:
      payments:
        title: Payments
        audiences: [customers]
        purposes: [take your payment]
        personal_data: [name]
        legal_basis: contract
    """,
)
_ONE_OF_THEM = lines(
    """
    processors:
      parcels: {name: "bpost, DHL or DPD", category: delivery, role: independent_controller}
    """,
    """
    processors:
      bpost: {name: bpost, category: delivery, role: independent_controller}
      dhl: {name: DHL, category: delivery, role: independent_controller}
    """,
)
_ONE_FIRM = sound(
    "several names are that of one firm",
    """
    processors:
      notary: {name: "Peeters, Janssens and Partners", category: professional_advice}
    """,
)
_KINDS = sound(
    "it is about kinds of recipients",
    """
    processors:
      advisers: {name: "Notaries, lawyers or accountants", category: professional_advice}
    """,
)
_CHOICE = re.compile(r", | (?:ou|or) ")
_CHOICE_IN_DUTCH = re.compile(r", | (?:of|ou|or) ")  # in English, “of” begins no choice
_FEWEST = 3
"""As many names make a list of several; two may be the name of one firm."""


def _lists_several(name: Text) -> bool:
    """Whether a name is a choice between several: “bpost, DHL or DPD”; kinds have no capitals."""
    for language, words in (name.by_language or {"": name.everywhere or ""}).items():
        choice = _CHOICE_IN_DUTCH if language.startswith("nl") else _CHOICE
        parts = choice.split(words)
        has_names = all(part[:1].isupper() for part in parts[1:])
        has_or = re.search(choice.pattern.partition("|")[2], words)
        if len(parts) >= _FEWEST and has_names and has_or:
            return True
    return False


@knowing_rule(
    "RG001",
    "recipients-unstated",
    Severity.INFO,
    _NOBODY_NAMED,
    basis=("GDPR 13(1)(e)",),
    silent_on=(_NOBODY_AT_ALL, _AT_A_TIME),
)
def recipients_unstated(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """An activity does not say who receives its data. People must be told the recipients or their
    categories, if there are any (GDPR article 13(1)(e)). Name them in `processors`, or in
    `also: {processors: [...]}` of an activity from the catalogue, so that they still join others by
    their category. If nobody receives the data, write `processors: []`.
    """
    silent = {id: one for id, one in center.activities.items() if one.processors is None}
    if center.processors == {} or not silent:
        return
    named = named_by(center, known, NAMES_OTHERS)
    together = named_by(center, known, JOINTLY)
    for id, activity in silent.items():
        is_told = id in together and not joint_controllers_meant(center, id)
        if not center.disclosures_of(id) and not is_told:
            added = "`also: {processors: […]}`" if activity.use else "`processors`"
            nobody = f"; its words say {named[id]}" if id in named else ""
            yield Remark(
                ("activities", id),
                f"nothing says who receives this data: add {added}"
                f"{nobody or ', or `processors: []` if nobody does'}",
            )


@rule(
    "RG002",
    "recipients-in-one",
    Severity.WARNING,
    _ONE_OF_THEM,
    basis=("GDPR 13(1)(e)",),
    silent_on=(_ONE_FIRM, _KINDS),
)
def recipients_in_one(center: PrivacyCenter) -> Iterator[Remark]:
    """One entry of the register is about several recipients. Nobody can read where each is, what it
    legally is and which data it receives (GDPR article 13(1)(e)). Make one entry for each. If the
    person chooses between them, write `chosen_by: user` in the activity.
    """
    for id, processor in (center.processors or {}).items():
        if _lists_several(processor.name):
            yield Remark(
                ("processors", id), "this is about several recipients: make one entry for each"
            )


@rule(
    "RG003",
    "country-unstated",
    Severity.INFO,
    _NOWHERE,
    basis=("GDPR 13(1)(f)",),
    silent_on=(_AUTHORITY, _STAYS),
)
def country_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """Nothing says in which country a recipient is, so nobody can tell whether data leaves the
    European Economic Area (GDPR article 13(1)(f)). Write `country`, and `processing_countries` if
    it works elsewhere. For an authority of your own country that is not needed.
    """
    for id, processor in (center.processors or {}).items():
        is_known = processor.country or processor.processing_countries
        if not is_known and processor.transfers is None and processor.role is not Role.AUTHORITY:
            yield Remark(("processors", id), "nothing says in which country it is: add `country`")
