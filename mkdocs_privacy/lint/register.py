"""RG: what the register of recipients says at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter, Role

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
_SEVERAL = re.compile(r", .+ (?:of|ou|or|en|et|and) ")
"""Three names or more in one: “bpost, DHL or DPD”. Two may be the name of one firm."""


@rule("RG001", "recipients-unstated", Severity.WARNING, _NOBODY_NAMED, basis=("GDPR 13(1)(e)",))
def recipients_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """An activity does not say who receives its data. People must be told the recipients or their
    categories, if there are any (GDPR article 13(1)(e)). Name them in `processors`. If nobody
    receives the data, write `processors: []`.
    """
    if center.processors == {}:
        return
    for id, activity in center.activities.items():
        if activity.processors is None and not center.disclosures_of(id):
            yield Remark(
                ("activities", id),
                "nothing says who receives this data: add `processors`, or `processors: []` if "
                "nobody does",
            )


@rule("RG002", "recipients-in-one", Severity.WARNING, _ONE_OF_THEM, basis=("GDPR 13(1)(e)",))
def recipients_in_one(center: PrivacyCenter) -> Iterator[Remark]:
    """One entry of the register is about several recipients. Nobody can read where each is, what it
    legally is and which data it receives (GDPR article 13(1)(e)). Make one entry for each. If the
    person chooses between them, write `chosen_by: user` in the activity.
    """
    for id, processor in (center.processors or {}).items():
        if any(map(_SEVERAL.search, processor.name.all_words)):
            yield Remark(
                ("processors", id), "this is about several recipients: make one entry for each"
            )


@rule("RG003", "country-unstated", Severity.INFO, _NOWHERE, basis=("GDPR 13(1)(e)",))
def country_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """Nothing says in which country a recipient is, so nobody can tell whether data leaves the
    European Economic Area (GDPR article 13(1)(f)). Write `country`, and `processing_countries` if
    it works elsewhere. For an authority of your own country that is not needed.
    """
    for id, processor in (center.processors or {}).items():
        is_known = processor.country or processor.processing_countries
        if not is_known and processor.transfers is None and processor.role is not Role.AUTHORITY:
            yield Remark(("processors", id), "nothing says in which country it is: add `country`")
