"""To which activities each right applies, may apply, or does not, and for which reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from mkdocs_privacy.model import Activity, Applicability, Ground, PrivacyCenter, Right, Verdict

Verdicts: TypeAlias = Mapping[Verdict, tuple[tuple[str, Activity, Applicability], ...]]
"""The activities of each verdict with their ids, and why."""
Reasons: TypeAlias = Mapping[
    Verdict, Mapping[str, tuple[tuple[str, Activity, tuple[Ground, ...]], ...]]
]
"""The same by reason, with the grounds that it is about."""


@dataclass(frozen=True)
class Judgements:
    """Which right applies, or may apply, to which activity of a center."""

    center: PrivacyCenter

    @cached_property
    def by_right(self) -> Mapping[Right, Verdicts]:
        """All verdicts."""
        return {right: find_verdicts(self.center, right) for right in Right}

    @cached_property
    def by_reason(self) -> Mapping[Right, Reasons]:
        """The same by reason."""
        return {right: by_reason(verdicts) for right, verdicts in self.by_right.items()}

    def rights_of(self, activity: Activity) -> frozenset[Right]:
        """The rights that apply, or may, to an activity that the organisation is responsible for.

        It is found by its identity, which stays as long as the center: nothing of it need be read.
        """
        return self._by_activity[id(activity)]

    @cached_property
    def _by_activity(self) -> Mapping[int, frozenset[Right]]:
        found: dict[int, set[Right]] = {id(one): set() for one in self.center.activities.values()}
        for right, verdicts in self.by_right.items():
            for verdict in (Verdict.APPLIES, Verdict.CONDITIONAL):
                for _, activity, _ in verdicts[verdict]:
                    found[id(activity)].add(right)
        return {known: frozenset(rights) for known, rights in found.items()}


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
        reasons: dict[str, list[tuple[str, Activity, tuple[Ground, ...]]]] = {}
        for id, activity, judged in entries:
            reasons.setdefault(judged.reason, []).append((id, activity, judged.grounds))
        found[verdict] = {reason: tuple(told) for reason, told in reasons.items()}
    return found
