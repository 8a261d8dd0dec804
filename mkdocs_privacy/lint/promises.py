"""PR: whether the data bears out what its texts promise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeAlias

from mkdocs_privacy.catalogue import Adequacy
from mkdocs_privacy.findings import KeyPath, Severity, lines, sound
from mkdocs_privacy.lint.rule import Known, Remark, knowing_rule
from mkdocs_privacy.model import (
    AutomatedDecisions,
    Claim,
    Consent,
    CookieCategory,
    CookieService,
    LegalBasis,
    ModelTraining,
    PrivacyCenter,
    ProcessorCategory,
    RepresentedBy,
    TrackerType,
)

Contradiction = tuple[KeyPath, str]
"""Where the data says otherwise, if it has a place, and what it says or leaves open."""

_EXAMPLE = lines(
    """
    notice:
      promises: [{use: fixed-retention}]
    activities:
      questions:
        title: Questions
        audiences: [customers]
        purposes: [answer your question]
        personal_data: [name]
        legal_basis: legitimate_interests
        interest: answering questions
        retention: {criteria: as long as it is useful}
        processors: []
    """,
    """
    notice:
      promises: [{use: fixed-retention}]
    activities:
      questions:
        title: Questions
        audiences: [customers]
        purposes: [answer your question]
        personal_data: [name]
        legal_basis: legitimate_interests
        interest: answering questions
        retention: {period: P1Y}
        processors: []
      orders: {retention: {period: P7Y}}
    """,
)


@knowing_rule(
    "PR001",
    "promise-contradicted",
    Severity.ERROR,
    _EXAMPLE,
    basis=("GDPR 5(1)(a)",),
    silent_on=(
        sound(
            "nothing is promised",
            """
            activities:
              sales:
                title: Sales
                audiences: [customers]
                purposes: [sell houses]
                personal_data: [name]
                legal_basis: contract
                processors: []
                retention: {criteria: as long as it is useful}
            """,
        ),
    ),
)
def promise_contradicted(center: PrivacyCenter, known: Known) -> Iterator[Remark]:
    """A text makes a promise about the data (`claims`), and the data says otherwise, or does not
    say it. Promises from the catalogue bring their claim. A promise that is not kept misleads
    people (GDPR article 5(1)(a)). Correct the data, or leave out the promise.
    """
    looks: Mapping[Claim, _Contradict] = {
        **_CONTRADICTIONS,
        Claim.STAYS_IN_EEA: partial(_stays_in_eea, known.catalogue.adequacy),
    }
    for number, claim in enumerate(center.notice.claims):
        for path, what in looks[claim](center):
            where = path or ("notice", "claims", number)
            advice = "" if ":" in what else ": correct this, or leave out the promise"
            yield Remark(where, f"the texts promise ‘{claim}’, but {what}{advice}")


def _not_sold(center: PrivacyCenter) -> Iterator[Contradiction]:
    for id, right in center.rights.further.items():
        if right.use == "us-ca-opt-out":
            yield ("rights", "further", id), "people can opt out of a sale here"


def _stays_in_eea(adequacy: Adequacy, center: PrivacyCenter) -> Iterator[Contradiction]:
    home = center.organisation.address.country
    if adequacy.is_third_country(home):
        yield ("organisation", "address"), "the organisation is outside the European Economic Area"
    for id, joint in center.organisation.joint_controllers.items():
        if joint.address and adequacy.is_third_country(joint.address.country):
            path = ("organisation", "joint_controllers", id)
            yield path, "this joint controller is outside the European Economic Area"
    if center.processors is None:
        yield (), "nothing says who receives data: write `processors`, or `processors: {}`"
    for id, processor in (center.processors or {}).items():
        is_known = (
            adequacy.is_said_to_stay(processor, home)
            or adequacy.stays(processor, home)
            or adequacy.is_authority_within(processor)
        )
        if processor.transfers or adequacy.leaves(processor):
            yield ("processors", id), "with this recipient, data leaves the European Economic Area"
        elif not is_known:
            what = "nothing says so of this recipient: write `transfers: none` only if it is so"
            yield ("processors", id), what
    for id, service in (center.cookies or {}).items():
        is_registered = service.processor is not None
        if not is_registered and service.country and adequacy.is_third_country(service.country):
            yield ("cookies", id), "this provider is outside the European Economic Area"


def _no_advertising(center: PrivacyCenter) -> Iterator[Contradiction]:
    for id, processor in (center.processors or {}).items():
        if any(one.category is ProcessorCategory.ADVERTISING for one in processor.services):
            yield ("processors", id), "this recipient is there for advertising"
    for id, service in (center.cookies or {}).items():
        if CookieCategory.MARKETING in _categories(service):
            yield ("cookies", id), "this service is there for marketing"


def _no_profiling(center: PrivacyCenter) -> Iterator[Contradiction]:
    yield from _no_advertising(center)
    for id, activity in center.activities.items():
        decides = isinstance(activity.automated_decisions, AutomatedDecisions)
        if activity.profiling or decides or activity.assisted_decisions:
            yield ("activities", id), "something is inferred about people here"


def _no_automated_decisions(center: PrivacyCenter) -> Iterator[Contradiction]:
    for id, activity in center.activities.items():
        if isinstance(activity.automated_decisions, AutomatedDecisions):
            yield ("activities", id), "a machine alone decides here"
        elif activity.automated_decisions is None:
            what = "nothing says so of this activity: write `automated_decisions: none`"
            yield ("activities", id), what


def _no_training(center: PrivacyCenter) -> Iterator[Contradiction]:
    for id, activity in center.activities.items():
        intelligence = activity.artificial_intelligence
        if intelligence and intelligence.training is not ModelTraining.NONE:
            path = ("activities", id, "artificial_intelligence")
            yield path, "`training` is not `none` here"


def _no_consent_cookies(center: PrivacyCenter) -> Iterator[Contradiction]:
    if center.cookies is None:
        yield (), "nothing says what is stored: write `cookies`, or `cookies: {}`"
    for id, service in (center.cookies or {}).items():
        if service.asks_consent is not Consent.NOT_REQUIRED and not _is_in_mails(service):
            yield ("cookies", id), "this needs consent, or nothing says that it needs none"


def _statistics_with_consent(center: PrivacyCenter) -> Iterator[Contradiction]:
    for id, service in (center.cookies or {}).items():
        counts = CookieCategory.STATISTICS in _categories(service)
        if counts and service.asks_consent is not Consent.REQUIRED:
            yield ("cookies", id), "this counts without consent, or nothing says that it asks"
    for id, activity in center.activities.items():
        named = [(center.processors or {}).get(one.id) for one in activity.processors or ()]
        counts = any(one and one.category is ProcessorCategory.STATISTICS for one in named)
        if counts and {one.basis for one in activity.legal_bases} != {LegalBasis.CONSENT}:
            yield ("activities", id), "somebody counts here who does not wait for consent"


def _marketing_with_consent(center: PrivacyCenter) -> Iterator[Contradiction]:
    for id, activity in center.activities.items():
        bases = {one.basis for one in activity.legal_bases}
        if activity.is_direct_marketing and bases != {LegalBasis.CONSENT}:
            yield ("activities", id), "this direct marketing does not rest on consent alone"


def _fixed_retention(center: PrivacyCenter) -> Iterator[Contradiction]:
    for id, activity in center.activities.items():
        may_decide = center.is_on_behalf_of_others(activity)  # what the controller decides
        ends = [
            one.period or one.maximum or one.until or (may_decide and one.criteria)
            for one in activity.retention
        ]
        if not ends or not all(ends):
            what = "this has no retention period: write a `period`, a `maximum` or `until`"
            yield ("activities", id, "retention"), what


def _changes_announced(center: PrivacyCenter) -> Iterator[Contradiction]:
    if not center.changes.notice_period:
        yield (), "nothing says how long before: write `changes: {notice_period: P1M}`"


def _sub_processors_announced(center: PrivacyCenter) -> Iterator[Contradiction]:
    if not center.changes.objection_period:
        yield (), "nobody can object: write `changes: {objection_period: P30D}`"


def _not_for_children(center: PrivacyCenter) -> Iterator[Contradiction]:
    for id, activity in center.activities.items():
        if activity.offered_to_children:
            yield ("activities", id), "this is offered to children"
    for id, audience in center.audiences.items():
        if RepresentedBy.PARENT in audience.represented_by:
            yield ("audiences", id), "children are among them: use `children-who-take-part` instead"


def _categories(service: CookieService) -> set[CookieCategory]:
    return {service.category, *(one.category for one in service.items.values() if one.category)}


def _is_in_mails(service: CookieService) -> bool:
    """Whether all that it stores or reads stands in e-mails, and nothing on the website."""
    items = service.items.values()
    return bool(items) and all(one.type is TrackerType.EMAIL_PIXEL for one in items)


_Contradict: TypeAlias = Callable[[PrivacyCenter], Iterator[Contradiction]]
_CONTRADICTIONS: Mapping[Claim, _Contradict] = {
    Claim.NOT_SOLD: _not_sold,
    Claim.NO_ADVERTISING: _no_advertising,
    Claim.NO_PROFILING: _no_profiling,
    Claim.NO_AUTOMATED_DECISIONS: _no_automated_decisions,
    Claim.NO_TRAINING: _no_training,
    Claim.NO_CONSENT_COOKIES: _no_consent_cookies,
    Claim.STATISTICS_WITH_CONSENT: _statistics_with_consent,
    Claim.MARKETING_WITH_CONSENT: _marketing_with_consent,
    Claim.FIXED_RETENTION: _fixed_retention,
    Claim.CHANGES_ANNOUNCED: _changes_announced,
    Claim.SUB_PROCESSORS_ANNOUNCED: _sub_processors_announced,
    Claim.NOT_FOR_CHILDREN: _not_for_children,
}
