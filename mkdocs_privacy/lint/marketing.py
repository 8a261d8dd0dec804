"""MK: whether an activity is direct marketing."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.findings import Severity, lines, sound
from mkdocs_privacy.lint.rule import Remark, rule
from mkdocs_privacy.model import PrivacyCenter

_ORDERS = """
    activities:
      newsletter: {use: newsletter}
      orders: {title: Orders%s}
    """
_UNSTATED = lines(_ORDERS % "", _ORDERS % ", direct_marketing: false")
_NO_MARKETING = sound(
    "nothing says of any activity that it is direct marketing, or that it is not",
    "activities: {orders: {summary: We deliver.}}",
)


@rule(
    "MK001",
    "marketing-unstated",
    Severity.INFO,
    _UNSTATED,
    basis=("GDPR 21(2)", "GDPR 21(4)"),
    silent_on=(_NO_MARKETING,),
)
def marketing_unstated(center: PrivacyCenter) -> Iterator[Remark]:
    """Other activities say whether they are direct marketing, as those from the catalogue do, and
    this one does not. People may object to direct marketing at any time (GDPR article 21(2)). The
    page on that right then says that you have not yet stated it, and that they must ask. Write
    `direct_marketing: false`, or `true`.
    """
    stated = [one.is_direct_marketing for one in center.activities.values()]
    if all(one is None for one in stated):
        return
    for id, activity in center.activities.items():
        if activity.is_direct_marketing is None and not center.is_on_behalf_of_others(activity):
            yield Remark(
                ("activities", id),
                "nothing says whether this is direct marketing, so people read that they must ask: "
                "write `direct_marketing: false`, or `true`",
            )
