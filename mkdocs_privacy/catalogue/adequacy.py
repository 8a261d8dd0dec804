"""Where a transfer of personal data needs no further safeguard (GDPR articles 44 and 45)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from mkdocs_privacy.model.processor import Facts
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.scalars import CountryCode, IsoDate, Slug
from mkdocs_privacy.model.text import Text


class Condition(StrEnum):
    """What limits an adequacy decision to some recipients in a country."""

    DATA_PRIVACY_FRAMEWORK = "data_privacy_framework"
    """Only organisations on the list of the EU-US Data Privacy Framework."""
    COMMERCIAL_ORGANISATIONS = "commercial_organisations"
    """Only commercial organisations."""
    PRIVATE_SECTOR = "private_sector"
    """Only the private sector."""


class EconomicArea(Record):
    """The European Economic Area, within which no transfer to a third country takes place."""

    countries: tuple[CountryCode, ...]
    """Its countries."""
    territories: tuple[CountryCode, ...]
    """Parts of those countries that have a country code of their own."""
    facts: Facts
    """Where this was read."""


class AdequacyDecision(Record):
    """A decision of the European Commission that a country protects personal data adequately."""

    condition: Condition | None = None
    """What limits it to some recipients."""
    scope: Text | None = None
    """That limit in words."""
    until: IsoDate | None = None
    """The last day on which it holds, where it has one."""
    facts: Facts
    """Where this was read."""

    def holds_on(self, day: date) -> bool:
        """Whether it has not expired by that day."""
        return self.until is None or day <= self.until


class AdequateOrganisation(Record):
    """An international organisation that has an adequacy decision."""

    name: Text
    """Its name."""
    facts: Facts
    """Where this was read."""


class Adequacy(Record):
    """The European Economic Area and the adequacy decisions."""

    eea: EconomicArea
    """The European Economic Area."""
    decisions: dict[CountryCode, AdequacyDecision]
    """The adequacy decisions, by country."""
    organisations: dict[Slug, AdequateOrganisation]
    """The international organisations that have one."""

    def is_third_country(self, code: str) -> bool:
        """Whether a country lies outside the European Economic Area."""
        return code not in self.eea.countries and code not in self.eea.territories

    def decision_for(self, code: str, day: date) -> AdequacyDecision | None:
        """The adequacy decision that holds for a country on a day, whatever its condition."""
        decision = self.decisions.get(code)
        return decision if decision and decision.holds_on(day) else None
