"""What holds for several uses of data, so that a page says it once above them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import Activity, LegalBasis, Processor, Right, Role, Text


class Extent(StrEnum):
    """For how much of what a page lists something is stated."""

    EVERYWHERE = "everywhere"
    """For each of them."""
    UNLESS_STATED = "unless_stated"
    """For each but those that state something else."""
    IN_PLACES = "in_places"
    """For some, while others state nothing: each says it for itself."""


def extent_of(usual: object, stated: Iterable[object]) -> Extent:
    """How far `usual` holds among what is stated; `None` is what states nothing."""
    different = set(stated) - {usual}
    if None in different:
        return Extent.IN_PLACES
    return Extent.UNLESS_STATED if different else Extent.EVERYWHERE


@dataclass(frozen=True)
class InCommon:
    """What a center says of all that it does, or of all recipients."""

    localized: LocalizedCenter

    @cached_property
    def _activities(self) -> tuple[Activity, ...]:
        return tuple(self.localized.center.activities.values())

    @cached_property
    def bases(self) -> tuple[LegalBasis, ...]:
        """The legal bases that are used."""
        used = {stated.basis for one in self._activities for stated in one.legal_bases}
        return tuple(basis for basis in LegalBasis if basis in used)

    def is_left_to_controller(self, activity: Activity) -> bool:
        """Whether a use says nothing of its legal basis: another organisation determines it."""
        is_stated = (
            *(activity.legal_bases, activity.special_bases, activity.criminal_basis),
            *(activity.law, activity.interest, activity.withdraw),
        )
        return not any(is_stated) and self.localized.center.is_on_behalf_of_others(activity)

    @cached_property
    def leaves_basis_to_controller(self) -> bool:
        """Whether that is so of any use."""
        return any(map(self.is_left_to_controller, self._activities))

    @cached_property
    def is_partly_on_behalf(self) -> bool:
        """Whether some is done on behalf of others, and some is our own."""
        on_behalf = map(self.localized.center.is_on_behalf_of_others, self._activities)
        return len(set(on_behalf)) > 1

    def laws_of(self, activity: Activity) -> tuple[Text, ...]:
        """The laws that the legal bases of a use rest on."""
        return tuple(filter(None, (activity.law, *(one.law for one in activity.legal_bases))))

    def is_used(self, personal_data: str) -> bool:
        """Whether any use is made of a kind of data."""
        return any(personal_data in one.personal_data for one in self._activities)

    @cached_property
    def afterwards(self) -> Extent | None:
        """Whether data is deleted when its time is over; `None` where it nowhere is. What is kept
        at least so long has no such time: it is deleted later, as its use says."""
        stages = [stage for one in self._activities for stage in (one.retention or (None,))]
        stated = [
            stage and ("later" if stage.afterwards and stage.is_open else stage.afterwards)
            for stage in stages
        ]
        return extent_of("delete", stated) if "delete" in stated else None

    @cached_property
    def is_deleted_once_said(self) -> bool:
        """Whether the page says above its uses that data is deleted, so that they need not."""
        return self.afterwards in (Extent.EVERYWHERE, Extent.UNLESS_STATED)

    def automated(self, on_behalf: bool) -> Extent | None:
        """Whether no decisions are automated in what we do ourselves, or on behalf of others;
        `None` where that is said of nothing."""
        return self._automated[on_behalf]

    @cached_property
    def _automated(self) -> Mapping[bool, Extent | None]:
        stated: dict[bool, list[str | None]] = {True: [], False: []}
        for one in self._activities:
            stated[self.localized.center.is_on_behalf_of_others(one)].append(
                one.automated_decisions
                if one.automated_decisions in (None, "none")
                else "decisions"
            )
        return {
            on_behalf: extent_of("none", said) if "none" in said else None
            for on_behalf, said in stated.items()
        }

    def says_none_automated(self, activity: Activity) -> bool:
        """Whether a use must say for itself that it makes no automated decisions."""
        on_behalf = self.localized.center.is_on_behalf_of_others(activity)
        is_said = activity.automated_decisions == "none"
        return is_said and self.automated(on_behalf) is Extent.IN_PLACES

    @cached_property
    def rights(self) -> tuple[Right, ...]:
        """The rights that exist for all that we do ourselves, where that is more than one use."""
        ours = [
            one for one in self._activities if not self.localized.center.is_on_behalf_of_others(one)
        ]
        if len(ours) < 2:
            return ()
        return tuple(right for right in Right if all(self.has_right(right, one) for one in ours))

    def further_rights(self, activity: Activity) -> tuple[Right, ...]:
        """The rights that exist for a use of our own, beside those for all."""
        if self.localized.center.is_on_behalf_of_others(activity):
            return ()
        return tuple(
            right for right in Right if right not in self.rights and self.has_right(right, activity)
        )

    def has_right(self, right: Right, activity: Activity) -> bool:
        """Whether a right applies to a use of our own, or may apply."""
        return right.requested_from_us and right in self.localized.judgements.rights_of(activity)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The roles that recipients have, in the order in which the law knows them."""
        center = self.localized.center
        used = {one.role for entry in (center.processors or {}).values() for one in entry.services}
        used |= {
            recipient.role
            for one in self._activities
            for recipient in one.processors or ()
            if recipient.role
        }
        if center.organisation.joint_controllers:
            used.add(Role.JOINT_CONTROLLER)
        return tuple(role for role in Role if role in used)

    def processes_for_us(self, processor: Processor) -> bool:
        """Whether a contract with a recipient is one of processing (GDPR article 28(3))."""
        return any(one.role in (Role.PROCESSOR, Role.SUB_PROCESSOR) for one in processor.services)

    @cached_property
    def is_kept_in_eea(self) -> bool:
        """Whether each recipient has stated transfers, or is stated to work within the EEA: then
        the page says once that where nothing is stated, the data is processed there. Of those who
        decide with us nothing says where they work."""
        if self.localized.center.organisation.joint_controllers:
            return False
        entries = tuple((self.localized.center.processors or {}).values())
        staying = [one for one in entries if not one.transfers]
        return len(staying) > 1 and all(map(self.localized.stays, staying))
