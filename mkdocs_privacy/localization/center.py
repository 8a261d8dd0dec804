"""A privacy center in one language, with what its pages look up computed once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from babel.languages import get_official_languages

from mkdocs_privacy.catalogue import Catalogue, ChildConsent, shipped_catalogue
from mkdocs_privacy.localization.language import Localization
from mkdocs_privacy.localization.verdicts import Judgements, Reasons, Verdicts
from mkdocs_privacy.model import (
    OPEN_TO_OBJECTION,
    Activity,
    Audience,
    Consent,
    Context,
    CookieCategory,
    CookieService,
    LegalBasis,
    Mechanism,
    PrivacyCenter,
    Processor,
    ProcessorCategory,
    Recipient,
    Right,
    Section,
    SectionPage,
    Service,
    SupervisoryAuthority,
    Transfer,
    Verdict,
    base_language,
)


class Involvement(NamedTuple):
    """A recipient in one activity."""

    activity_id: str
    activity: Activity
    recipient: Recipient
    personal_data: tuple[str, ...]
    """What it is stated to receive there."""


@dataclass(frozen=True)
class LocalizedCenter:
    """A privacy center in one language, ready to print."""

    center: PrivacyCenter
    localization: Localization
    catalogue: Catalogue = field(default_factory=shipped_catalogue)
    """What is known of the law by country."""

    @property
    def language(self) -> str:
        """The language, as the site names it."""
        return self.localization.language

    @cached_property
    def authority_language(self) -> str | None:
        """The language of the authority's name, where it is not that of the page."""
        authority = self.center.organisation.supervisory_authority
        if authority is None or authority.name.by_language is not None:
            return None
        country = (authority.use or self.center.organisation.address.country)[:2]
        spoken = get_official_languages(country)
        own = base_language(self.language)
        return None if not spoken or own in spoken else spoken[0]

    @cached_property
    def authorities_elsewhere(self) -> tuple[tuple[str, SupervisoryAuthority], ...]:
        """The authorities of the other countries whose people the organisation addresses."""
        organisation = self.center.organisation
        at_home = organisation.supervisory_authority
        shipped = self.catalogue.in_languages((self.language,)).authorities
        known = (
            (code, SupervisoryAuthority.model_validate(shipped[code], context=Context()))
            for code in organisation.countries
            if code in shipped
        )
        return tuple(
            (code, authority)
            for code, authority in known
            if at_home is None or authority.website != at_home.website
        )

    @cached_property
    def addresses_the_union(self) -> bool:
        """Whether the organisation addresses people in the European Economic Area."""
        organisation = self.center.organisation
        home, served = organisation.address.country, organisation.serves_countries
        return self.catalogue.adequacy.reaches_the_area(home, served)

    @cached_property
    def transfers_to_itself(self) -> tuple[Transfer, ...]:
        """The safeguards for what an organisation outside the EEA receives: as stated, or an
        adequacy decision for its country that has no conditions."""
        organisation = self.center.organisation
        decision = self.catalogue.adequacy.decisions.get(organisation.address.country)
        if organisation.transfers or decision is None or decision.condition:
            return organisation.transfers
        return (Transfer(countries=(organisation.address.country,), mechanism=Mechanism.ADEQUACY),)

    @cached_property
    def ages_of_consent(self) -> tuple[tuple[str, ChildConsent | None], ...]:
        """From which age children consent themselves in each country, where that is known."""
        known = self.catalogue.child_consent
        return tuple((code, known.get(code)) for code in self.center.organisation.countries)

    @cached_property
    def involvements(self) -> Mapping[str, tuple[Involvement, ...]]:
        """The activities in which each processor receives data."""
        found: dict[str, list[Involvement]] = {id: [] for id in self.center.processors or {}}
        for id, activity in self.center.activities.items():
            for recipient in activity.processors or ():
                received = self.center.received(activity, recipient)
                found[recipient.id].append(Involvement(id, activity, recipient, received))
        return {id: tuple(involved) for id, involved in found.items()}

    def is_told_by_activity(self, processor: str) -> bool:
        """Whether the activities say more of a processor than that it receives data."""
        return any(involved.recipient.says_more for involved in self.involvements[processor])

    def is_role_told_by_activities(self, processor: str) -> bool:
        """Whether every activity from which a processor receives data says its role there."""
        involved = self.involvements[processor]
        return bool(involved) and all(one.recipient.role for one in involved)

    @cached_property
    def processors_by_category(
        self,
    ) -> Mapping[ProcessorCategory, tuple[tuple[str, Processor], ...]]:
        """The processors of each category by their main service."""
        found: dict[ProcessorCategory, list[tuple[str, Processor]]] = {
            category: [] for category in ProcessorCategory
        }
        for id, processor in (self.center.processors or {}).items():
            found[processor.category].append((id, processor))
        return {category: tuple(entries) for category, entries in found.items()}

    @cached_property
    def also_in_category(
        self,
    ) -> Mapping[ProcessorCategory, tuple[tuple[str, Processor, Service], ...]]:
        """The further services in each category of processors that stand in another one."""
        found: dict[ProcessorCategory, list[tuple[str, Processor, Service]]] = {
            category: [] for category in ProcessorCategory
        }
        for id, processor in (self.center.processors or {}).items():
            for service in processor.also:
                if service.category is not processor.category:
                    found[service.category].append((id, processor, service))
        return {category: tuple(entries) for category, entries in found.items()}

    @cached_property
    def cookies_by_category(self) -> Mapping[CookieCategory, tuple[tuple[str, CookieService], ...]]:
        """The cookie services of each category."""
        found: dict[CookieCategory, list[tuple[str, CookieService]]] = {
            category: [] for category in CookieCategory
        }
        for id, service in (self.center.cookies or {}).items():
            found[service.category].append((id, service))
        return {category: tuple(entries) for category, entries in found.items()}

    @cached_property
    def shares_with_nobody(self) -> bool:
        """Whether it is said that nobody receives data: of the whole, or of every activity."""
        if self.center.organisation.joint_controllers or self.center.disclosures:
            return False
        return self.center.processors == {} or all(
            activity.processors == () for activity in self.center.activities.values()
        )

    def recipients_of(self, activity: Activity) -> tuple[Recipient, ...] | None:
        """Who receives the data of an activity, as it says or as is said of the whole."""
        if activity.processors is None and self.center.processors == {}:
            return ()
        return activity.processors

    @cached_property
    def audiences_we_answer(self) -> tuple[tuple[str, Audience], ...]:
        """The audiences whose requests the organisation itself deals with."""
        return tuple(
            (id, audience)
            for id, audience in self.center.audiences.items()
            if self.center.answers(id)
        )

    def verdicts(self, right: Right) -> Verdicts:
        """The activities for which a right applies, may apply, or does not, with the reason."""
        return self.judgements.by_right[right]

    def reasons(self, right: Right) -> Reasons:
        """The same by reason: each once, with the activities and grounds that it is given for."""
        return self.judgements.by_reason[right]

    def applies_to_nothing(self, right: Right) -> bool:
        """Whether it is stated of every activity that a right does not apply to it.

        Consent to what is on devices can be withdrawn as well (GDPR article 7(3)).
        """
        services = (self.center.cookies or {}).values()
        asks_consent = any(one.asks_consent is Consent.REQUIRED for one in services)
        if right is Right.WITHDRAW_CONSENT and asks_consent:
            return False
        given = [verdict for verdict, entries in self.verdicts(right).items() if entries]
        return given == [Verdict.DOES_NOT_APPLY]

    @cached_property
    def objection_bases(self) -> tuple[LegalBasis, ...]:
        """The legal bases of GDPR article 21(1) that are used; both of them where none is."""
        reasons = self.reasons(Right.OBJECTION)[Verdict.APPLIES]
        used = tuple(basis for basis in OPEN_TO_OBJECTION if f"objection.{basis}" in reasons)
        return used or OPEN_TO_OBJECTION

    @cached_property
    def judgements(self) -> Judgements:
        """Which right applies to which activity."""
        return Judgements(self.center)

    def stays_in_eea(self, processor: Processor) -> bool:
        """Whether all that is stated about where a processor is and works lies within the EEA."""
        return self.catalogue.adequacy.stays(processor, self.center.organisation.address.country)

    def is_said_to_stay(self, processor: Processor) -> bool:
        """Whether it is stated that the data does not leave the EEA, and nothing says otherwise."""
        home = self.center.organisation.address.country
        return self.catalogue.adequacy.is_said_to_stay(processor, home)

    def stays(self, processor: Processor) -> bool:
        """Whether its data stays within the EEA: one of these two."""
        return self.is_said_to_stay(processor) or self.stays_in_eea(processor)

    def leaves_eea(self, processor: Processor) -> bool:
        """Whether a stated place of a processor lies outside the EEA."""
        return self.catalogue.adequacy.leaves(processor)

    def is_outside_eea(self, country: str | None) -> bool:
        """Whether a country, where one is stated, is a third country."""
        return country is not None and self.catalogue.adequacy.is_third_country(country)

    def sections(self, page: SectionPage) -> tuple[tuple[str, Section], ...]:
        """The free text of a page, in its order."""
        chosen = [entry for entry in self.center.sections.items() if entry[1].page is page]
        return tuple(sorted(chosen, key=lambda entry: (entry[1].order, entry[0])))
