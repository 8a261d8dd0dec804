"""To which activities each right applies, may apply, or does not, and for which reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from mkdocs_privacy.model import Activity, Applicability, Ground, PrivacyCenter, Right, Verdict

Verdicts: TypeAlias = Mapping[Verdict, tuple[tuple[str, Activity, Applicability], ...]]
"""The activities of each verdict with their ids, and why."""
Reasons: TypeAlias = Mapping[
    Verdict, Mapping[str, tuple[tuple[str, Activity, tuple[Ground, ...]], ...]]
]
"""The same by reason, with the grounds that it is about."""


def find_verdicts(center: PrivacyCenter, right: Right) -> Verdicts:
    """Of each activity for which the organisation is responsible, once for grounds that differ."""
    found: dict[Verdict, list[tuple[str, Activity, Applicability]]] = {
        verdict: [] for verdict in Verdict
    }
    for id, activity in center.activities.items():
        if not center.is_on_behalf_of_others(activity):
            for applicability in center.applicability_by_ground(right, activity):
                found[applicability.verdict].append((id, activity, applicability))
    return {verdict: tuple(entries) for verdict, entries in found.items()}


def by_reason(verdicts: Verdicts) -> Reasons:
    """Each reason once, with the activities and grounds that it is given for."""
    found: dict[Verdict, dict[str, tuple[tuple[str, Activity, tuple[Ground, ...]], ...]]] = {}
    for verdict, entries in verdicts.items():
        reasons = found.setdefault(verdict, {})
        for id, activity, judged in entries:
            told = (id, activity, judged.grounds)
            reasons[judged.reason] = (*reasons.get(judged.reason, ()), told)
    return found
