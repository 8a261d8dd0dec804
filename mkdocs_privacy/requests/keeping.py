"""How long closed requests are kept: as the policy says, so that it stays true."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_privacy.model import PrivacyCenter, about_days, check_term

KEPT_BY_DEFAULT = "P1Y"
"""For how long, where the policy says nothing (ISO 8601)."""
_USE = "privacy-requests"
"""The activity of the catalogue that is about requests."""


def stated_terms(center: PrivacyCenter) -> Mapping[str, str]:
    """How long the data says that the record of a request is kept, by activity (ISO 8601)."""
    return {
        id: period
        for id, activity in center.activities.items()
        if activity.use == _USE and len(activity.retention) == 1
        if (period := activity.retention[0].period) and _is_term(period)
    }


def uncounted_terms(center: PrivacyCenter) -> tuple[str, ...]:
    """The activities that say how long requests are kept, but not in one period of whole days:
    with a `minimum`, in stages or in words."""
    stated = stated_terms(center)
    return tuple(
        id
        for id, activity in center.activities.items()
        if activity.use == _USE and id not in stated
    )


def differing_terms(center: PrivacyCenter) -> Mapping[str, str]:
    """The terms that the data states by activity, where they are not one and the same."""
    stated = stated_terms(center)
    return stated if len({about_days(term) for term in stated.values()}) > 1 else {}


def term_of(center: PrivacyCenter) -> str:
    """How long closed requests are kept, where nobody chooses another period.

    The longest that the data states: what was deleted too early does not come back.
    """
    return max(stated_terms(center).values(), key=about_days, default=KEPT_BY_DEFAULT)


def _is_term(period: str) -> bool:
    try:
        check_term(period)
    except ValueError:
        return False
    return True
