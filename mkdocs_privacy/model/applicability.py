"""Which right applies to which activity, and why (not): GDPR articles 7(3), 15-18 and 20-22."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from mkdocs_privacy.model.activity import Activity
from mkdocs_privacy.model.legal_basis import LegalBasis, SpecialBasis
from mkdocs_privacy.model.personal_data import DataSource
from mkdocs_privacy.model.rights import Right


class Verdict(StrEnum):
    """Whether a right applies to an activity."""

    APPLIES = "applies"
    CONDITIONAL = "conditional"
    DOES_NOT_APPLY = "does_not_apply"
    UNKNOWN = "unknown"


Ground: TypeAlias = LegalBasis | SpecialBasis | None
"""What a use of data rests on; nothing where that is not stated."""


_Judged: TypeAlias = tuple[Verdict, str]
_WITH_IDENTITY = (
    *(Right.ACCESS, Right.RECTIFICATION, Right.ERASURE),
    *(Right.RESTRICTION, Right.PORTABILITY),
)
"""The rights of articles 15 to 20, which wait for what identifies somebody (article 11(2))."""


@dataclass(frozen=True, slots=True)
class Applicability:
    """A verdict, and its reason: the end of a message id, `applicability.<reason>`."""

    verdict: Verdict
    reason: str
    grounds: tuple[Ground, ...] = ()
    """Those that it is about, where an activity has several and they differ in this right."""


_BY_WEIGHT = (Verdict.APPLIES, Verdict.CONDITIONAL, Verdict.UNKNOWN, Verdict.DOES_NOT_APPLY)


def applicability(
    right: Right, activity: Activity, sources: tuple[DataSource, ...]
) -> Applicability:
    """Whether `right` applies to some of `activity` whose data comes from `sources`, and why."""
    each = applicability_by_ground(right, activity, sources)
    weightiest = min(each, key=lambda found: _BY_WEIGHT.index(found.verdict))
    return Applicability(weightiest.verdict, weightiest.reason)


def applicability_by_ground(
    right: Right, activity: Activity, sources: tuple[DataSource, ...]
) -> tuple[Applicability, ...]:
    """Whether a right applies, for the grounds of an activity: once where it is so for all.

    Explicit consent to the use of special categories is a ground of its own for what it covers.
    """
    judge = _VERDICTS[right]
    judged: dict[_Judged, list[Ground]] = {}
    for ground in _grounds(activity):
        verdict = judge(activity, ground, sources)
        is_possible = verdict[0] in (Verdict.APPLIES, Verdict.CONDITIONAL)
        if activity.not_identifiable and is_possible and right in _WITH_IDENTITY:
            verdict = (Verdict.CONDITIONAL, "not_identifiable")
        judged.setdefault(verdict, []).append(ground)
    if len(judged) == 1:
        return tuple(Applicability(*verdict) for verdict in judged)
    return tuple(Applicability(*verdict, tuple(grounds)) for verdict, grounds in judged.items())


def _grounds(activity: Activity) -> tuple[Ground, ...]:
    stated: tuple[Ground, ...] = tuple(dict.fromkeys(basis.basis for basis in activity.legal_bases))
    if not stated or activity.purposes_without_basis or activity.data_without_basis:
        stated = (*stated, None)
    is_explicit = any(
        condition.basis is SpecialBasis.EXPLICIT_CONSENT for condition in activity.special_bases
    )
    return (*stated, SpecialBasis.EXPLICIT_CONSENT) if is_explicit else stated


_CONSENT = (LegalBasis.CONSENT, SpecialBasis.EXPLICIT_CONSENT)


def _always(activity: Activity, ground: Ground, sources: tuple[DataSource, ...]) -> _Judged:
    return Verdict.APPLIES, "always"


def _erasure(activity: Activity, ground: Ground, sources: tuple[DataSource, ...]) -> _Judged:
    match ground:
        case LegalBasis.CONSENT | SpecialBasis.EXPLICIT_CONSENT:
            return Verdict.CONDITIONAL, "erasure.consent"
        case LegalBasis.LEGAL_OBLIGATION | LegalBasis.PUBLIC_TASK:
            # article 17(3)(b) stands in the way only as far as the duty or the task goes
            return Verdict.CONDITIONAL, f"erasure.{ground}"
        case LegalBasis.SOFT_OPT_IN:
            return Verdict.CONDITIONAL, "erasure.direct_marketing"
        case LegalBasis.LEGITIMATE_INTERESTS if activity.is_direct_marketing:
            # no weighing of interests: article 17(1)(c) names article 21(2) apart
            return Verdict.CONDITIONAL, "erasure.direct_marketing"
        case LegalBasis.LEGITIMATE_INTERESTS:
            return Verdict.CONDITIONAL, "erasure.legitimate_interests"
        case None:
            return Verdict.UNKNOWN, "basis_unstated"
        case _:
            return Verdict.CONDITIONAL, "erasure.no_longer_needed"


def _restriction(activity: Activity, ground: Ground, sources: tuple[DataSource, ...]) -> _Judged:
    return Verdict.CONDITIONAL, "restriction"


def _portability(activity: Activity, ground: Ground, sources: tuple[DataSource, ...]) -> _Judged:
    if ground is None:
        return Verdict.UNKNOWN, "basis_unstated"
    if ground not in (*_CONSENT, LegalBasis.CONTRACT):
        return Verdict.DOES_NOT_APPLY, "portability.basis"
    if not activity.automated_means:
        return Verdict.DOES_NOT_APPLY, "portability.paper"
    # what somebody does is provided by them too, what we infer or were told is not (WP242)
    if {DataSource.PERSON, DataSource.AUTOMATIC}.intersection(sources):
        return Verdict.APPLIES, "portability.yes"
    if {DataSource.PARENT, DataSource.REPRESENTATIVE}.intersection(sources):
        return Verdict.APPLIES, "portability.represented"
    return Verdict.DOES_NOT_APPLY, "portability.source"


def _objection(activity: Activity, ground: Ground, sources: tuple[DataSource, ...]) -> _Judged:
    match ground:
        case LegalBasis.LEGITIMATE_INTERESTS | LegalBasis.PUBLIC_TASK:
            return Verdict.APPLIES, f"objection.{ground}"
        case LegalBasis.CONSENT | SpecialBasis.EXPLICIT_CONSENT:
            return Verdict.DOES_NOT_APPLY, "objection.consent"
        case LegalBasis.SOFT_OPT_IN:
            # no weighing of interests: article 21(2) ends it without a reason
            return Verdict.DOES_NOT_APPLY, "objection.soft_opt_in"
        case None:
            return Verdict.UNKNOWN, "basis_unstated"
        case _:
            return Verdict.DOES_NOT_APPLY, "objection.basis"


def _direct_marketing(
    activity: Activity, ground: Ground, sources: tuple[DataSource, ...]
) -> _Judged:
    if activity.is_direct_marketing is None:
        return Verdict.UNKNOWN, "direct_marketing.unstated"
    if activity.is_direct_marketing:
        return Verdict.APPLIES, "direct_marketing.yes"
    return Verdict.DOES_NOT_APPLY, "direct_marketing.no"


def _automated_decisions(
    activity: Activity, ground: Ground, sources: tuple[DataSource, ...]
) -> _Judged:
    if activity.automated_decisions == "none":
        return Verdict.DOES_NOT_APPLY, "automated_decisions.no"
    if activity.automated_decisions is None:
        return Verdict.UNKNOWN, "automated_decisions.unstated"
    return Verdict.APPLIES, "automated_decisions.yes"


def _withdraw_consent(
    activity: Activity, ground: Ground, sources: tuple[DataSource, ...]
) -> _Judged:
    if ground in _CONSENT:
        return Verdict.APPLIES, "withdraw_consent.yes"
    if ground is None:
        return Verdict.UNKNOWN, "basis_unstated"
    return Verdict.DOES_NOT_APPLY, "withdraw_consent.no"


_VERDICTS: Mapping[Right, Callable[[Activity, Ground, tuple[DataSource, ...]], _Judged]] = {
    Right.ACCESS: _always,
    Right.RECTIFICATION: _always,
    Right.ERASURE: _erasure,
    Right.RESTRICTION: _restriction,
    Right.PORTABILITY: _portability,
    Right.OBJECTION: _objection,
    Right.DIRECT_MARKETING: _direct_marketing,
    Right.AUTOMATED_DECISIONS: _automated_decisions,
    Right.WITHDRAW_CONSENT: _withdraw_consent,
    Right.COMPLAINT: _always,
}
