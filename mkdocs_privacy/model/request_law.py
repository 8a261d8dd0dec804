"""What the law says of each kind of request: by when, at what price, and who is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from mkdocs_privacy.model.period import add_period
from mkdocs_privacy.model.requests import RequestType

MONTH_OF_THE_LAW = "P1M"
"""Within which a controller answers a request, and tells of an extension (GDPR article 12(3))."""
LONGEST_EXTENSION = "P2M"
"""The further time of that article, at the most."""


@dataclass(frozen=True, slots=True)
class RequestLaw:
    """What the GDPR says of requests of one kind; as it stands, nothing at all."""

    deadline: str | None = None
    """Within which time an answer must come; none where the law sets none."""
    longest_extension: str | None = None
    """By how much that may be extended, of which the person is told within the deadline."""
    takes_effect_at_once: bool = False
    """Whether it does what it says when it arrives, without a decision of the organisation, which
    can neither refuse it nor charge for it."""
    may_be_refused_or_charged: bool = False
    """Whether a fee or a refusal is possible, of what is manifestly unfounded or excessive (GDPR
    article 12(5))."""
    may_ask_identity: bool = False
    """Whether more may be asked of who makes it, where there are reasonable doubts who that is
    (GDPR article 12(6))."""
    needs_identification: bool = False
    """Whether it gives nothing where the organisation cannot tell whose data it has (GDPR article
    11(2))."""
    tells_recipients: bool = False
    """Whether recipients of the data are told, and named on request (GDPR article 19)."""


_ANSWERED = RequestLaw(
    deadline=MONTH_OF_THE_LAW,
    longest_extension=LONGEST_EXTENSION,
    may_be_refused_or_charged=True,
    may_ask_identity=True,
)
"""What GDPR article 12(3), (5) and (6) say of the rights that the organisation decides on."""
_OF_KNOWN_DATA = replace(_ANSWERED, needs_identification=True)
_TOLD_ON = replace(_OF_KNOWN_DATA, tells_recipients=True)

_LAW: Mapping[RequestType, RequestLaw] = {
    RequestType.ACCESS: _OF_KNOWN_DATA,
    RequestType.RECTIFICATION: _TOLD_ON,
    RequestType.ERASURE: _TOLD_ON,
    RequestType.RESTRICTION: _TOLD_ON,
    RequestType.PORTABILITY: _OF_KNOWN_DATA,
    RequestType.OBJECTION: _ANSWERED,
    # GDPR article 21(3): the data is no longer processed for it; article 12(3): and that is told
    RequestType.DIRECT_MARKETING: RequestLaw(deadline=MONTH_OF_THE_LAW, takes_effect_at_once=True),
    RequestType.AUTOMATED_DECISIONS: _ANSWERED,
    # GDPR article 7(3); articles 11 and 12 speak of the rights of articles 15 to 22 only
    RequestType.WITHDRAW_CONSENT: RequestLaw(takes_effect_at_once=True),
    RequestType.GENERAL: RequestLaw(),
    RequestType.COMPLAINT: RequestLaw(),
}


def law_of(request_type: RequestType) -> RequestLaw:
    """What the GDPR says of requests of a type."""
    return _LAW[request_type]


_FIRST_OF_A_LONG_MONTH = date(2001, 1, 1)


def is_sooner(period: str, than: str) -> bool:
    """Whether a period ends before another, where both begin with a month of 31 days."""
    day = _FIRST_OF_A_LONG_MONTH
    return add_period(day, period) < add_period(day, than)
