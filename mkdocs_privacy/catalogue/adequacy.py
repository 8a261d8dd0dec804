"""Where a transfer of personal data needs no further safeguard (GDPR articles 44 and 45)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from mkdocs_privacy.model import CountryCode, Facts, Processor, Record, Role, Text


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
    facts: Facts
    """Where this was read; `valid_until` is the last day of the decision itself."""

    def ended_before(self, today: date) -> bool:
        """Whether it protects nobody any more."""
        return self.facts.valid_until is not None and self.facts.valid_until < today


class Adequacy(Record):
    """The European Economic Area and the adequacy decisions."""

    eea: EconomicArea
    """The European Economic Area."""
    decisions: dict[CountryCode, AdequacyDecision]
    """The adequacy decisions, by country."""

    def is_third_country(self, code: str) -> bool:
        """Whether a country lies outside the European Economic Area."""
        return code not in self.eea.countries and code not in self.eea.territories

    def needs_safeguard(self, code: str) -> bool:
        """Whether data may go to recipients in a country only with a safeguard that names them.

        A decision on commercial organisations or on the private sector covers a recipient of those;
        one on the Data Privacy Framework only who is on its list.
        """
        decision = self.decisions.get(code)
        is_by_list = decision and decision.condition is Condition.DATA_PRIVACY_FRAMEWORK
        return self.is_third_country(code) and (decision is None or bool(is_by_list))

    def reaches_the_area(self, home: str, served: tuple[str, ...]) -> bool:
        """Whether an organisation addresses people in the area: it may where it names nobody."""
        if not self.is_third_country(home) or not served:
            return True
        return not all(map(self.is_third_country, served))

    def leaves(self, recipient: Processor) -> bool:
        """Whether a stated place of a recipient lies outside the area."""
        return any(map(self.is_third_country, recipient.places))

    def stays(self, recipient: Processor, home: str) -> bool:
        """Whether all that is stated about where a recipient is and works lies within the area.

        A group established elsewhere, and data that is passed on, leave that open; where the
        organisation is established elsewhere itself, the data has left the area before.
        """
        if recipient.onward or not (recipient.country and recipient.processing_countries):
            return False
        places = filter(None, (home, recipient.parent_country, *recipient.places))
        return not any(map(self.is_third_country, places))

    def is_authority_within(self, recipient: Processor) -> bool:
        """Whether a recipient is a public authority of a country in the area, where it works."""
        is_authority = recipient.role is Role.AUTHORITY and recipient.country is not None
        return is_authority and not recipient.onward and not self.leaves(recipient)

    def is_said_to_stay(self, recipient: Processor, home: str) -> bool:
        """Whether it is stated that data stays within the area, and no place says otherwise."""
        is_ours_within = not self.is_third_country(home)
        return recipient.transfers == () and is_ours_within and not self.leaves(recipient)
