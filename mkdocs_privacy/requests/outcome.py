"""How a request ends, and on which grounds it can be refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mkdocs_privacy.model import RequestType, law_of


class Outcome(StrEnum):
    """How a request ended."""

    GRANTED = "granted"
    PARTLY_GRANTED = "partly_granted"
    REFUSED = "refused"
    """Refused, with the reasons and the ways to complain (GDPR article 12(4))."""
    NOTHING_FOUND = "nothing_found"
    """There are no data of this person."""
    WITHDRAWN = "withdrawn"
    """By who made it."""
    PASSED_ON = "passed_on"
    """To the controller, by a processor (GDPR article 28(3)(e))."""

    @property
    def takes_ground(self) -> bool:
        """Whether something was refused, which needs a ground."""
        return self in (Outcome.PARTLY_GRANTED, Outcome.REFUSED)


class Ground(StrEnum):
    """Why a request is refused, as a whole or in part."""

    NOT_IDENTIFIED = "not_identified"
    MANIFESTLY_UNFOUNDED = "manifestly_unfounded"
    EXCESSIVE = "excessive"
    """Also a first request that is proven to be abusive (Court of Justice, C-526/24)."""
    RIGHTS_OF_OTHERS = "rights_of_others"
    DATA_ARE_CORRECT = "data_are_correct"
    NO_GROUND_FOR_ERASURE = "no_ground_for_erasure"
    FREEDOM_OF_EXPRESSION = "freedom_of_expression"
    LEGAL_OBLIGATION = "legal_obligation"
    PUBLIC_HEALTH = "public_health"
    ARCHIVING = "archiving"
    LEGAL_CLAIMS = "legal_claims"
    NO_GROUND_FOR_RESTRICTION = "no_ground_for_restriction"
    NOT_PORTABLE = "not_portable"
    COMPELLING_GROUNDS = "compelling_grounds"
    NEEDED_FOR_CLAIMS = "needed_for_claims"
    NO_OBJECTION_POSSIBLE = "no_objection_possible"
    """The legal basis is neither a legitimate interest nor a task in the public interest."""
    NEEDED_FOR_CONTRACT = "needed_for_contract"
    ALLOWED_BY_LAW = "allowed_by_law"
    EXPLICIT_CONSENT = "explicit_consent"
    NATIONAL_LAW = "national_law"
    UNFOUNDED_COMPLAINT = "unfounded_complaint"
    """The use of the data that somebody complains of is in order."""

    @property
    def article(self) -> str | None:
        """The provision of the GDPR that allows it; none speaks of complaints to the controller."""
        return _ARTICLES.get(self)

    def article_for(self, request_type: RequestType) -> str | None:
        """The provision that allows it for one right, where each has one of its own; none where
        the law speaks of other rights only (GDPR article 12(2): of those of articles 15 to 22)."""
        if self is Ground.RIGHTS_OF_OTHERS and request_type is RequestType.PORTABILITY:
            return "20(4)"
        if self is Ground.NOT_IDENTIFIED and request_type in _NOT_FROM_15_TO_22:
            return None
        return self.article

    @property
    def request_types(self) -> frozenset[RequestType]:
        """What can be refused on this ground."""
        return _REQUEST_TYPES[self]

    @property
    def needs_proof(self) -> bool:
        """Whether the organisation must show that it is so (GDPR articles 12(5) and 21(1))."""
        return self in (Ground.MANIFESTLY_UNFOUNDED, Ground.EXCESSIVE, Ground.COMPELLING_GROUNDS)


@dataclass(frozen=True, slots=True)
class Decision:
    """What an organisation decides on a request."""

    outcome: Outcome
    on: date
    """The day on which the person was answered."""
    ground: Ground | None = None
    """Why it was refused, as a whole or in part."""
    explanation: str | None = None
    """For the person, in their language: what was kept, why, with which proof; or to whom the
    request was passed on."""
    note: str | None = None
    """For the organisation only."""


class DecisionFault(StrEnum):
    """Why a request cannot be decided so."""

    NO_GROUND = "no_ground"
    """Something is refused without a ground."""
    NEEDLESS_GROUND = "needless_ground"
    """Nothing is refused, and yet there is a ground."""
    UNFIT_GROUND = "unfit_ground"
    """The ground is one for another kind of request."""
    NO_PROOF = "no_proof"
    """The explanation is missing in which the organisation proves its ground."""
    NOT_SAID_WHAT = "not_said_what"
    """The explanation is missing that says what was not granted."""
    NOT_SAID_WHO = "not_said_who"
    """The explanation is missing that says who answers instead."""


def faults_of_decision(decision: Decision, request_type: RequestType) -> tuple[DecisionFault, ...]:
    """Why a request of this type cannot be decided so."""
    return tuple(_faults(decision, request_type))


def _faults(decision: Decision, request_type: RequestType) -> Iterator[DecisionFault]:
    outcome, ground, is_explained = decision.outcome, decision.ground, bool(decision.explanation)
    if outcome.takes_ground and ground is None:
        yield DecisionFault.NO_GROUND
    if ground and not outcome.takes_ground:
        yield DecisionFault.NEEDLESS_GROUND
    elif ground and request_type not in ground.request_types:
        yield DecisionFault.UNFIT_GROUND
    if ground and ground.needs_proof and not is_explained:
        yield DecisionFault.NO_PROOF
    if outcome is Outcome.PARTLY_GRANTED and not is_explained:
        yield DecisionFault.NOT_SAID_WHAT
    if outcome is Outcome.PASSED_ON and not is_explained:
        yield DecisionFault.NOT_SAID_WHO


def fitting_grounds(request_type: RequestType) -> tuple[Ground, ...]:
    """The grounds on which a request of this type can be refused."""
    return tuple(ground for ground in Ground if request_type in ground.request_types)


def problems_of_decision(decision: Decision, request_type: RequestType) -> tuple[str, ...]:
    """Why a request of this type cannot be decided so, in sentences."""
    return tuple(
        _in_words(fault, decision, request_type)
        for fault in faults_of_decision(decision, request_type)
    )


def _in_words(fault: DecisionFault, decision: Decision, request_type: RequestType) -> str:
    outcome, ground = decision.outcome, decision.ground
    cited = f" (GDPR article {ground.article})" if ground and ground.article else ""
    fitting = ", ".join(fitting_grounds(request_type))
    match fault:
        case DecisionFault.NO_GROUND:
            return f"`{outcome}` needs a ground, one of: {fitting}"
        case DecisionFault.NEEDLESS_GROUND:
            return f"`{outcome}` has no ground: remove ‘{ground}’"
        case DecisionFault.UNFIT_GROUND:
            return (
                f"the ground ‘{ground}’{cited} does not apply to a request of the type "
                f"‘{request_type}’: use one of {fitting}"
            )
        case DecisionFault.NO_PROOF:
            return (
                f"the ground ‘{ground}’ needs an explanation, because you must be able to "
                f"show it{cited}"
            )
        case DecisionFault.NOT_SAID_WHAT:
            return f"`{outcome}` needs an explanation: what was not granted, and why"
        case DecisionFault.NOT_SAID_WHO:
            return f"`{outcome}` needs an explanation: the name of the organisation that answers"


_WITH_EXCEPTIONS = frozenset(
    request_type for request_type in RequestType if law_of(request_type).may_be_refused_or_charged
)

_NOT_FROM_15_TO_22 = frozenset(
    {RequestType.WITHDRAW_CONSENT, RequestType.GENERAL, RequestType.COMPLAINT}
)

_ARTICLES = {
    Ground.NOT_IDENTIFIED: "12(2)",
    Ground.MANIFESTLY_UNFOUNDED: "12(5)",
    Ground.EXCESSIVE: "12(5)",
    Ground.RIGHTS_OF_OTHERS: "15(4)",
    Ground.DATA_ARE_CORRECT: "16",
    Ground.NO_GROUND_FOR_ERASURE: "17(1)",
    Ground.FREEDOM_OF_EXPRESSION: "17(3)(a)",
    Ground.LEGAL_OBLIGATION: "17(3)(b)",
    Ground.PUBLIC_HEALTH: "17(3)(c)",
    Ground.ARCHIVING: "17(3)(d)",
    Ground.LEGAL_CLAIMS: "17(3)(e)",
    Ground.NO_GROUND_FOR_RESTRICTION: "18(1)",
    Ground.NOT_PORTABLE: "20(1)",
    Ground.COMPELLING_GROUNDS: "21(1)",
    Ground.NEEDED_FOR_CLAIMS: "21(1)",
    Ground.NO_OBJECTION_POSSIBLE: "21(1)",
    Ground.NEEDED_FOR_CONTRACT: "22(2)(a)",
    Ground.ALLOWED_BY_LAW: "22(2)(b)",
    Ground.EXPLICIT_CONSENT: "22(2)(c)",
    Ground.NATIONAL_LAW: "23",
}
_ONLY_ERASURE = frozenset({RequestType.ERASURE})
_ONLY_OBJECTION = frozenset({RequestType.OBJECTION})
_ONLY_DECISIONS = frozenset({RequestType.AUTOMATED_DECISIONS})
_REQUEST_TYPES = {
    Ground.NOT_IDENTIFIED: frozenset(RequestType),
    Ground.MANIFESTLY_UNFOUNDED: _WITH_EXCEPTIONS,
    Ground.EXCESSIVE: _WITH_EXCEPTIONS,
    Ground.RIGHTS_OF_OTHERS: frozenset({RequestType.ACCESS, RequestType.PORTABILITY}),
    Ground.DATA_ARE_CORRECT: frozenset({RequestType.RECTIFICATION}),
    Ground.NO_GROUND_FOR_ERASURE: _ONLY_ERASURE,
    Ground.FREEDOM_OF_EXPRESSION: _ONLY_ERASURE,
    Ground.LEGAL_OBLIGATION: _ONLY_ERASURE,
    Ground.PUBLIC_HEALTH: _ONLY_ERASURE,
    Ground.ARCHIVING: _ONLY_ERASURE,
    Ground.LEGAL_CLAIMS: _ONLY_ERASURE,
    Ground.NO_GROUND_FOR_RESTRICTION: frozenset({RequestType.RESTRICTION}),
    Ground.NOT_PORTABLE: frozenset({RequestType.PORTABILITY}),
    Ground.COMPELLING_GROUNDS: _ONLY_OBJECTION,
    Ground.NEEDED_FOR_CLAIMS: _ONLY_OBJECTION,
    Ground.NO_OBJECTION_POSSIBLE: _ONLY_OBJECTION,
    Ground.NEEDED_FOR_CONTRACT: _ONLY_DECISIONS,
    Ground.ALLOWED_BY_LAW: _ONLY_DECISIONS,
    Ground.EXPLICIT_CONSENT: _ONLY_DECISIONS,
    Ground.NATIONAL_LAW: _WITH_EXCEPTIONS,
    Ground.UNFOUNDED_COMPLAINT: frozenset({RequestType.COMPLAINT}),
}
