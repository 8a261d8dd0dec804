"""RT: how long personal data is kept."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import KeyPath, Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter

_OPEN_END = lines(
    """
    activities:
      orders:
        retention: {minimum: P1Y}
    """,
    """
    activities:
      orders:
        retention: {minimum: P1Y, maximum: P3Y}
    """,
)
_ENDS = (
    sound(
        "an event ends it",
        """
        activities:
          orders:
            retention: {minimum: P1Y, until: the next stocktaking}
        """,
    ),
    sound(
        "something decides when it ends",
        """
        activities:
          orders:
            retention: {minimum: P1Y, criteria: as long as you are a customer}
        """,
    ),
    sound(
        "it has a period",
        """
        activities:
          orders:
            retention: {minimum: P1Y, period: P2Y}
        """,
    ),
)


@rule(
    "RT001",
    "retention-without-end",
    Severity.WARNING,
    _OPEN_END,
    basis=("GDPR 5(1)(e)", "GDPR 13(2)(a)"),
    silent_on=_ENDS,
)
def retention_without_end(center: PrivacyCenter) -> Iterator[Remark]:
    """The data has a shortest retention time and no end. Data may be kept no longer than its
    purpose needs (GDPR article 5(1)(e)), and people must be told the period, or what decides it
    (article 13(2)(a)). Add the longest time in `maximum`, the event that ends it in `until`, or
    what decides it in `criteria`.
    """
    for id, activity in center.activities.items():
        for place, stage in enumerate(activity.retention):
            if stage.is_open:
                path: KeyPath = ("activities", id, "retention")
                yield Remark(
                    path if len(activity.retention) == 1 else (*path, place),
                    "this says at least how long the data is kept, but not when it goes: add "
                    "`maximum`, `until` or `criteria`",
                )
